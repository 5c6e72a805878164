import { all } from './elements.js';

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
const MILLIONS = { M: 1, B: 1e3, T: 1e6 };

/** A name with its sizes in millions, so that 270M stands before 1B and 1.7B before 12B. */
const inMillions = text =>
  text.replace(/(\d+(?:\.\d+)?)([MBT])\b/gi, (_, n, unit) => `${Math.round(n * MILLIONS[unit.toUpperCase()])}M`);

/** What a cell is sorted by: a number where it reads as one, a text, or null where it has no value. */
export function cellValue(cell) {
  const text = cell?.dataset.value ?? cell?.textContent.trim() ?? '';
  if (text === '' || cell.classList.contains('absent')) return null;
  const number = Number(text.replace(/[,\u2009\u202f]/g, ''));
  return Number.isNaN(number) ? text : number;
}

/** Compares values; what has none stays last in both directions. */
export function compareValues(a, b, sign) {
  if (a === null || b === null) return (a === null) - (b === null);
  return (
    sign *
    (typeof a === 'number' && typeof b === 'number'
      ? a - b
      : order.compare(inMillions(String(a)), inMillions(String(b))))
  );
}

/** Sorts every tbody by a column. */
export function sortTable(table, header, direction) {
  const column = [...header.parentElement.cells].indexOf(header);
  const sign = direction === 'descending' ? -1 : 1;
  for (const body of table.tBodies) {
    const rows = [...body.rows].map(row => ({ row, value: cellValue(row.cells[column]) }));
    rows.sort((a, b) => compareValues(a.value, b.value, sign));
    body.append(...rows.map(({ row }) => row));
  }
  all('th[aria-sort]', table).forEach(other => other.removeAttribute('aria-sort'));
  header.setAttribute('aria-sort', direction);
  table.dispatchEvent(new CustomEvent('sorted', { detail: { header, direction } }));
}
