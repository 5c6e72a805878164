import { all } from '../shared/elements.js';

/** What scrolls sideways can be reached and scrolled with the keyboard. */
export function scrollers() {
  const mark = () =>
    all('.math-display, pre').forEach(box => {
      if (box.scrollWidth <= box.clientWidth + 1 || box.hasAttribute('tabindex')) return;
      box.tabIndex = 0;
      if (box.matches('.math-display')) {
        box.setAttribute('role', 'group');
        box.setAttribute('aria-label', 'Formula');
      }
    });
  addEventListener('resize', mark);
  document.fonts?.ready.then(mark);
  mark();
}
