// The first figure of a row, by its name, in the table beside a chart.
const [chart, name] = arguments;
const rows = [...chart.closest('.chart-block').querySelectorAll('.chart-data tbody tr')];
return rows.find(row => row.cells[0].textContent === name).cells[1].textContent;
