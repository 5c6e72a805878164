// The values of a column of a table in the rows that are shown, empty where a row has none. A text that is the value
// has no attribute for it.
const [selector, index] = arguments;
const rows = [...document.querySelector(selector).tBodies[0].rows].filter(row => !row.hidden);
return rows.map(row => {
  const cell = row.cells[index];
  return cell.classList.contains('absent') ? '' : (cell.dataset.value ?? cell.textContent);
});
