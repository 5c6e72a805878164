// Asks the index of a built site the queries of a table, and prints each whose first answer is not the expected one.
// Arguments: the folder of the site, the table (query, beginning of the first answer's address, part of its value).
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { argv } from 'node:process';
import { makeSearch } from '../../../main/web/js/search/engine.js';

const [site, table] = argv.slice(2);
const verbose = argv.includes('--verbose');
globalThis.window = {};
const run = file => new Function('window', 'archnotesSearchPiece', readFileSync(path.join(site, file), 'utf8'));
run('search-index.js')(window, null);
const engine = makeSearch(
  window.archnotesSearchIndex,
  name => new Promise(done => run(`search-index/${name}.js`)(window, (given, value) => done(value))),
);

/** The cells of a line, which may stand in quotes. */
const cells = line =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
    quoted === undefined ? plain : quoted.replaceAll('""', '"'),
  );

const rows = readFileSync(table, 'utf8').trim().split('\n').slice(1).map(cells);
const times = [];
for (const [query, href, value] of rows) {
  const start = performance.now();
  const { groups, note } = await engine.search(query);
  times.push(performance.now() - start);
  const hits = groups.flatMap(group => group.hits);
  const [first] = hits;
  const said = (first?.value ?? note ?? '').replaceAll('\u202f', ' ');
  const right = href ? first?.href.startsWith(href) && said.includes(value) : !value || note.includes(value);
  const counted = groups.map(({ label, hits: all }) => `${label} ${all.length}`).join('; ');
  const shown = `${first?.href ?? '-'} ${first?.value ?? ''} [${counted}] ${note}`;
  if (!right) console.log(`${query}: expected ${href} ${value}\n    got ${shown}`);
  else if (verbose) console.log(`ok ${query}\n    ${shown}`);
}
if (verbose) {
  times.sort((a, b) => a - b);
  const [median, nearlyAll] = [0.5, 0.95].map(share => times[Math.floor(times.length * share)].toFixed(1));
  console.log(`${rows.length} queries, median ${median} ms, 95 % ${nearlyAll} ms`);
}
