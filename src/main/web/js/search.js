// Search: words over the sections of every page, and questions over the facts (experts>128, cache of a model at 32k).
// Needs the first file of the index, which site.js has loaded before; site.js then calls what stands in the window.
import { searchDialog } from './search/dialog.js';
import { makeSearch } from './search/engine.js';
import { mountSearch } from './search/page.js';
import { scriptLoader } from './search/pieces.js';

const source = window.archnotesSearchIndex;
const engine = makeSearch(source, scriptLoader(document.documentElement.dataset.root, source.version));
window.archnotesSearch = {
  open: searchDialog(engine),
  mount: place => mountSearch(engine, place),
  search: engine.search,
};
