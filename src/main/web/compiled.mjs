// Makes the scripts of the calculator: TeaVM compiles them from Java, and what its own minifier leaves is shortened,
// about a tenth of what is sent. Called with the path of java, the class path of the compiler, and which tests were
// asked for. Nothing is done when none of the classes has changed; nor when only tests of the model were asked for by
// name, which never see a script: the next build does it then.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { filesBelow, hash, project, unchanged, work } from './stamps.mjs';

const [java, classPath, tests = ''] = process.argv.slice(2);
const classes = path.join(project, 'target/classes');
const compiler = path.join(project, 'src/main/build/ScriptCompiler.java');
const out = path.join(classes, 'web');
const scripts = {
  Calculator: 'calc.js',
  Details: 'details.js',
  PlainReader: 'config.js',
  QwenReader: 'config-qwen.js',
  MixtureReader: 'config-mixture.js',
  WindowReader: 'config-window.js',
  LatentReader: 'config-latent.js',
  HybridReader: 'config-hybrid.js',
  AttentionDrawing: 'mechanisms-attention.js',
  NetworkDrawing: 'mechanisms-network.js',
  CostDrawing: 'mechanisms-cost.js',
  StepsDrawing: 'mechanisms-steps.js',
};

/** What the scripts can be made of: ImportTableTest holds the browser's classes to the model. */
async function inputs() {
  const all = [classPath, await readFile(compiler), await readFile(path.join(work, 'packages.stamp'))];
  for (const root of ['model', 'site/browser', 'site/drawing']) {
    const folder = path.join(classes, 'dev/archnotes', root);
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

await rm(path.join(work, 'compiled.stamp'), { force: true });
const mains = Object.entries(scripts).flatMap(([name, script]) => [`dev.archnotes.site.browser.${name}`, script]);
try {
  execFileSync(java, ['-cp', classPath, compiler, classes, out, ...mains], { stdio: 'inherit' });
} catch {
  process.exit(1);
}
const { minify } = await import(path.join(work, 'node_modules/terser/main.js'));
for (const file of files) {
  const { code } = await minify(await readFile(file, 'utf8'), { ecma: 2020, compress: { passes: 2 } });
  await writeFile(file, code + '\n');
}
await writeFile(path.join(work, 'compiled.stamp'), stamp);
