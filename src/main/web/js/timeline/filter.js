import { button, selectField } from '../compare/controls.js';
import { choices, countSentence, keepState, passes, readState } from '../filter/state.js';
import { all, make, say, targetOf } from '../shared.js';
import { entryOf } from './entry.js';

const FILTERS = [
  ['part', 'Part', 'any part'],
  ['concept', 'Concept', 'any concept'],
  ['model', 'Model', 'any model'],
];

/** Makes the filters of the timeline, and shows what the address asks for. */
export function filter(controls) {
  const entries = all('.timeline > li').map(item => ({ item, ...entryOf(all('.chip', item)) }));
  const folds = all('.timeline-year > details');
  const state = readState(
    location.search,
    FILTERS.map(([name]) => name),
  );
  const count = make('span', { class: 'compare-count' });
  const selects = make('div', { class: 'compare-filters' });
  const every = button('', () => {
    const open = folds.some(fold => !fold.open);
    for (const fold of folds) fold.open = open;
  });
  const chosen = () => Object.values(state).some(Boolean);

  function show(aloud) {
    for (const entry of entries) entry.item.hidden = !passes(entry, state);
    for (const fold of folds) {
      const empty = !fold.querySelector('li:not([hidden])');
      fold.parentNode.hidden = empty;
      if (chosen() && !empty) fold.open = true;
    }
    for (const era of all('.timeline-era')) era.hidden = !era.querySelector('.timeline-year:not([hidden])');
    count.textContent = countSentence(entries.filter(({ item }) => !item.hidden).length, entries.length, 'event');
    if (aloud) say(count.textContent);
  }

  function nameButton() {
    every.textContent = folds.some(fold => !fold.open) ? 'Open all years' : 'Close all years';
  }

  function choose(name, value) {
    state[name] = value;
    show(true);
    keepState(state);
  }

  function draw() {
    selects.replaceChildren(
      ...FILTERS.map(([name, label, any]) =>
        selectField(label, [['', any], ...choices(entries, name)], state[name], value => choose(name, value)),
      ),
    );
  }

  // a link to an event that the filters hide shows all of them
  function reveal() {
    const target = targetOf(location.hash);
    if (!target?.closest('[hidden]')) return;
    startOver();
    target.scrollIntoView();
  }

  function startOver() {
    for (const [name] of FILTERS) state[name] = '';
    draw();
    show(true);
    keepState(state);
  }

  draw();
  nameButton();
  for (const fold of folds) fold.addEventListener('toggle', nameButton);
  const form = make(
    'form',
    { role: 'search', 'aria-label': 'Filter the timeline' },
    selects,
    make('div', { class: 'compare-bar' }, count, every, button('Show all', startOver)),
  );
  form.addEventListener('submit', event => event.preventDefault());
  controls.append(form);
  addEventListener('hashchange', reveal);
  show(false);
  reveal();
}
