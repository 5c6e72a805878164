// Checks the scripts and styles of the site: their form (format.mjs puts it right) and the unit tests in src/test/js,
// which look at the workflows, too.
// When nothing has changed since all was well, nothing is done.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatFiles, formattedFiles, nameOf } from './format.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const stampFile = path.resolve(here, '../../../target/web-build/check.stamp');
const files = await formattedFiles();
const workflowFolder = path.resolve(here, '../../../.github/workflows');
const workflows = (await readdir(workflowFolder)).sort().map(name => path.join(workflowFolder, name));

const hash = createHash('sha256').update(process.version);
for (const file of [...files, ...workflows, path.join(here, 'package-lock.json')]) {
  hash.update(`${nameOf(file)}\0`).update(await readFile(file));
}
const stamp = hash.digest('hex');
if (stamp === (await readFile(stampFile, 'utf8').catch(() => ''))) process.exit(0);

const faults = [];
faults.push(...(await formatFiles(file => faults.push(`${nameOf(file)} is not formatted`))));
if (faults.length) {
  console.error([...faults, 'To format: node src/main/web/format.mjs'].join('\n'));
  process.exit(1);
}
const tests = files.filter(file => file.endsWith('.test.mjs'));
const run = spawnSync(process.execPath, ['--test', '--test-reporter=spec', ...tests], { encoding: 'utf8' });
if (run.status !== 0) {
  console.error(`${run.stdout}${run.stderr}`);
  process.exit(1);
}
console.log(`web: ${/^. tests (\d+)$/m.exec(run.stdout)?.[1]} tests of scripts passed`);
await writeFile(stampFile, stamp);
