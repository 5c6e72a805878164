import { cellValue, make } from '../shared.js';
import { button } from './controls.js';
import { ratio } from './ratio.js';
import { nameOf } from './table.js';

/** The chosen models side by side, in `place`; `clear` chooses none. */
export function sideBySide(place, { facts, rows }, clear) {
  let shown;
  return ({ picked, differences }) => {
    // it is a live region: filtering alone is not to be read out again
    const wanted = picked.join() + differences;
    if (!place || wanted === shown) return;
    shown = wanted;
    place.replaceChildren();
    place.hidden = picked.length < 2;
    if (place.hidden) return;
    const chosen = picked.map(id => rows.find(row => row.dataset.id === id));
    const heading = make('h2', { id: 'side-by-side' }, 'Side by side');
    place.append(
      make('div', { class: 'side-by-side-head' }, heading, button('Choose none', clear)),
      make(
        'div',
        { class: 'table-scroll', role: 'region', tabindex: '0', 'aria-labelledby': 'side-by-side' },
        make('table', { class: 'versus' }, tableHead(chosen), tableBody(chosen, facts, differences)),
      ),
    );
  };
}

function tableHead(chosen) {
  const names = chosen.map(row => make('th', { scope: 'col' }, nameOf(row)));
  return make('thead', {}, make('tr', {}, make('th', { scope: 'col' }, 'Fact'), ...names));
}

function tableBody(chosen, facts, differences) {
  const body = make('tbody');
  let group = null;
  for (const column of facts) {
    const cells = chosen.map(row => row.cells[column.index]);
    const texts = cells.map(cell => cell.textContent.trim());
    const same = texts.every(text => text === texts[0]);
    if ((differences && same) || cells.every(cell => cell.classList.contains('absent'))) continue;
    if (column.group !== group) {
      group = column.group;
      const head = make('th', { scope: 'rowgroup', colspan: chosen.length + 1 }, group);
      body.append(make('tr', { class: 'versus-group' }, head));
    }
    const name = make('th', { scope: 'row' }, column.label);
    const copies = cells.map((cell, i) => copyOf(cell, i && column.numeric ? cellValue(cells[0]) : null));
    body.append(make('tr', { class: same ? 'same' : '' }, name, ...copies));
  }
  return body;
}

/** A copy of a cell, with the ratio to another value where both are numbers. */
function copyOf(cell, base) {
  const copy = make('td', {}, ...[...cell.childNodes].map(node => node.cloneNode(true)));
  const value = cellValue(cell);
  const times = typeof value === 'number' && typeof base === 'number' ? ratio(value, base) : null;
  if (times) copy.append(make('span', { class: 'ratio' }, times));
  return copy;
}
