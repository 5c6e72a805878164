// Shortens the scripts that TeaVM makes of the calculator's Java by what its own minifier leaves, about a tenth of what
// is sent. What has been shortened is remembered by its hash, so that nothing is done to it twice.
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..'),
  work = path.join(project, 'target/web-build');
const { minify } = await import(path.join(work, 'node_modules/terser/main.js'));
const hash = text => createHash('sha256').update(text).digest('hex');

for (const name of ['calc.js', 'config.js']) {
  const file = path.join(project, 'target/classes/web', name),
    stamp = path.join(work, `${name}.stamp`);
  const compiled = await readFile(file, 'utf8').catch(() => null);
  if (compiled === null || hash(compiled) === (await readFile(stamp, 'utf8').catch(() => ''))) continue;
  const { code } = await minify({ [name]: compiled }, { ecma: 2020, compress: { passes: 2 } });
  await writeFile(file, code + '\n');
  await writeFile(stamp, hash(code + '\n'));
}
