import { make } from '../shared.js';
import { nameOf } from './table.js';

const number = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** A value that a spreadsheet would take for a formula gets an apostrophe, which makes it a text. */
const harmless = text => (/^[=+@\t\r-]/.test(text) && !number.test(text) ? `'${text}` : text);

const quoted = text => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
const field = value => quoted(harmless(value));

/** Lines of values as a file of comma-separated values. */
export const csvText = lines => lines.map(line => line.map(field).join(',') + '\r\n').join('');

/** Hands the reader the rows and columns that are shown, in their order, as a file. */
export function downloadCsv({ table, columns }, isShown) {
  const shown = columns.filter(isShown);
  const rows = [...table.tBodies[0].rows].filter(row => !row.hidden);
  const text = csvText([
    ['id', ...shown.map(({ id }) => id)],
    ...rows.map(row => [row.dataset.id, ...shown.map(column => valueOf(row, column))]),
  ]);
  const link = make('a', {
    href: URL.createObjectURL(new Blob([text], { type: 'text/csv' })),
    download: 'archnotes-comparison.csv',
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function valueOf(row, { index }) {
  const cell = row.cells[index];
  if (index === 0) return nameOf(row);
  return cell.classList.contains('absent') ? '' : (cell.dataset.value ?? cell.textContent.trim());
}
