// The one box in which values are read, and the mark around what is read.
import { make } from '../shared.js';
import { loadStyle } from '../shared/load-style.js';
import { outline } from './outline.js';
import { spoken } from './words.js';

const AGAIN = 'Tap again to open';
let box = null;
/** The picture whose value is read: its element, places to stop, the index of the one that is read and its mark. */
let reading = null;
let timer = 0;
let touched = false;

/** Whether a picture is the one that is read. */
export const isRead = picture => picture === reading;
/** Whether the last press was by a finger. */
export const isTouched = () => touched;

/** Takes the box away. */
export function hide() {
  clearTimeout(timer);
  box?.remove();
  reading?.here?.remove();
  reading?.svg.removeAttribute('aria-describedby');
  box = reading = null;
}

/** Takes the box away unless it is pointed at soon. */
export function hideLater() {
  clearTimeout(timer);
  timer = setTimeout(hide, 160);
}

/** Opens the box with some lines near an element. */
export function open(picture, lines, near) {
  hide();
  reading = picture;
  const parts = lines.map(line => make('div', {}, ...(Array.isArray(line) ? ofSeries(line, picture.series) : [line])));
  box = make('div', { class: 'preview reading', role: 'tooltip', id: 'reading' }, ...parts);
  document.body.append(box);
  box.addEventListener('pointerenter', () => clearTimeout(timer));
  box.addEventListener('pointerleave', hideLater);
  place(picture, near);
  const opened = box;
  // which comes with the first box
  loadStyle('preview.css').then(() => box === opened && place(picture, near));
}

const ofSeries = ([name, value, column], series) => [
  make('span', { class: `reading-key ${series[column] ?? ''}`.trim() }),
  `${name}: `,
  make('b', {}, value),
];

/** Values along an axis stand beside their line, but not on the names behind the last place; others above or below. */
function place({ svg, stops }, near) {
  const at = near.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const above = at.top > height + 12;
  const { a, e } = svg.getScreenCTM?.() ?? {};
  const beside = near !== svg && svg.matches('.curves');
  const right = beside && at.right + 12 + width < stops.at(-1).x * a + e;
  const aside = beside && (right || at.left - 12 - width > 8);
  let left = at.left + at.width / 2 - width / 2;
  let top = above ? at.top - height - 6 : at.bottom + 6;
  if (aside) {
    left = right ? at.right + 12 : at.left - 12 - width;
    top = Math.max(8, at.top);
  }
  const rightmost = document.documentElement.clientWidth - width - 8;
  box.style.left = `${Math.max(8, Math.min(left, rightmost)) + scrollX}px`;
  box.style.top = `${top + scrollY}px`;
}

/** Shows what a picture says at a stop, and returns it as it is said. */
export function show(picture, index) {
  const { svg, stops } = picture;
  const stop = stops[index];
  const lines = stop.words();
  const said = spoken(lines);
  clearTimeout(timer);
  if (!said || (reading === picture && picture.index === index && picture.here)) return said;
  hide();
  picture.index = index;
  picture.here = document.createElementNS(svg.namespaceURI, 'path');
  picture.here.setAttribute('class', 'c-here');
  picture.here.setAttribute('d', outline(svg, stop));
  svg.append(picture.here);
  open(picture, touched && stop.mark?.matches('a') ? [...lines, AGAIN] : lines, picture.here);
  return said;
}

/** Closes the box on Escape and on a press elsewhere. */
export function closeReadings() {
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !reading) return;
    if (reading.svg.contains(document.activeElement)) reading.svg.focus({ preventScroll: true });
    hide();
  });
  document.addEventListener('pointerdown', event => {
    touched = event.pointerType === 'touch';
    if (reading && !reading.svg.contains(event.target) && !box.contains(event.target)) hide();
  });
}
