// The exact values of a table or a figure, in lines.
import { all } from '../shared.js';
import { textOf } from './object.js';

/** A rounded value with the exact one behind it: 10.5 MiB (11,010,048 bytes). */
const BEHIND = /^(.+) \(([\d,]+)(?: [a-z-]+)?\)$/;
/** An integer with its digits in groups. */
const GROUPED = /^\d{1,3}(?:,\d{3})+$/;
const plain = text => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

/** What a cell says, and the exact number behind it where it prints a rounded one. */
function cellOf(cell) {
  if (cell.classList.contains('absent')) return { text: plain(textOf(cell)), exact: '' };
  const text = plain(textOf(cell, 'svg, .versus-effect, .working-body, .maker, .beyond'));
  const counted = BEHIND.exec(text);
  if (counted) return { text: counted[1], exact: counted[2].replace(/,/g, '') };
  if (GROUPED.test(text)) return { text: text.replace(/,/g, ''), exact: '' };
  const exact = cell.querySelector('data')?.value ?? cell.dataset.value ?? '';
  return { text, exact: /^-?\d+(\.\d+)?$/.test(exact) && exact !== text ? exact : '' };
}

/** The cells of rows as a grid: one that spans several columns fills the first of them. */
function grid(rows) {
  const down = [];
  return rows.map(row => {
    const line = [];
    for (const cell of row.cells) {
      while (down[line.length] > 0) {
        down[line.length]--;
        line.push({ text: '', exact: '' });
      }
      const read = cellOf(cell);
      for (let i = 0; i < cell.colSpan; i++) {
        down[line.length] = cell.rowSpan - 1;
        line.push(i ? { text: '', exact: '' } : read);
      }
    }
    return line;
  });
}

/** A table with its head; a column of rounded numbers is followed by one of the exact ones. */
export function tableLines(table) {
  const bodies = [...table.tBodies, ...(table.tFoot ? [table.tFoot] : [])].flatMap(body => [...body.rows]);
  const body = grid(bodies.filter(row => !row.hidden));
  const head = grid([...(table.tHead?.rows ?? [])]);
  const columns = Math.max(...[...head, ...body].map(line => line.length));
  const exact = Array.from({ length: columns }, (_, i) => body.some(line => line[i]?.exact));
  const flat = (line, name) =>
    Array.from({ length: columns }, (_, i) => line[i] ?? { text: '', exact: '' }).flatMap((cell, i) =>
      exact[i] ? [cell.text, name ? `${cell.text || 'Value'}, exact` : cell.exact] : [cell.text],
    );
  return [...head.map(line => flat(line, true)), ...body.map(line => flat(line, false))];
}

/** What each layer of a strip is. */
function layerLines(strips) {
  return [
    ['Model', 'Layer', 'Kind'],
    ...strips.flatMap(svg => {
      const words = svg.dataset.words.split('|');
      const name = svg.closest('.by-width')?.previousElementSibling;
      const model = name?.matches('.strip-title') ? textOf(name) : textOf(document.querySelector('h1'));
      return [...svg.dataset.order].map((kind, i) => [model, String(i + 1), words[parseInt(kind, 36)]]);
    }),
  ];
}

/** What the marks of a chart say, each split at its first colon. */
function markLines(svg) {
  const own = new Set(svg.querySelectorAll(':scope > title, :scope > desc'));
  const said = all('title, desc', svg)
    .filter(words => !own.has(words))
    .map(words => textOf(words));
  const lines = said.filter(Boolean).map(text => {
    const colon = text.indexOf(': ');
    return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 2)];
  });
  return lines.length ? [['What', 'Value'], ...lines] : null;
}

/** What a figure that explains a mechanism says in words, as it stands now; each line is split at its first colon. */
function toldLines(figure) {
  const told = all('.outline li', figure).filter(item => !item.querySelector('li'));
  const lines = told.map(item => {
    const text = textOf(item);
    const colon = text.indexOf(': ');
    return colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 2)];
  });
  return lines.length ? [['What', 'Value'], ...lines] : null;
}

/** The values of an object in lines; null where it has none that are numbers. */
export function valuesOf({ table, drawings, element }) {
  if (element.matches('.mechanism')) return toldLines(element);
  if (table) return tableLines(table);
  const strips = drawings.filter(svg => svg.dataset.order);
  if (strips.length) return layerLines(strips);
  const chart = drawings.find(svg => svg.matches('.chart'));
  return chart ? markLines(chart) : null;
}
