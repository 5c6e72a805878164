// Asks a built index queries in turn, as a reader would who has just come and goes on asking, and prints what each
// loads in bytes compressed. Arguments: the folder of the site, the bytes of the search's own script and style, the
// queries.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { argv } from 'node:process';
import { gzipSync } from 'node:zlib';
import { makeSearch } from '../../../main/web/js/search/engine.js';

const [site, own, ...queries] = argv.slice(2);
let bytes = Number(own);
globalThis.window = {};
const run = file => {
  const text = readFileSync(path.join(site, file), 'utf8');
  bytes += gzipSync(text).length;
  return new Function('window', 'archnotesSearchPiece', text);
};
run('search-index.js')(window, null);
const engine = makeSearch(
  window.archnotesSearchIndex,
  name => new Promise(done => run(`search-index/${name}.js`)(window, (given, value) => done(value))),
);
for (const query of queries) {
  const start = performance.now();
  const { groups } = await engine.search(query);
  const found = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  console.log([query, bytes, found, Math.round(performance.now() - start)].join('\t'));
  bytes = 0;
}
