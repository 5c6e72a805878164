// Asks an index written by archnotes and one that MiniSearch built from the same documents the same questions, and
// prints every difference. Arguments: the library, the index, the documents (with all their words), the queries.
const { readFileSync } = require('node:fs');
const { argv } = require('node:process');
const MiniSearch = require(argv[2]);

const read = file => JSON.parse(readFileSync(file, 'utf8'));
const [index, documents, queries] = argv.slice(3).map(read);
const options = {
  fields: ['title', 'heading', 'text'],
  storeFields: ['title', 'heading', 'href', 'group', 'text'],
};
const written = MiniSearch.loadJS(index, options);
const built = new MiniSearch(options);
built.addAll(documents);

const ways = {
  plain: {},
  forgiving: { fuzzy: 0.2, prefix: true, boost: { title: 4, heading: 2 }, combineWith: 'AND' },
};

// Equal scores may come in any order, and the last bits of a score depend on the order in which its terms are added up.
const results = (engine, query, way) =>
  engine
    .search(query, way)
    .map(({ id, score, href }) => `${score.toPrecision(12)} ${id} ${href}`)
    .sort();

for (const [way, asked] of Object.entries(queries)) {
  for (const query of asked) {
    const [ours, theirs] = [written, built].map(engine => results(engine, query, ways[way]));
    if (!theirs.length) {
      console.log(`${query} (${way}): no results at all`);
    }
    if (ours.join('\n') !== theirs.join('\n')) {
      console.log(`${query} (${way}):`);
      console.log(`  written: ${ours.join(' | ')}`);
      console.log(`  built:   ${theirs.join(' | ')}`);
    }
  }
}
if (written.termCount !== built.termCount) {
  console.log(`terms: ${written.termCount} written, ${built.termCount} built`);
}
