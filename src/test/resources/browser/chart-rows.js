// The rows of the table beside a chart: all cells with figures, between bars.
const rows = [...arguments[0].closest('.chart-block').querySelectorAll('.chart-data tbody tr')];
const figures = row => [...row.cells].map(cell => cell.textContent).filter(text => /\d/.test(text));
return rows.map(row => figures(row).join('|'));
