import { all } from '../shared/elements.js';
import { targetOf } from '../shared/target.js';

/** Folds: opened by an address that points into them, closed by Escape or a click elsewhere, open on paper. */
export function details() {
  addEventListener('hashchange', reveal);
  reveal();
  document.addEventListener('click', event =>
    all('.facts details[open], .matrix details[open]').forEach(fold => {
      if (!fold.contains(event.target)) fold.open = false;
    }),
  );
  document.addEventListener('keydown', event => {
    const open = event.key === 'Escape' && document.querySelector('.facts details[open], .matrix details[open]');
    if (open) {
      open.open = false;
      open.querySelector('summary').focus();
    }
  });
  const opened = [];
  addEventListener('beforeprint', () =>
    all('details:not([open], .working, .outline, .chart-values)').forEach(fold => {
      fold.open = true;
      opened.push(fold);
    }),
  );
  addEventListener('afterprint', () =>
    opened.splice(0).forEach(fold => {
      fold.open = false;
    }),
  );
}

function reveal() {
  const target = location.hash.length > 1 && targetOf(location.hash);
  if (!target) return;
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
  const working = target.querySelector(':scope > dd > .working, :scope > .working');
  if (working) working.open = true;
  if (target.matches('details, details *')) target.scrollIntoView({ block: 'nearest' });
}
