import { all } from '../shared.js';

/** The columns and rows of the comparison, as they stand in the page. */
export function readTable(table) {
  const columns = all('thead tr:last-child th[data-column]', table).map((header, index) => ({
    id: header.dataset.column,
    label: labelOf(header),
    group: header.dataset.group ?? '',
    header,
    index,
    numeric: header.classList.contains('num'),
    usual: index > 0 && !header.hasAttribute('data-extra'),
  }));
  const facts = columns.slice(1);
  const groups = [...new Set(facts.map(({ group }) => group))];
  return {
    table,
    columns,
    /** All columns but that of the names, those of a group together. */
    facts: groups.flatMap(group => facts.filter(column => column.group === group)),
    rows: [...table.tBodies[0].rows],
  };
}

function labelOf(header) {
  const unit = header.querySelector('.head-unit')?.textContent.trim() ?? '';
  const name = header.dataset.label ?? header.textContent.replace(unit, '').trim();
  return unit ? `${name} (${unit})` : name;
}

/** The name of the model in a row. */
export const nameOf = row => (row.cells[0].querySelector('a') ?? row.cells[0]).textContent.trim();
