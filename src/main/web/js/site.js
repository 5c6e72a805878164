// What every page has: theme, copying, sorting, contents that follow, previews, opening what a link points into, and
// the way to the search.
import { all, cellValue, decoded, idle, loadScript, loadTray, make, say, sortTable, targetOf } from './shared.js';
import { addLiveRegion } from './shared/live-region.js';
import { choosing } from './site/choosing.js';
import { contentsThatFollow } from './site/contents.js';
import { copyButtons } from './site/copying.js';
import { details } from './site/details.js';
import { linksInFolder } from './site/folder.js';
import { laidOut } from './site/laid-out.js';
import { whatComesLate } from './site/late.js';
import { later } from './site/later.js';
import { margin } from './site/margin.js';
import { prefilled } from './site/prefilled.js';
import { scrollers } from './site/scrollers.js';
import { search } from './site/search.js';
import { sortableTables } from './site/sorting.js';
import { themeToggle } from './site/theme.js';

// what shared.js exports, for the scripts that follow
window.archnotes = { all, cellValue, decoded, idle, loadScript, loadTray, make, say, sortTable, targetOf };
addLiveRegion();
themeToggle();
copyButtons();
sortableTables();
contentsThatFollow();
scrollers();
later();
laidOut();
margin();
prefilled();
whatComesLate();
details();
choosing();
linksInFolder();
search();
