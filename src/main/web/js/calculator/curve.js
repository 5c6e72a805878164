import { tokensText } from './amounts.js';
import { binary, binaryText } from '../number/printed.js';
import { svg } from './picture.js';

const HEIGHT = 210;
const LEFT = 46;
const RIGHT = 12;
const TOP = 22;
const BOTTOM = 26;
/** The room of a letter, and of a line of letters on either side of its middle. */
const WIDEST = 6.5;
const LETTERS = 12;

/** What the fullest card holds against the context: a line a model, its memory, and where the reader is. */
export function contextCurve(lines, asked, width) {
  const inner = width - LEFT - RIGHT;
  const least = Math.log2(1024);
  const most = Math.log2(lines[0].points.at(-1)[0]);
  const top = Math.max(asked.bytes * 1.2, ...lines.map(({ total }) => total * 1.1));
  const x = tokens => LEFT + (inner * (Math.log2(Math.max(1024, tokens)) - least)) / (most - least);
  const y = bytes => TOP + (HEIGHT - TOP - BOTTOM) * (1 - bytes / top);
  const takes = lines.map(({ name, total }) => `${name} takes ${binaryText(total)}`).join('; ');
  const words = `Memory against context: at ${tokensText(asked.context)} tokens ${takes} of ${binaryText(asked.bytes)}`;
  const drawing = svg('svg', {
    class: 'context-curve',
    viewBox: `0 0 ${width} ${HEIGHT}`,
    width,
    height: HEIGHT,
    role: 'img',
    'aria-label': words,
  });
  for (let k = 10; k <= most; k += width < 500 ? 4 : 2) {
    drawing.append(
      svg('line', { class: 'grid', x1: x(2 ** k), x2: x(2 ** k), y1: TOP, y2: HEIGHT - BOTTOM }),
      svg('text', { x: x(2 ** k), y: HEIGHT - 8, 'text-anchor': 'middle' }, tokensText(2 ** k)),
    );
  }
  const [most3, unit] = binary(top);
  const step = niceStep(Number(most3.replace(/,/g, '')) / 3);
  const base = top / Number(most3.replace(/,/g, ''));
  for (let i = 0; i * step * base < top; i++) {
    const at = y(i * step * base);
    drawing.append(
      svg('line', { class: 'grid', x1: LEFT, x2: width - RIGHT, y1: at, y2: at }),
      svg('text', { x: LEFT - 6, y: at + 4, 'text-anchor': 'end' }, i ? String(+(i * step).toFixed(2)) : unit),
    );
  }
  const edge = y(asked.bytes);
  drawing.append(
    svg('line', { class: 'memory-end', x1: LEFT, x2: width - RIGHT, y1: edge, y2: edge }),
    svg('text', { class: 'memory-label', x: LEFT + 6, y: edge - 6 }, `${asked.cardName}: ${binaryText(asked.bytes)}`),
  );
  lines.forEach(({ points, total }, i) => {
    const inside = points.filter(([, bytes]) => bytes <= top);
    const path = inside.map(([tokens, bytes], at) => `${at ? 'L' : 'M'}${x(tokens).toFixed(1)} ${y(bytes).toFixed(1)}`);
    drawing.append(
      svg('path', { class: i ? 'line second' : 'line', d: path.join('') }),
      svg('circle', { class: i ? 'here second' : 'here', cx: x(asked.context), cy: y(total), r: 5 }),
    );
  });
  const here = x(asked.context);
  // of two models each has its size in the table above
  const size = lines.length > 1 ? '' : `, ${binaryText(lines[0].total)}`;
  const words2 = `you are here: ${tokensText(asked.context)}${size}`;
  const length = words2.length * WIDEST;
  const left = here + 8 + length > width;
  const end = left ? Math.min(width, Math.max(LEFT + 4 + length, here - 8)) : here + 8 + length;
  const isClear = base =>
    (base > edge + LETTERS + 4 || base < edge - 2 * LETTERS) &&
    lines.every(({ points }) =>
      points.every(([tokens, bytes]) => {
        const outside = x(tokens) < end - length - LETTERS || x(tokens) > end + LETTERS;
        return outside || Math.abs(y(bytes) - base + 4) > LETTERS;
      }),
    );
  const usual = y(lines[0].total) + 20;
  // the nearest place in which no line runs through it
  const places = Array.from({ length: HEIGHT - TOP - BOTTOM - 12 }, (_, at) => TOP + 10 + at);
  places.sort((a, b) => Math.abs(a - usual) - Math.abs(b - usual));
  drawing.append(
    svg(
      'text',
      {
        class: 'here-label',
        x: left ? end : end - length,
        y: places.find(isClear) ?? usual,
        'text-anchor': left ? 'end' : 'start',
      },
      words2,
    ),
  );
  return drawing;
}

/** A step of 1, 2 or 5 times a power of ten. */
function niceStep(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map(times => times * power).find(step => step >= value);
}
