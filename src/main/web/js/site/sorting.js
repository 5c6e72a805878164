import { all, make } from '../shared/elements.js';
import { say } from '../shared/live-region.js';
import { sortTable } from '../shared/table-order.js';

/** The direction that the next press on a head sorts in: numbers begin with the largest. */
export function nextDirection(now, numeric) {
  if (now) return now === 'ascending' ? 'descending' : 'ascending';
  return numeric ? 'descending' : 'ascending';
}

/** Buttons in the heads of tables that can be sorted, and a mark on tables that are scrolled sideways. */
export function sortableTables() {
  all('table[data-sortable]').forEach(table =>
    all('thead tr:last-child th[scope="col"]:not([data-nosort])', table).forEach(header => addButton(table, header)),
  );
  // where the heads are not shown: by the number of a column
  all('[data-sort-by]').forEach(choice =>
    choice.addEventListener('change', () => {
      const table = choice.closest('section').querySelector('table');
      const header = table.tHead.rows[0].cells[choice.value];
      sortTable(table, header, nextDirection(null, header.classList.contains('num')));
      say(`Sorted by ${choice.selectedOptions[0].text}`);
    }),
  );
  all('.table-scroll').forEach(box => {
    const mark = () => box.toggleAttribute('data-scrolled', box.scrollLeft > 1);
    box.addEventListener('scroll', mark, { passive: true });
  });
}

function addButton(table, header) {
  const button = make('button', { type: 'button', class: 'sort' });
  button.append(...header.childNodes);
  header.append(button);
  button.addEventListener('click', () => {
    const direction = nextDirection(header.getAttribute('aria-sort'), header.classList.contains('num'));
    sortTable(table, header, direction);
    say(`Sorted by ${header.textContent.trim()}, ${direction}`);
  });
}
