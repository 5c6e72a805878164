// Tables that a phone cannot show whole, as a list of entries: the name of a row, below it each value with its column.
import { all } from './shared/elements.js';
import { loadStyle } from './shared/load-style.js';

const ROLES = { TD: 'cell', TH: 'rowheader' };

window.archnotes_stacked = async () => {
  await loadStyle('stacked.css');
  for (const box of all('.table-scroll:has(> table)')) {
    const table = box.firstElementChild;
    if (box.scrollWidth <= box.clientWidth + 1 || !isPlain(table)) continue;
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

function stack(table) {
  const names = [...table.tHead.rows[0].cells].map(cell => cell.textContent.trim());
  for (const row of table.rows) {
    [...row.cells].forEach((cell, i) => {
      if (i) cell.dataset.label = names[i];
      // what is no longer laid out as a table is one all the same
      cell.setAttribute('role', row.parentElement === table.tHead ? 'columnheader' : ROLES[cell.tagName]);
    });
    row.setAttribute('role', 'row');
  }
  table.setAttribute('role', 'table');
  for (const part of [table.tHead, ...table.tBodies]) part.setAttribute('role', 'rowgroup');
  table.classList.add('stacked');
}
