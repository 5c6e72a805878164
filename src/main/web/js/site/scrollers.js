import { all } from '../shared/elements.js';
import { loadScript } from '../shared/load-script.js';

const overflows = box => box.scrollWidth > box.clientWidth + 1;

/** What scrolls sideways can be reached and scrolled with the keyboard; on a phone, tables become lists of entries. */
export function scrollers() {
  const narrow = matchMedia('(width < 560px)');
  let stacked;
  const mark = () => {
    all('.math-display, pre').forEach(box => {
      if (!overflows(box) || box.hasAttribute('tabindex')) return;
      box.tabIndex = 0;
      if (box.matches('.math-display')) {
        box.setAttribute('role', 'group');
        box.setAttribute('aria-label', 'Formula');
      }
    });
    if (narrow.matches && all('.table-scroll').some(overflows)) {
      stacked ??= loadScript(`${document.documentElement.dataset.root}assets/stacked.js`);
      stacked.then(
        () => window.archnotes_stacked(),
        () => {},
      );
    }
  };
  addEventListener('resize', mark);
  addEventListener('toggle', mark, true);
  document.fonts?.ready.then(mark);
  mark();
}
