import { make } from '../shared.js';

const KINDS = { dense: 'dense', moe: 'mixture of experts' };
/** Where ranges may begin and end, each in its unit. */
const STOPS = {
  size: [1, 4, 10, 30, 100, 300, 1000],
  cache: [0.25, 0.5, 1, 2, 4, 8],
  context: [4, 8, 32, 128, 256, 1024],
};
const PRINTED = {
  size: value => (value >= 1000 ? `${value / 1000}T` : `${value}B`),
  cache: value => (value < 1 ? `${value * 1024} MiB` : `${value} GiB`),
  context: value => (value >= 1024 ? `${value / 1024}M` : `${value}k`),
};

/** A button with a text. */
export function button(text, action) {
  const element = make('button', { type: 'button', class: 'button' }, text);
  element.addEventListener('click', action);
  return element;
}

/** The form of the filters; `changed` is called for every change, with whether it was made at once. */
export function filterForm(state, rows, mechanisms, changed) {
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
    mechanismFields(state, mechanisms, () => changed(true)),
    ...[
      ['Parameters', 'size'],
      ['Cache at 32k', 'cache'],
      ['Context', 'context'],
    ].map(([label, key]) => rangeField(label, key, state, () => changed(true))),
    select('License', 'license', any('any license', 'license')),
    select('Released', 'from', [['', 'any date'], ...laterYears(rows).map(year => [year, `${year} or later`])]),
  );
  form.addEventListener('submit', event => event.preventDefault());
  return form;
}

/** Two choices, from and to, as one range in the address: "5..40". */
function rangeField(label, key, state, changed) {
  const ends = (state[key] || '..').split('..');
  const end = (at, none, name) => {
    const stops = STOPS[key].includes(Number(ends[at])) || !ends[at] ? STOPS[key] : [Number(ends[at]), ...STOPS[key]];
    const options = [['', none], ...stops.map(value => [String(value), PRINTED[key](value)])].map(([value, text]) =>
      make('option', { value, selected: value === (ends[at] ?? '') }, text),
    );
    const select = make('select', { 'aria-label': `${label}, ${name}` }, ...options);
    select.addEventListener('change', () => {
      ends[at] = select.value;
      state[key] = ends[0] || ends[1] ? `${ends[0] ?? ''}..${ends[1] ?? ''}` : '';
      changed();
    });
    return select;
  };
  return make(
    'fieldset',
    { class: 'field range' },
    make('legend', {}, label),
    make('span', {}, end(0, 'from any', 'at least'), ' – ', end(1, 'to any', 'at most')),
  );
}

/** What models must use or lack: a list to add from, and a button for each that takes it out again. */
function mechanismFields(state, mechanisms, changed) {
  const chosen = make('span', { class: 'mechanisms-chosen' });
  const options = without =>
    mechanisms.map(({ key, label }) => make('option', { value: (without ? '-' : '') + key }, label));
  const list = make(
    'select',
    {},
    make('option', { value: '' }, 'any mechanism'),
    make('optgroup', { label: 'with' }, ...options(false)),
    make('optgroup', { label: 'without' }, ...options(true)),
  );
  const keys = () => state.uses.split(',').filter(Boolean);
  const set = next => {
    state.uses = [...new Set(next)].join();
    show();
    changed();
  };
  list.addEventListener('change', () => {
    if (list.value) set([...keys(), list.value]);
    list.value = '';
  });
  function show() {
    chosen.replaceChildren(
      ...keys().map(key => {
        const label = mechanisms.find(mechanism => mechanism.key === key.replace(/^-/, ''))?.label ?? key;
        const text = `${key.startsWith('-') ? 'without' : 'with'} ${label} ×`;
        return button(text, () => set(keys().filter(other => other !== key)));
      }),
    );
  }
  show();
  return make('div', { class: 'field mechanisms' }, make('label', {}, 'Mechanism', list), chosen);
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
