const number = /^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i;

/** A value that a spreadsheet would take for a formula gets an apostrophe, which makes it a text. */
const harmless = text => (/^[=+@\t\r-]/.test(text) && !number.test(text) ? `'${text}` : text);

const quoted = text => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
const field = value => quoted(harmless(value));

/** Lines of values as a file of comma-separated values. */
export const csvText = lines => lines.map(line => line.map(field).join(',') + '\r\n').join('');
