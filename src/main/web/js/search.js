// Search: words over the sections of every page, and small questions over the facts (experts>128, attention:mla, tied).
// Needs MiniSearch and the index, which site.js has loaded before; site.js then calls what stands in the window here.
import { makeSearch } from './search/hits.js';
import { searchDialog } from './search/dialog.js';
import { mountSearch } from './search/page.js';

const source = window.archnotesSearchIndex;
const engine = { ...makeSearch(source, window.MiniSearch), examples: source.examples };
window.archnotesSearch = { open: searchDialog(engine), mount: place => mountSearch(engine, place) };
