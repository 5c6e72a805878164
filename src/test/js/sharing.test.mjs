import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import * as shared from '../../main/web/js/shared.js';

test('site.js leaves in the window what the other scripts import', async () => {
  const site = await readFile(new URL('../../main/web/js/site.js', import.meta.url), 'utf8');
  const [, names] = /window\.archnotes = \{ (.*) \}/.exec(site);
  assert.deepEqual(names.split(', ').sort(), Object.keys(shared).sort());
});
