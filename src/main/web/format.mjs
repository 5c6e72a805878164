// Formats the scripts and styles of the site, of its build and of their tests: node src/main/web/format.mjs
// The build only checks (check.mjs). What prettier does not break, such as a comment, is to be no longer than a line
// either.
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const FOLDERS = ['src/main/web', 'src/test/js', 'src/test/resources/browser'];
const COLUMNS = 120;

/** Every file that is formatted, in order. */
export async function formattedFiles() {
  const names = [];
  for (const folder of FOLDERS) {
    const entries = await readdir(path.join(project, folder), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      if (/\.(js|mjs|css)$/.test(entry.name)) names.push(path.join(entry.parentPath ?? entry.path, entry.name));
    }
  }
  return names.sort();
}

/** Goes through the files; `differs` gets each that is not formatted, with its text as it should be. */
export async function formatFiles(differs) {
  const prettier = await import(path.join(project, 'target/web-build/node_modules/prettier/index.mjs'));
  const faults = [];
  for (const file of await formattedFiles()) {
    const text = await readFile(file, 'utf8');
    const options = { filepath: file, printWidth: COLUMNS, singleQuote: !file.endsWith('.css'), arrowParens: 'avoid' };
    const formatted = await prettier.format(text, options);
    if (formatted !== text) await differs(file, formatted);
    formatted.split('\n').forEach((line, i) => {
      if ([...line].length > COLUMNS) faults.push(`${nameOf(file)}:${i + 1} is longer than ${COLUMNS} columns`);
    });
  }
  return faults;
}

/** The name of a file as it is said. */
export const nameOf = file => path.relative(project, file).split(path.sep).join('/');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = await formatFiles(async (file, formatted) => {
    await writeFile(file, formatted);
    console.log(`formatted ${nameOf(file)}`);
  });
  faults.forEach(fault => console.error(fault));
  process.exitCode = faults.length ? 1 : 0;
}
