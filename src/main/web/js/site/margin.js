import { loadScript } from '../shared/load-script.js';

/** Loads what sets references and definitions beside the text, where there are any and the margin has room. */
export function margin() {
  if (
    matchMedia('(width >= 1220px)').matches &&
    document.querySelector('.layout:not(.wide) > .prose > :is(.references, p:has(a.term))')
  ) {
    loadScript(`${document.documentElement.dataset.root}assets/margin.js`).catch(() => {});
  }
}
