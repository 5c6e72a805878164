import { all } from '../shared.js';

/** Digits in groups of three, without reading them as a number. */
export const grouped = digits => digits.replace(/\B(?=(\d{3})+$)/g, ',');

/** What a piece of text prints, with the integer behind it where it prints a rounded one. */
export function printed({ dataset, textContent }) {
  const value = dataset?.value ?? '';
  const rounded = /^\d{4,}$/.test(value) && textContent.replace(/\D/g, '') !== value;
  return rounded ? `${textContent} (${grouped(value)})` : textContent;
}

/** A mark says its description; a part of a drawing what it prints. */
export function wordsOf(mark) {
  const said = all('desc', mark).map(desc => desc.textContent);
  return said.length ? said : all('text', mark).map(text => [...text.childNodes].map(printed).join(''));
}

/** The name of a row, then name, value and number of each of its columns that has a figure. */
export function rowOf(row, head) {
  const [name, ...cells] = [...row.cells].map(cell => cell.textContent);
  return [name, ...cells.flatMap((text, i) => (/\d/.test(text) ? [[head[i + 1].textContent, text, i]] : []))];
}

/** Lines of a reading as they are said. */
export const spoken = lines => lines.map(line => (Array.isArray(line) ? `${line[0]} ${line[1]}` : line)).join(', ');
