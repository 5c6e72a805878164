// Makes target/classes/web: stylesheet, scripts, fonts, the third-party parts and their licenses; and axe-core for the
// tests. Plain node. Packages are installed below target/web-build, and only when the lock file has changed; when
// nothing has changed at all, nothing is done and no network is needed.
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFonts } from './fonts.mjs';
import { makeOutlines } from './outlines.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, '../../..');
const work = path.join(project, 'target/web-build');
const modules = path.join(work, 'node_modules');
const out = path.join(project, 'target/classes/web');
const testOut = path.join(project, 'target/test-classes/web');
/** In this order: where two rules of a layer are equally specific, the later one holds. */
const STYLES = {
  'site.css': [
    'tokens',
    'reset',
    'type',
    'layout',
    'prose',
    'math',
    'code',
    'table',
    'facts',
    'parts',
    'drawing',
    'pages',
    'working',
    'lists',
    'print',
  ],
  'figures.css': ['mechanism'],
  'overview.css': ['scatter', 'homerow', 'home', 'homeprint'],
  'index.css': ['entries'],
  'timeline.css': ['controls', 'events', 'timeline', 'filter'],
  'sheet.css': ['sheet'],
  'beside.css': ['beside'],
  'pair.css': ['versus', 'pair'],
  'tools.css': ['controls', 'filter', 'tall', 'compare', 'disagreements', 'calculator'],
  'search.css': ['search'],
  'stacked.css': ['stacked'],
  'tray.css': ['controls', 'tray'],
  'history.css': ['history'],
  'lookup.css': ['lookup'],
  'glossary.css': ['glossary'],
  'book.css': ['book'],
  'model.css': ['model'],
  'notes.css': ['notes'],
  'margin.css': ['margin'],
  'objects.css': ['tall', 'objects'],
  'preview.css': ['preview'],
};
const SCRIPTS = [
  'theme.js',
  'site.js',
  'search.js',
  'chart.js',
  'compare.js',
  'tray.js',
  'versus.js',
  'disagreements.js',
  'timeline.js',
  'calculator.js',
  'ahead.js',
  'figure.js',
  'margin.js',
  'serve.js',
  'keys.js',
  'stacked.js',
  'laid-out.js',
  'objects.js',
  'previews.js',
];
/** Made of Java later in the build, and kept while the Java stays as it is. */
const COMPILED = [
  'calc.js',
  'details.js',
  'config.js',
  'config-block.js',
  'config-qwen.js',
  'config-mixture.js',
  'config-gemma.js',
  'config-window.js',
  'config-latent.js',
  'config-hybrid.js',
  'headers.js',
  'mechanisms-attention.js',
  'mechanisms-network.js',
  'mechanisms-cost.js',
  'mechanisms-steps.js',
];
/** What is true of our own scripts: no getter has an effect, and no function is a constructor. */
const OWN = { passes: 3, pure_getters: true, unsafe_arrows: true, inline: 1 };

const hash = (...contents) => contents.reduce((h, c) => h.update(c).update('\0'), createHash('sha256')).digest('hex');
const read = file => readFile(file).catch(() => Buffer.alloc(0));
const unchanged = async (stamp, value) => (await read(path.join(work, stamp))).toString() === value;

function fail(sentence) {
  console.error(`web: ${sentence}`);
  process.exit(1);
}

async function installPackages() {
  const stamp = hash(
    await readFile(path.join(here, 'package.json')),
    await readFile(path.join(here, 'package-lock.json')),
  );
  if ((await unchanged('packages.stamp', stamp)) && existsSync(modules)) return stamp;
  await mkdir(work, { recursive: true });
  await rm(path.join(work, 'packages.stamp'), { force: true });
  for (const name of ['package.json', 'package-lock.json']) await cp(path.join(here, name), path.join(work, name));
  try {
    execFileSync('npm', ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: work,
      stdio: ['ignore', 'ignore', 'inherit'],
      shell: process.platform === 'win32',
    });
  } catch (error) {
    fail(
      error.code === 'ENOENT'
        ? 'npm was not found on the PATH; it comes with Node.js (version 20 or later).'
        : '"npm ci" failed, see above. The first build needs the npm registry; later ones do not.',
    );
  }
  await writeFile(path.join(work, 'packages.stamp'), stamp);
  return stamp;
}

async function fontRules(packages) {
  const folder = path.join(work, 'fonts');
  const makers = ['fonts.mjs', 'outlines.mjs'].map(name => readFile(path.join(here, name)));
  const stamp = hash(packages, ...(await Promise.all(makers)));
  if (!(await unchanged('fonts.stamp', stamp))) {
    await rm(folder, { recursive: true, force: true });
    await writeFile(path.join(work, 'fonts.css'), await makeFonts(modules, folder));
    await writeFile(path.join(work, 'outlines.txt'), await makeOutlines(modules));
    await writeFile(path.join(work, 'fonts.stamp'), stamp);
  }
  return readFile(path.join(work, 'fonts.css'), 'utf8');
}

async function writeStyles(folder, fonts) {
  const { transform } = await import(path.join(modules, 'lightningcss/node/index.mjs'));
  for (const [filename, parts] of Object.entries(STYLES)) {
    const css = await Promise.all(parts.map(name => readFile(path.join(here, 'css', `${name}.css`))));
    const first = filename === 'site.css' ? [Buffer.from(fonts)] : [];
    const { code, warnings } = transform({ filename, code: Buffer.concat([...first, ...css]), minify: true });
    if (warnings.length)
      fail(`${filename}: ${warnings.map(({ message, loc }) => `line ${loc.line}: ${message}`).join('; ')}`);
    await writeFile(path.join(folder, filename), Buffer.concat([code, Buffer.from('\n')]));
  }
}

/**
 * One classic script of each module in js/: from a folder, a browser loads no module. What a script beside site.js
 * imports from js/shared.js it finds in the window, where site.js has left it, so that a page loads no function twice.
 */
async function writeScripts(folder) {
  const { build } = await import(path.join(modules, 'esbuild/lib/main.js'));
  const names = Object.keys(await import(path.join(here, 'js/shared.js'))).join(', ');
  const sharing = {
    name: 'sharing',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]js[\\/]shared\.js$/ }, () => ({
        contents: `export const { ${names} } = window.archnotes;`,
      }));
    },
  };
  for (const name of SCRIPTS) {
    const { outputFiles } = await build({
      entryPoints: [path.join(here, 'js', name)],
      bundle: true,
      format: 'iife',
      minify: true,
      charset: 'utf8',
      write: false,
      logLevel: 'warning',
      plugins: name === 'site.js' ? [] : [sharing],
    });
    await writeFile(path.join(folder, name), await minified(outputFiles[0].text, OWN));
  }
}

/** What esbuild leaves, terser shortens by another twentieth. */
async function minified(text, options = {}) {
  const { minify } = await import(path.join(modules, 'terser/main.js'));
  const { code } = await minify(text, { ecma: 2020, compress: { passes: 2, ...options } });
  return code.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '') + '\n';
}

/** Temml in the language of 2009: the engine that runs it in Java (Rhino) has no classes, and scopes of its own. */
async function copyTemml(folder) {
  const { default: ts } = await import(path.join(modules, 'typescript/lib/typescript.js'));
  const compilerOptions = { target: ts.ScriptTarget.ES5, module: ts.ModuleKind.None, downlevelIteration: true };
  const { outputText } = ts.transpileModule(await readFile(path.join(modules, 'temml/dist/temml.min.js'), 'utf8'), {
    compilerOptions,
  });
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
  const licenses = {
    'stix-two-text': '@fontsource/stix-two-text/LICENSE',
    'stix-two-math': '@fontsource/stix-two-math/LICENSE',
    'source-sans-3': '@fontsource/source-sans-3/LICENSE',
    temml: 'temml/LICENSE',
    teavm: 'typescript/LICENSE.txt',
  };
  const together = [];
  for (const [name, file] of Object.entries(licenses)) {
    const text = (await readFile(path.join(modules, file), 'utf8')).replace(/\r\n/g, '\n').trim() + '\n';
    await writeFile(path.join(folder, 'licenses', `${name}.txt`), text);
    together.push(`${name}\n${'='.repeat(name.length)}\n\n${text}`);
  }
  await writeFile(path.join(folder, 'licenses', 'all.txt'), together.join('\n\n'));
}

/** Texts of the licenses that libraries name without holding them, for LicenseCollector. */
async function writeLicenseTexts() {
  const folder = path.join(work, 'licenses');
  await mkdir(folder, { recursive: true });
  for (const license of ['Apache-2.0', 'BSD-3-Clause', 'MIT', 'MPL-2.0']) {
    const known = await readFile(path.join(modules, 'spdx-license-list/licenses', `${license}.json`), 'utf8');
    await writeFile(path.join(folder, `${license}.txt`), JSON.parse(known).licenseText);
  }
}

/** A list of the files, so that a reader of the jar need not list a folder in it. */
async function writeList(folder) {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter(e => e.isFile())
    .map(e =>
      path
        .relative(folder, path.join(e.parentPath ?? e.path, e.name))
        .split(path.sep)
        .join('/'),
    )
    .sort();
  await writeFile(path.join(folder, 'assets.txt'), names.map(name => name + '\n').join(''));
}

async function inputStamp() {
  const names = [
    path.join(here, 'build.mjs'),
    path.join(here, 'fonts.mjs'),
    path.join(here, 'outlines.mjs'),
    path.join(here, 'package.json'),
    path.join(here, 'package-lock.json'),
  ];
  for (const kind of ['css', 'img', 'js']) {
    const files = (await readdir(path.join(here, kind), { recursive: true, withFileTypes: true })).filter(e =>
      e.isFile(),
    );
    names.push(...files.map(e => path.join(e.parentPath ?? e.path, e.name)).sort());
  }
  return hash(...(await Promise.all(names.flatMap(name => [path.relative(here, name), readFile(name)]))));
}

if (Number(process.versions.node.split('.')[0]) < 20)
  fail(`Node.js 20 or later is needed, this is ${process.version}.`);
const stamp = await inputStamp();
const axe = path.join(testOut, 'axe.min.js');
if ((await unchanged('build.stamp', stamp)) && existsSync(path.join(out, 'assets.txt')) && existsSync(axe))
  process.exit(0);

const fonts = await fontRules(await installPackages());
const draft = path.join(work, 'web');
await rm(draft, { recursive: true, force: true });
await mkdir(draft, { recursive: true });
await writeStyles(draft, fonts);
await writeScripts(draft);
await copyImages(draft);
await copyThirdParty(draft);
await writeList(draft);
await writeLicenseTexts();
for (const script of COMPILED) await rename(path.join(out, script), path.join(draft, script)).catch(() => {});
await rm(out, { recursive: true, force: true });
await mkdir(path.dirname(out), { recursive: true });
await rename(draft, out);
await mkdir(testOut, { recursive: true });
await cp(path.join(modules, 'axe-core/axe.min.js'), axe);
await writeFile(path.join(work, 'build.stamp'), stamp);
console.log(`web: wrote ${path.relative(project, out)}`);
