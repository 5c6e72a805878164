// Tables that a phone cannot show whole, as a list of entries: the name of a row, below it each value with its column.
import { idle } from './shared/idle.js';
import { loadStyle } from './shared/load-style.js';

const ROLES = { TD: 'cell', TH: 'rowheader' };

/** The tables in boxes that are too narrow for them; those in sight at once, the others one by one. */
window.archnotes_stacked = async boxes => {
  const tables = boxes.map(box => box.firstElementChild).filter(part => part.matches('table') && isPlain(part));
  if (!tables.length) return;
  await loadStyle('stacked.css');
  const below = new Set(tables.filter(table => table.getBoundingClientRect().top > 2 * innerHeight));
  for (const table of tables) {
    if (below.has(table)) await idle();
    if (isMatrix(table)) table.classList.add('tight');
    else stack(table);
  }
};

/** Whether each value has one name of a row and one of a column. */
const isPlain = table =>
  table.tHead?.rows.length === 1 &&
  !table.matches('[data-compare], .home-table, .ledger, .published, .stacked') &&
  !table.querySelector('[colspan], [rowspan], tfoot');

/** Whether a table is a picture made of signs, which rows of their own would tear apart. */
const isMatrix = table =>
  [...table.tBodies[0].querySelectorAll('td')].every(cell => cell.textContent.trim().length < 3);

/** Whether a row is named by a number, which says nothing without the name of its column. */
const isNumber = cell => /^[\d.,\s]+$/.test(cell.textContent);

function stack(table) {
  const names = [...table.tHead.rows[0].cells].map(cell => cell.textContent.trim());
  for (const row of table.rows) {
    [...row.cells].forEach((cell, i) => {
      if (i || isNumber(cell)) cell.dataset.label = names[i];
      // what is no longer laid out as a table is one all the same
      cell.setAttribute('role', row.parentElement === table.tHead ? 'columnheader' : ROLES[cell.tagName]);
    });
    row.setAttribute('role', 'row');
  }
  table.setAttribute('role', 'table');
  for (const part of [table.tHead, ...table.tBodies]) part.setAttribute('role', 'rowgroup');
  table.classList.add('stacked');
  table.classList.toggle('by-two', names.length === 5);
  // a formula does not break: where its column is too narrow, it has the line
  for (const cell of table.querySelectorAll('td:has(math)'))
    if (cell.scrollWidth > cell.clientWidth) cell.style.gridColumn = '1 / -1';
}
