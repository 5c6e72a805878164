// What the steps of the build share that remember, by a hash of all that goes in, that there is nothing to do.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const project = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
/** Where npm packages, drafts and stamps are. */
export const work = path.join(project, 'target/web-build');

export function hash(...contents) {
  return contents.reduce((h, c) => h.update(c).update('\0'), createHash('sha256')).digest('hex');
}

/** Whether the stamp of that name says that what it stands for was made of the same. */
export async function unchanged(stamp, value) {
  return (await readFile(path.join(work, stamp), 'utf8').catch(() => '')) === value;
}

/** The files below a folder, sorted, named from there with slashes; none when there is no such folder. */
export async function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(e => e.isFile())
    .map(e =>
      path
        .relative(folder, path.join(e.parentPath ?? e.path, e.name))
        .split(path.sep)
        .join('/'),
    )
    .sort();
}
