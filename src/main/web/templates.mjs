// Makes target/generated-sources/jte of the templates; called with the path of java and the class path of the template
// engine. When no template has changed, nothing is done, and of what is made only files that differ are written: Maven
// compiles everything again after any change in a folder of sources.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow, hash, project, unchanged, work } from './stamps.mjs';

const [java, classPath] = process.argv.slice(2);
const templates = path.join(project, 'templates');
const generator = path.join(project, 'src/main/build/TemplateGenerator.java');
const draft = path.join(work, 'templates');
const targets = {
  java: path.join(project, 'target/generated-sources/jte'),
  text: path.join(project, 'target/generated-resources/jte'),
};

/** Makes one folder the same as another, and touches no file that is so already. */
async function replace(from, to) {
  const names = await filesBelow(from);
  for (const name of await filesBelow(to)) if (!names.includes(name)) await rm(path.join(to, name));
  for (const name of names) {
    const content = await readFile(path.join(from, name)),
      file = path.join(to, name);
    if (existsSync(file) && content.equals(await readFile(file))) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
}

const names = await filesBelow(templates);
const contents = await Promise.all(names.flatMap(name => [name, readFile(path.join(templates, name))]));
const stamp = hash(classPath, await readFile(generator), ...contents);
if ((await unchanged('templates.stamp', stamp)) && Object.values(targets).every(existsSync)) process.exit(0);

await rm(draft, { recursive: true, force: true });
for (const kind of Object.keys(targets)) await mkdir(path.join(draft, kind), { recursive: true });
try {
  const folders = [templates, path.join(draft, 'java'), path.join(draft, 'text')];
  execFileSync(java, ['-cp', classPath, generator, ...folders], { stdio: 'inherit' });
} catch {
  process.exit(1);
}
for (const [kind, folder] of Object.entries(targets)) await replace(path.join(draft, kind), folder);
await rm(draft, { recursive: true });
await writeFile(path.join(work, 'templates.stamp'), stamp);
