import { loadScript } from './load-script.js';
import { loadStyle } from './load-style.js';

let tray;

/** The tray of chosen models; its scripts are loaded when it is first wanted. */
export function loadTray() {
  const { root } = document.documentElement.dataset;
  tray ??= Promise.all([
    loadStyle('tray.css'),
    loadScript(`${root}compare-models.js`).then(() => loadScript(`${root}assets/tray.js`)),
  ]).then(() => window.archnotesTray);
  return tray;
}
