import { all } from '../shared/elements.js';
import { loadScript } from '../shared/load-script.js';

const overflows = box => box.scrollWidth > box.clientWidth + 1;

/** What scrolls sideways can be reached and scrolled with the keyboard; on a phone, tables become lists of entries. */
export function scrollers() {
  const narrow = matchMedia('(width < 560px)');
  let stacked;
  const mark = boxes => {
    // all is read before anything is written, so that the page is laid out once
    const wide = boxes.filter(overflows);
    const tables = wide.filter(box => box.matches('.table-scroll'));
    wide.forEach(box => {
      if (tables.includes(box) || box.hasAttribute('tabindex')) return;
      box.tabIndex = 0;
      if (box.matches('.math-display')) {
        box.setAttribute('role', 'group');
        box.setAttribute('aria-label', 'Formula');
      }
    });
    if (narrow.matches && tables.length) {
      stacked ??= loadScript(`${document.documentElement.dataset.root}assets/stacked.js`);
      stacked.then(
        () => window.archnotes_stacked(tables),
        () => {},
      );
    }
  };
  // tells of every box at first, and of those in a fold when that is opened
  const sizes = new ResizeObserver(entries => mark(entries.map(({ target }) => target)));
  const boxes = all('.math-display, pre, .table-scroll');
  const observe = () => boxes.forEach(box => sizes.observe(box));
  observe();
  // to ask for the fonts earlier would have the page laid out at once
  addEventListener('load', () =>
    document.fonts?.ready.then(() => {
      sizes.disconnect();
      observe();
    }),
  );
}
