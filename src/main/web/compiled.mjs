// Makes the scripts of the calculator: TeaVM compiles them from Java, and what its own minifier leaves is shortened,
// about a tenth of what is sent. The classes that TeaVM reads are made by a compiler of one version, not by that of the
// JDK, whose bytecode differs from version to version, and the scripts with it. Called with the path of java, the class
// path of the compilers, and which tests were asked for. Nothing is done when none of the sources has changed; nor when
// only tests of the model were asked for by name, which never see a script: the next build does it then.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesBelow, hash, project, unchanged, work } from './stamps.mjs';

const [java, classPath, tests = ''] = process.argv.slice(2);
const classes = path.join(project, 'target/classes');
const compiler = path.join(project, 'src/main/build/ScriptCompiler.java');
const preferences = path.join(project, 'src/main/build/script-classes.prefs');
const sources = path.join(project, 'src/main/java');
const browser = path.join(sources, 'dev/archnotes/site/browser');
const read = path.join(work, 'script-classes');
const out = path.join(classes, 'web');
const scripts = {
  Calculator: 'calc.js',
  Details: 'details.js',
  PlainReader: 'config.js',
  BlockReader: 'config-block.js',
  QwenReader: 'config-qwen.js',
  MixtureReader: 'config-mixture.js',
  GemmaReader: 'config-gemma.js',
  WindowReader: 'config-window.js',
  LatentReader: 'config-latent.js',
  HybridReader: 'config-hybrid.js',
  Headers: 'headers.js',
  AttentionDrawing: 'mechanisms-attention.js',
  NetworkDrawing: 'mechanisms-network.js',
  CostDrawing: 'mechanisms-cost.js',
  StepsDrawing: 'mechanisms-steps.js',
};

/** What the scripts can be made of: ImportTableTest holds the browser's classes to the model. */
async function inputs() {
  const all = [classPath, await readFile(path.join(work, 'packages.stamp'))];
  for (const file of [compiler, preferences, fileURLToPath(import.meta.url)]) all.push(await readFile(file));
  for (const root of ['model', 'site/browser', 'site/drawing']) {
    const folder = path.join(sources, 'dev/archnotes', root);
    for (const name of await filesBelow(folder)) all.push(name, await readFile(path.join(folder, name)));
  }
  return hash(...all);
}

/** Whether every test asked for is a class of the model's tests; a pattern is taken for one that needs the scripts. */
async function onlyModelTests() {
  const known = await filesBelow(path.join(project, 'src/test/java/dev/archnotes/model'));
  const names = known.map(file => path.basename(file, '.java'));
  return tests !== '' && tests.split(',').every(test => names.includes(test.trim().split('#')[0].split('.').pop()));
}

const stamp = await inputs();
const files = Object.values(scripts).map(name => path.join(out, name));
if ((await unchanged('compiled.stamp', stamp)) && files.every(existsSync)) process.exit(0);
if (await onlyModelTests()) process.exit(0);

/**
 * What attributes mean, sentences that the site's tables alone print: no script reads them, and TeaVM cannot tell. They
 * stand in calls of means(…), derived…(key, label, …) and quotient(key, label, …) of Attribute.
 */
async function meanings() {
  const text = '"(?:[^"\\\\]|\\\\.)*"';
  const sentence = `((?:${text}\\s*\\+?\\s*)+)\\)`;
  const before = `\\.means\\(\\s*|\\b(?:derived\\w*|quotient)\\(\\s*${text},\\s*${text},\\s*`;
  const call = new RegExp(`(?:${before})${sentence}`, 'g');
  const model = path.join(sources, 'dev/archnotes/model');
  const found = new Set();
  for (const name of await filesBelow(model)) {
    for (const [, parts] of (await readFile(path.join(model, name), 'utf8')).matchAll(call)) {
      found.add([...parts.matchAll(new RegExp(text, 'g'))].map(([part]) => part.slice(1, -1)).join(''));
    }
  }
  return found;
}

await rm(path.join(work, 'compiled.stamp'), { force: true });
const mains = Object.entries(scripts).flatMap(([name, script]) => [`dev.archnotes.site.browser.${name}`, script]);
const eclipse = ['-cp', classPath, 'org.eclipse.jdt.internal.compiler.batch.Main'];
const settings = ['--release', '17', '-encoding', 'UTF-8', '-g', '-nowarn', '-proc:none', '-properties', preferences];
const places = ['-sourcepath', sources, '-classpath', classPath, '-d', read];
await rm(read, { recursive: true, force: true });
try {
  execFileSync(java, [...eclipse, ...settings, ...places, browser], { stdio: 'inherit' });
  execFileSync(java, ['-cp', classPath, compiler, read, out, ...mains], { stdio: 'inherit' });
} catch {
  process.exit(1);
}
const { minify } = await import(path.join(work, 'node_modules/terser/main.js'));
const unread = await meanings();
for (const file of files) {
  const whole = await readFile(file, 'utf8');
  const needed = [...unread].reduce((text, sentence) => text.replaceAll(`"${sentence}"`, '""'), whole);
  const { code } = await minify(needed, { ecma: 2020, compress: { passes: 2 } });
  await writeFile(file, code + '\n');
}
await writeFile(path.join(work, 'compiled.stamp'), stamp);
