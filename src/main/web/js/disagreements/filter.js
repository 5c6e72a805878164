import { button, selectField } from '../compare/controls.js';
import { choices, countSentence, keepState, passes, readState } from '../filter/state.js';
import { all, make, say, targetOf } from '../shared.js';

/** So many entries are read at once, without opening each. */
const FEW = 12;

/** Makes the filters of the page, and shows what the address asks for. */
export function filter(controls) {
  const sections = all('.disagreements');
  const rows = all('.disagreement').map(row => ({
    row,
    kind: [row.dataset.kind],
    model: (row.dataset.models ?? '').split(' '),
  }));
  const state = readState(location.search, ['kind', 'model']);
  const folds = all('.disagreement > details');
  const count = make('span', { class: 'compare-count' });
  const selects = make('div', { class: 'compare-filters' });
  const every = button('', () => {
    const open = folds.some(fold => !fold.open);
    for (const fold of folds) fold.open = open;
  });

  function show(aloud) {
    for (const entry of rows) entry.row.hidden = !passes(entry, state);
    for (const section of sections) section.hidden = !section.querySelector('.disagreement:not([hidden])');
    count.textContent = countSentence(rows.filter(({ row }) => !row.hidden).length, rows.length, 'disagreement');
    if (aloud) say(count.textContent);
  }

  function choose(name, value) {
    state[name] = value;
    show(true);
    openFew();
    keepState(state);
  }

  function openFew() {
    const fitting = folds.filter(fold => !fold.parentNode.hidden);
    for (const fold of folds) fold.open = fitting.length <= FEW && fitting.includes(fold);
  }

  function nameButton() {
    every.textContent = folds.some(fold => !fold.open) ? 'Open all' : 'Close all';
  }

  function draw() {
    selects.replaceChildren(
      selectField('Kind', [['', 'any kind'], ...choices(rows, 'kind')], state.kind, value => choose('kind', value)),
      selectField('Model', [['', 'any model'], ...modelChoices(rows)], state.model, value => choose('model', value)),
    );
  }

  // a link to a row that the filters hide shows all of them
  function reveal() {
    const target = targetOf(location.hash);
    const fold = target?.closest('.disagreement > details');
    if (!fold) return;
    if (target.closest('[hidden]')) startOver();
    else if (fold.open) return;
    fold.open = true;
    target.scrollIntoView();
  }

  function startOver() {
    state.kind = state.model = '';
    draw();
    choose('kind', '');
  }

  draw();
  nameButton();
  for (const fold of folds) fold.addEventListener('toggle', nameButton);
  controls.append(
    make(
      'form',
      { role: 'search', 'aria-label': 'Filter the disagreements' },
      selects,
      make('div', { class: 'compare-bar' }, count, every, button('Show all', startOver)),
    ),
  );
  controls.firstChild.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', reveal);
  show(false);
  if (state.kind || state.model) openFew();
  reveal();
}

/** The models by the names that the rows' links have. */
function modelChoices(rows) {
  const names = new Map();
  for (const { row, model } of rows) {
    const links = all('.concerns a', row);
    model.forEach((slug, i) => {
      if (links[i]) names.set(slug, links[i].textContent.trim());
    });
  }
  return [...names].sort((a, b) => a[1].localeCompare(b[1], 'en'));
}
