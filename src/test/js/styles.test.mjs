import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const FOLDER = new URL('../../main/web/css/', import.meta.url);

// a browser that asks what the root holds restyles all of a page for each piece of it that comes
test('no rule asks what the whole page holds', async () => {
  const asking = [];
  for (const file of await readdir(FOLDER)) {
    const text = (await readFile(new URL(file, FOLDER), 'utf8')).replace(/\/\*[^]*?\*\//g, '');
    for (const [selector] of text.matchAll(/[^{};]*\{/g))
      if (/(?:^|[\s,(])(?:html|body|:root)(?![\w-])[^\s>+~,{]*:has\(/.test(selector))
        asking.push(`${file}: ${selector.trim()}`);
  }
  assert.deepEqual(asking, []);
});
