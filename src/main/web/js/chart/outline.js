import { all } from '../shared.js';

/** The lines of a chart, without those that only explain it. */
export const linesOf = svg => all('.c-solid:not(.c-key)', svg);

/** Where a line crosses a place; its path runs from left to right. */
export function crossing(line, x) {
  let low = 0;
  let high = line.getTotalLength();
  if (line.getPointAtLength(high).x < x - 1) return null;
  for (let i = 0; i < 14; i++) {
    const middle = (low + high) / 2;
    if (line.getPointAtLength(middle).x < x) low = middle;
    else high = middle;
  }
  return line.getPointAtLength(high).y;
}

/** A path around a mark, or along a place with a dot on every line that crosses it. */
export function outline(svg, { x, top, bottom, mark }) {
  if (mark) {
    const box = mark.getBBox();
    const width = box.width + 6;
    return `M${box.x - 3} ${box.y - 3}h${width}v${box.height + 6}h${-width}z`;
  }
  const dots = linesOf(svg)
    .map(line => crossing(line, x))
    .filter(y => y !== null);
  return `M${x} ${top}V${bottom}${dots.map(y => `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0-8 0`).join('')}`;
}
