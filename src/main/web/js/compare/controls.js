import { make } from '../shared.js';

const KINDS = { dense: 'dense', moe: 'mixture of experts' };
const SIZES = [
  ['', 'any size'],
  ['0..5', 'up to 5 B'],
  ['5..40', '5 to 40 B'],
  ['40..200', '40 to 200 B'],
  ['200..', 'over 200 B'],
];

/** A button with a text. */
export function button(text, action) {
  const element = make('button', { type: 'button', class: 'button' }, text);
  element.addEventListener('click', action);
  return element;
}

/** The form of the filters; `changed` is called for every change, with whether it was made at once. */
export function filterForm(state, rows, changed) {
  const find = make('input', { type: 'search', value: state.q, autocomplete: 'off' });
  find.addEventListener('input', () => {
    state.q = find.value.trim();
    changed(false);
  });
  const select = (label, key, options) =>
    selectField(label, options, state[key], value => {
      state[key] = value;
      changed(true);
    });
  const any = (label, key, names = {}) => [
    ['', label],
    ...distinct(rows, key).map(value => [value, names[value] ?? value]),
  ];
  const form = make(
    'form',
    { class: 'compare-filters', role: 'search', 'aria-label': 'Filter the models' },
    make('label', { class: 'field' }, 'Find', find),
    select('Maker', 'maker', any('any maker', 'maker')),
    select('Feed-forward', 'kind', any('dense or experts', 'kind', KINDS)),
    select('Attention', 'attention', any('any attention', 'attention')),
    select('Size', 'size', SIZES),
    select('License', 'license', any('any license', 'license')),
    select('Released', 'from', [['', 'any date'], ...laterYears(rows).map(year => [year, `${year} or later`])]),
  );
  form.addEventListener('submit', event => event.preventDefault());
  return form;
}

/** A choice from a list with a label; `change` is called with what is chosen. */
export function selectField(label, options, chosen, change) {
  const choices = options.map(([value, text]) => make('option', { value, selected: value === chosen }, text));
  const select = make('select', {}, ...choices);
  select.addEventListener('change', () => change(select.value));
  return make('label', { class: 'field' }, label, select);
}

/** The values of the rows for a key, which may stand several in a row. */
export const distinct = (rows, key) =>
  [...new Set(rows.flatMap(row => (row.dataset[key] ?? '').split('|').filter(Boolean)))].sort();

/** The years of the models but the first, which all of them are in or after. */
export const laterYears = rows =>
  [...new Set(rows.map(row => (row.dataset.released ?? '').slice(0, 4)).filter(Boolean))].sort().slice(1);

/** A fold with a box for every column but that of the names; `changed` is called after a change. */
export function columnChooser(state, facts, changed) {
  const list = make('div', { class: 'compare-columns-list' });
  const sets = new Map();
  for (const { id, group, label } of facts) {
    if (!sets.has(group)) {
      const set = make('fieldset', {}, make('legend', {}, group));
      sets.set(group, set);
      list.append(set);
    }
    const box = make('input', { type: 'checkbox', checked: state.columns.has(id) });
    box.addEventListener('change', () => {
      if (box.checked) state.columns.add(id);
      else state.columns.delete(id);
      changed();
    });
    sets.get(group).append(make('label', { class: 'check' }, box, label));
  }
  const fold = make('details', { class: 'compare-columns' }, make('summary', { class: 'button' }, 'Columns'), list);
  document.addEventListener('click', event => {
    if (!fold.contains(event.target)) fold.open = false;
  });
  fold.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    fold.open = false;
    fold.firstChild.focus();
  });
  return fold;
}
