import { all, make } from '../shared.js';
import { button, openDialog } from './dialog.js';
import { drawingsOf } from './picture.js';

const NS = 'http://www.w3.org/2000/svg';
const STEP = 1.3;
/** How large a drawing may become, beside the size that it was drawn in. */
const LARGEST = 6;

/** Shows a figure or table as large as the window, and larger. */
export function enlarge(object) {
  if (object.drawings.length) enlargeDrawing(object);
  else if (object.image) enlargeImage(object);
  else enlargeTable(object);
}

function enlargeImage({ name, title, image }) {
  const copy = make('img', { src: image.src, alt: image.alt });
  const box = make('div', { class: 'object-view', tabindex: 0, role: 'region', 'aria-label': title }, copy);
  openDialog({ title: `${name}: ${title}`, kind: 'of-drawing', content: [box] });
}

function enlargeTable({ name, title, table }) {
  const copy = table.cloneNode(true);
  all('caption', copy).forEach(caption => caption.remove());
  [copy, ...all('[id]', copy)].forEach(part => part.removeAttribute('id'));
  const box = make('div', { class: 'table-scroll tall', tabindex: 0, role: 'region', 'aria-label': title }, copy);
  openDialog({ title: `${name}: ${title}`, kind: 'of-table', content: [box] });
}

function enlargeDrawing(object) {
  const { group, width, height } = drawingsOf(object);
  const svg = document.createElementNS(NS, 'svg');
  svg.setAttribute('viewBox', `-8 -8 ${width + 16} ${height + 16}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', object.title);
  svg.append(group);
  const box = make('div', { class: 'object-view', tabindex: 0, role: 'region', 'aria-label': 'Drawing' }, svg);
  let scale = 1;
  const set = to => {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = box;
    const middle = { x: (scrollLeft + clientWidth / 2) / scale, y: (scrollTop + clientHeight / 2) / scale };
    scale = Math.max(0.3, Math.min(LARGEST, to));
    svg.style.width = `${(width + 16) * scale}px`;
    box.scrollTo(middle.x * scale - clientWidth / 2, middle.y * scale - clientHeight / 2);
  };
  const fit = () => set(Math.min(box.clientWidth / (width + 16), box.clientHeight / (height + 16)));
  openDialog({
    title: `${object.name}: ${object.title}`,
    kind: 'of-drawing',
    tools: [
      button('−', () => set(scale / STEP), 'Smaller'),
      button('+', () => set(scale * STEP), 'Larger'),
      button('Fit', fit),
    ],
    content: [box],
  });
  fit();
  // letters stay legible: what does not fit the window is scrolled
  if (scale < 1) set(Math.max(scale, Math.min(1, box.clientWidth / (width + 16))));
  if (scale < 1) set(1);
  box.scrollTo(0, 0);
}
