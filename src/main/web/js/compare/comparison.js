import { make, say, sortTable } from '../shared.js';
import { button, columnChooser, filterForm } from './controls.js';
import { downloadCsv } from './csv.js';
import { sideBySide } from './side-by-side.js';
import { countSentence, isFiltered, MOST, passes, readState, writeState } from './state.js';
import { nameOf, readTable } from './table.js';

/** Makes the controls of the comparison, and shows what the address asks for. */
export function comparison(table, controls, side) {
  const content = readTable(table);
  const { columns, facts, rows } = content;
  const state = readState(
    location.search,
    columns,
    rows.map(row => row.dataset.id),
  );
  const isShown = ({ index, id }) => index === 0 || state.columns.has(id);

  const count = make('span', { class: 'compare-count', role: 'status' });
  const differences = button('Only differences', () => {
    state.differences = !state.differences;
    show();
  });
  const picks = new Map(rows.map(row => [row, pickBox(row, picked => pick(row.dataset.id, picked))]));
  const showSide = sideBySide(side, content, () => {
    state.picked = [];
    show();
  });

  function pick(id, picked) {
    state.picked = picked ? [...state.picked, id] : state.picked.filter(other => other !== id);
    show();
  }

  function show() {
    for (const row of rows) {
      row.hidden = !passes(row, state);
      const picked = state.picked.includes(row.dataset.id);
      row.classList.toggle('picked', picked);
      picks.get(row).checked = picked;
      picks.get(row).disabled = !picked && state.picked.length >= MOST;
    }
    for (const column of columns) {
      const hidden = !isShown(column);
      column.header.hidden = hidden;
      rows.forEach(row => {
        row.cells[column.index].hidden = hidden;
      });
    }
    const visible = rows.filter(row => !row.hidden).length;
    count.textContent = countSentence(visible, rows.length, state.picked.length);
    table.parentElement.hidden = !visible;
    differences.disabled = state.picked.length < 2;
    differences.setAttribute('aria-pressed', String(state.differences));
    showSide(state);
    remember();
  }

  function remember() {
    const query = writeState(state, columns);
    try {
      history.replaceState(null, '', query ? `?${query}` : location.pathname);
    } catch {
      /* from a folder */
    }
  }

  const form = filterForm(state, rows, atOnce => {
    show();
    if (atOnce) say(count.textContent);
  });
  controls.append(
    make(
      'details',
      { class: 'compare-fold', open: isFiltered(state) },
      make('summary', { class: 'button' }, 'Filter'),
      form,
    ),
    make(
      'div',
      { class: 'compare-bar' },
      count,
      differences,
      columnChooser(state, facts, show),
      button('Download CSV', () => downloadCsv(content, isShown)),
      make('a', { class: 'button', href: location.pathname }, 'Start over'),
    ),
  );
  table.addEventListener('sorted', ({ detail: { header, direction } }) => {
    state.sort = (direction === 'descending' ? '-' : '') + (header.dataset.column ?? '');
    remember();
  });
  const sorted = columns.find(({ id }) => id === state.sort.replace(/^-/, ''));
  if (sorted) sortTable(table, sorted.header, state.sort.startsWith('-') ? 'descending' : 'ascending');
  show();
  table.dataset.ready = '';
}

/** The box before the name of a model that sets it side by side. */
function pickBox(row, change) {
  const box = make('input', { type: 'checkbox', 'aria-label': `Set ${nameOf(row)} side by side` });
  box.addEventListener('change', () => change(box.checked));
  row.cells[0].prepend(make('label', { class: 'pick' }, box));
  return box;
}
