import { csvText } from '../shared/csv-text.js';
import { download } from '../shared/download.js';
import { nameOf } from './table.js';

/** Hands the reader the rows and columns that are shown, in their order, as a file. */
export function downloadCsv({ table, columns }, isShown) {
  const shown = columns.filter(isShown);
  const rows = [...table.tBodies[0].rows].filter(row => !row.hidden);
  const text = csvText([
    ['id', ...shown.map(({ id }) => id)],
    ...rows.map(row => [row.dataset.id, ...shown.map(column => valueOf(row, column))]),
  ]);
  download('archnotes-comparison.csv', text, 'text/csv');
}

function valueOf(row, { index }) {
  const cell = row.cells[index];
  if (index === 0) return nameOf(row);
  return cell.classList.contains('absent') ? '' : (cell.dataset.value ?? cell.textContent.trim());
}
