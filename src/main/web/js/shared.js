// What site.js, which every page has, shares with the scripts that only some pages have. In those the build replaces
// this module by what site.js has left in the window, so that no page loads a function twice and all of them speak in
// one live region.
export { decoded } from './shared/decoded.js';
export { all, make } from './shared/elements.js';
export { idle } from './shared/idle.js';
export { say } from './shared/live-region.js';
export { loadScript } from './shared/load-script.js';
export { loadTray } from './shared/load-tray.js';
export { cellValue, sortTable } from './shared/table-order.js';
export { targetOf } from './shared/target.js';
