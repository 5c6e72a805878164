import { loadScript } from '../shared/load-script.js';

/** Loads the script that the page names for later, when everything else has come. */
export function later() {
  const site = document.querySelector('script[data-later]');
  if (!site) return;
  const load = () =>
    loadScript(site.dataset.later)
      .then(() => window.archnotes_charts)
      .catch(() => {})
      .then(() => delete site.dataset.later);
  if (document.readyState === 'complete') load();
  else addEventListener('load', load);
}
