import { loadScript } from '../shared/load-script.js';

/** Loads what lays the rest of the page out, where layout.css has left it for later; the promise is of the whole. */
export function laidOut() {
  const { late, root } = document.documentElement.dataset;
  if (late === undefined) return;
  window.archnotes_whole = new Promise(done => addEventListener('load', done))
    .then(() => loadScript(`${root}assets/laid-out.js`))
    .then(() => window.archnotes_layOut())
    .catch(() => {});
}
