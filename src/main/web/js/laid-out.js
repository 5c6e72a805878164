// Lays out what stands far below, piece by piece, when the page has come.
import { all, idle } from './shared.js';

/** What layout.css leaves for later, on pages that theme.js has marked; none of it in the first screen. */
const PIECES =
  '.home-section, .calculator + .prose, .pairs, .prose > :nth-child(n + 16), ' +
  ':is(.home-table, [data-compare]) > tbody > :nth-child(n + 4)';
/** How many elements are laid out at a time: a slow phone needs less than 50 ms for them. */
const MOST = 80;
/** In how many steps the longest page is laid out. */
const STEPS = 60;

window.archnotes_layOut = async () => {
  const most = Math.max(MOST, document.getElementsByTagName('*').length / STEPS);
  let size = 0;
  for (const piece of all(PIECES)) {
    if (size > most) {
      await idle();
      await new Promise(requestAnimationFrame);
      size = 0;
    }
    piece.style.contentVisibility = 'visible';
    size += 1 + piece.getElementsByTagName('*').length;
  }
};
