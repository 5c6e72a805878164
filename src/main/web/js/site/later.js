import { loadScript } from '../shared/load-script.js';

const FIRST_SIGNS = ['pointerover', 'pointerdown', 'keydown', 'focusin'];

/** Loads the script that the page names for later, when somebody first points, presses a key or moves the focus. */
export function later() {
  const source = document.querySelector('script[data-later]')?.dataset.later;
  if (!source) return;
  const load = () => {
    for (const sign of FIRST_SIGNS) removeEventListener(sign, load);
    loadScript(source).catch(() => {});
  };
  for (const sign of FIRST_SIGNS) addEventListener(sign, load);
}
