// Makes target/classes/web: stylesheet, scripts, fonts, the third-party parts and their licenses; and axe-core for the tests.
// Plain node. Packages are installed below target/web-build, and only when the lock file has changed; when nothing has
// changed at all, nothing is done and no network is needed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFonts } from './fonts.mjs';
import { makeOutlines } from './outlines.mjs';

const here = path.dirname(fileURLToPath(import.meta.url)), project = path.resolve(here, '../../..');
const work = path.join(project, 'target/web-build');
const out = path.join(project, 'target/classes/web'), testOut = path.join(project, 'target/test-classes/web'), modules = path.join(work, 'node_modules');
const STYLES = ['tokens', 'reset', 'type', 'layout', 'prose', 'math', 'code', 'table', 'facts', 'parts', 'drawing', 'search', 'compare', 'home', 'pages', 'print'];

const hash = (...contents) => contents.reduce((h, c) => h.update(c).update('\0'), createHash('sha256')).digest('hex');
const read = file => readFile(file).catch(() => Buffer.alloc(0));
const unchanged = async (stamp, value) => (await read(path.join(work, stamp))).toString() === value;

function fail(sentence) {
  console.error(`web: ${sentence}`);
  process.exit(1);
}

async function installPackages() {
  const stamp = hash(await readFile(path.join(here, 'package.json')), await readFile(path.join(here, 'package-lock.json')));
  if (await unchanged('packages.stamp', stamp) && existsSync(modules)) return stamp;
  await mkdir(work, { recursive: true });
  await rm(path.join(work, 'packages.stamp'), { force: true });
  for (const name of ['package.json', 'package-lock.json']) await cp(path.join(here, name), path.join(work, name));
  try {
    execFileSync('npm', ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  } catch (error) {
    fail(error.code === 'ENOENT' ? 'npm was not found on the PATH; it comes with Node.js (version 20 or later).'
      : '"npm ci" failed, see above. The first build needs the npm registry; later ones do not.');
  }
  await writeFile(path.join(work, 'packages.stamp'), stamp);
  return stamp;
}

async function fontRules(packages) {
  const folder = path.join(work, 'fonts'), stamp = hash(packages, await readFile(path.join(here, 'fonts.mjs')), await readFile(path.join(here, 'outlines.mjs')));
  if (!await unchanged('fonts.stamp', stamp)) {
    await rm(folder, { recursive: true, force: true });
    await writeFile(path.join(work, 'fonts.css'), await makeFonts(modules, folder));
    await writeFile(path.join(work, 'outlines.txt'), await makeOutlines(modules));
    await writeFile(path.join(work, 'fonts.stamp'), stamp);
  }
  return readFile(path.join(work, 'fonts.css'), 'utf8');
}

/** Takes comments and needless white space out; quoted strings and url() stay as they are. */
function minifyCss(css) {
  const kept = [], keep = text => `\u0001${kept.push(text) - 1}\u0001`;
  return css.replace(/\/\*[^]*?\*\//g, '').replace(/"[^"\n]*"|url\([^)]*\)/g, keep)
    .replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?/g, '$1').replace(/: /g, ':').replace(/;}/g, '}').trim()
    .replace(/\u0001(\d+)\u0001/g, (_, i) => kept[i]) + '\n';
}

async function writeStyles(folder, fonts) {
  const css = await Promise.all(STYLES.map(name => readFile(path.join(here, 'css', `${name}.css`), 'utf8')));
  await writeFile(path.join(folder, 'site.css'), minifyCss(fonts + css.join('\n')));
}

async function writeScripts(folder) {
  const { minify } = await import(path.join(modules, 'terser/main.js'));
  const scripts = (await readdir(path.join(here, 'js'))).filter(name => name.endsWith('.js')).map(name => [name, path.join(here, 'js', name)]);
  scripts.push(['minisearch.js', path.join(modules, 'minisearch/dist/umd/index.js')]);
  for (const [name, file] of scripts) {
    const { code } = await minify({ [name]: await readFile(file, 'utf8') }, { ecma: 2020, compress: { passes: 2 } });
    await writeFile(path.join(folder, name), code.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '') + '\n');
  }
}

/** Temml in the language of 2009: the engine that runs it in Java (Rhino) has no classes, and scopes of its own. */
async function copyTemml(folder) {
  const { default: ts } = await import(path.join(modules, 'typescript/lib/typescript.js'));
  const compilerOptions = { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.None, downlevelIteration: true };
  const { outputText } = ts.transpileModule(await readFile(path.join(modules, 'temml/dist/temml.min.js'), 'utf8'), { compilerOptions });
  await writeFile(path.join(folder, 'temml.min.js'), outputText);
}

async function copyImages(folder) {
  await cp(path.join(here, 'img'), folder, { recursive: true });
}

async function copyThirdParty(folder) {
  await copyTemml(folder);
  await cp(path.join(work, 'fonts'), path.join(folder, 'fonts'), { recursive: true });
  await cp(path.join(work, 'outlines.txt'), path.join(folder, 'outlines.txt'));
  await mkdir(path.join(folder, 'licenses'));
  const licenses = { 'stix-two-text': '@fontsource/stix-two-text/LICENSE', 'stix-two-math': '@fontsource/stix-two-math/LICENSE', 'source-sans-3': '@fontsource/source-sans-3/LICENSE', temml: 'temml/LICENSE', minisearch: 'minisearch/LICENSE.txt', teavm: 'typescript/LICENSE.txt' };
  const together = [];
  for (const [name, file] of Object.entries(licenses)) {
    const text = (await readFile(path.join(modules, file), 'utf8')).replace(/\r\n/g, '\n').trim() + '\n';
    await writeFile(path.join(folder, 'licenses', `${name}.txt`), text);
    together.push(`${name}\n${'='.repeat(name.length)}\n\n${text}`);
  }
  await writeFile(path.join(folder, 'licenses', 'all.txt'), together.join('\n\n'));
}

/** A list of the files, so that a reader of the jar need not list a folder in it. */
async function writeList(folder) {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(e => e.isFile())
    .map(e => path.relative(folder, path.join(e.parentPath ?? e.path, e.name)).split(path.sep).join('/')).sort();
  await writeFile(path.join(folder, 'assets.txt'), names.map(name => name + '\n').join(''));
}

async function inputStamp() {
  const names = [path.join(here, 'build.mjs'), path.join(here, 'fonts.mjs'), path.join(here, 'outlines.mjs'), path.join(here, 'package.json'), path.join(here, 'package-lock.json')];
  for (const kind of ['css', 'img', 'js']) names.push(...(await readdir(path.join(here, kind))).sort().map(name => path.join(here, kind, name)));
  return hash(...await Promise.all(names.flatMap(name => [path.basename(name), readFile(name)])));
}

if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node.js 20 or later is needed, this is ${process.version}.`);
const stamp = await inputStamp(), axe = path.join(testOut, 'axe.min.js');
if (await unchanged('build.stamp', stamp) && existsSync(path.join(out, 'assets.txt')) && existsSync(axe)) process.exit(0);

const fonts = await fontRules(await installPackages()), draft = path.join(work, 'web');
await rm(draft, { recursive: true, force: true });
await mkdir(draft, { recursive: true });
await writeStyles(draft, fonts);
await writeScripts(draft);
await copyImages(draft);
await copyThirdParty(draft);
await writeList(draft);
await rm(out, { recursive: true, force: true });
await mkdir(path.dirname(out), { recursive: true });
await rename(draft, out);
await mkdir(testOut, { recursive: true });
await cp(path.join(modules, 'axe-core/axe.min.js'), axe);
await writeFile(path.join(work, 'build.stamp'), stamp);
console.log(`web: wrote ${path.relative(project, out)}`);
