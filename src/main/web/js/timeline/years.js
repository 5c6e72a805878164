import { all } from '../shared.js';

const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** The place from which a key leads to another one of so many; nothing where the key leads nowhere. */
export function stepped(place, key, many) {
  const step = STEPS[key];
  return step === undefined ? undefined : Math.max(0, Math.min(many - 1, place + step));
}

/** On the name of a year the arrows lead to the next and to the one before, Home and End to the first and last. */
export function years() {
  document.addEventListener('keydown', event => {
    const here = event.target.closest?.('.timeline-year summary');
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    const names = all('.timeline-year:not([hidden]) summary');
    const next = names[stepped(names.indexOf(here), event.key, names.length)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
