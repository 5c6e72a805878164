// A drawing of the page as a picture that stands by itself: colors, sizes and fonts resolved, with title and source.
import { all } from '../shared.js';
import { textOf } from './object.js';

const NS = 'http://www.w3.org/2000/svg';
/** What a style sheet says of a mark, with what holds where nothing is said. */
const STYLES = {
  fill: 'rgb(0, 0, 0)',
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-opacity': '1',
  opacity: '1',
};
const TEXT_STYLES = {
  'font-size': '',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
};
const FONT = "'Archnotes Sans', 'Source Sans 3', 'Source Sans Pro', system-ui, 'Segoe UI', Arial, sans-serif";
const EDGE = 20;
const TITLE = { size: 16, line: 21, weight: 600 };
const NOTE = { size: 12, line: 17, weight: 400 };
const LEAST_WIDTH = 360;

function element(name, attributes = {}, ...children) {
  const made = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Runs something while the page has one color scheme; nothing is painted in between. */
function inScheme(scheme, run) {
  const { style } = document.documentElement;
  const before = style.colorScheme;
  style.colorScheme = scheme || before;
  try {
    return run();
  } finally {
    style.colorScheme = before;
  }
}

/** A copy of a mark with its styles as attributes; null for what is not shown. A link becomes a group. */
function resolved(mark) {
  const style = getComputedStyle(mark);
  const name = mark.localName;
  if (style.display === 'none' || style.visibility === 'hidden') return null;
  if (mark.matches('.c-here')) return null;
  const copy = element(name === 'a' ? 'g' : name);
  for (const { name: key, value } of mark.attributes) {
    if (!/^(?:class|id|href|style|tabindex|role|aria-.*|data-.*|focusable|xmlns.*)$/.test(key)) {
      copy.setAttribute(key, value);
    }
  }
  if (name === 'title' || name === 'desc') {
    copy.textContent = mark.textContent;
    return copy;
  }
  const isText = name === 'text' || name === 'tspan';
  for (const [key, usual] of Object.entries(isText ? { ...STYLES, ...TEXT_STYLES } : STYLES)) {
    const value = style.getPropertyValue(key);
    if (name === 'g' || name === 'a' ? key === 'opacity' && value !== '1' : value !== usual)
      copy.setAttribute(key, value);
  }
  for (const child of mark.childNodes) {
    const part = child.nodeType === Node.ELEMENT_NODE ? resolved(child) : child.cloneNode();
    if (part) copy.append(part);
  }
  // another font has other widths: the length that the drawing was made for holds
  const length = isText && !mark.querySelector('tspan[x]') && mark.getComputedTextLength?.();
  if (length && (name === 'text' || mark.hasAttribute('x'))) {
    copy.setAttribute('textLength', length.toFixed(1));
    copy.setAttribute('lengthAdjust', 'spacingAndGlyphs');
  }
  return copy;
}

/** Where a drawing stands, and all that it draws, also beyond its frame. */
function placed(svg) {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const frame = svg.viewBox.baseVal;
  const content = svg.getBBox();
  const from = { x: Math.min(frame.x, content.x), y: Math.min(frame.y, content.y) };
  const to = {
    x: Math.max(frame.x + frame.width, content.x + content.width),
    y: Math.max(frame.y + frame.height, content.y + content.height),
  };
  const a = width / frame.width;
  const d = height / frame.height;
  return {
    svg,
    box: { x: from.x, y: from.y, width: to.x - from.x, height: to.y - from.y },
    left: left + (from.x - frame.x) * a,
    top: top + (from.y - frame.y) * d,
    width: (to.x - from.x) * a,
    height: (to.y - from.y) * d,
    scale: 1 / a,
  };
}

let pen;

/** A text in lines of a width. */
function lines(text, { size, weight }, width) {
  pen ??= document.createElement('canvas').getContext('2d');
  pen.font = `${weight} ${size}px "Archnotes Sans", Arial, sans-serif`;
  const found = [];
  for (const word of text.split(' ')) {
    const longer = found.length ? `${found.at(-1)} ${word}` : word;
    if (found.length && pen.measureText(longer).width <= width) found[found.length - 1] = longer;
    else found.push(word);
  }
  return found;
}

/** Lines of text below each other, and where they end. */
function paragraph(text, style, width, top, fill) {
  const rows = text ? lines(text, style, width) : [];
  const made = rows.map((row, i) =>
    element(
      'text',
      { x: EDGE, y: top + style.size + i * style.line, 'font-size': style.size, 'font-weight': style.weight, fill },
      row,
    ),
  );
  return { made, bottom: top + rows.length * style.line };
}

/** The drawings of an object alone, each where it stands beside the others, without anything around them. */
export function drawingsOf({ drawings, element: frame }, scheme) {
  return inScheme(scheme, () => {
    const parts = drawings.map(placed);
    const names = all('.strip-title, .pair-side > h2', frame).map(name => ({ name, at: name.getBoundingClientRect() }));
    const left = Math.min(...parts.map(part => part.left), ...names.map(({ at }) => at.left));
    const top = Math.min(...parts.map(part => part.top), ...names.map(({ at }) => at.top));
    const right = Math.max(...parts.map(part => part.left + part.width));
    const bottom = Math.max(...parts.map(part => part.top + part.height));
    // one drawing keeps the sizes that it was drawn in, several those of the page
    const scale = parts.length === 1 ? parts[0].scale : 1;
    const ink = getComputedStyle(document.body).color;
    const group = element('g', { 'font-family': FONT, 'font-size': NOTE.size, fill: ink });
    for (const { name, at } of names) {
      const y = (at.top - top + 12) * scale;
      group.append(element('text', { x: (at.left - left) * scale, y, 'font-weight': 600 }, textOf(name)));
    }
    for (const { svg, box, ...part } of parts) {
      const copy = resolved(svg);
      const at = { x: (part.left - left) * scale, y: (part.top - top) * scale };
      const size = { width: part.width * scale, height: part.height * scale };
      for (const [key, value] of Object.entries({ ...at, ...size })) copy.setAttribute(key, value.toFixed(2));
      copy.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
      copy.removeAttribute('opacity');
      group.append(copy);
    }
    return { group, width: (right - left) * scale, height: (bottom - top) * scale };
  });
}

/** An object as a drawing with its title above it, its caption and where it is from below it. */
export function pictureOf(object, { scheme, source = '', fonts = '' } = {}) {
  return inScheme(scheme, () => {
    const { group, width: inner, height } = drawingsOf(object, scheme);
    const width = Math.max(inner, LEAST_WIDTH);
    const { color, backgroundColor } = getComputedStyle(document.body);
    const said = object.title === object.caption ? '' : object.caption;
    const soft = getComputedStyle(object.element.querySelector('figcaption') ?? document.body).color;
    const title = paragraph(object.title, TITLE, width, EDGE, color);
    group.setAttribute('transform', `translate(${EDGE + (width - inner) / 2} ${title.bottom + 14})`);
    const caption = paragraph(said, NOTE, width, title.bottom + height + 28, soft);
    const origin = paragraph(source, NOTE, width, caption.bottom + (said ? 4 : 0), soft);
    const size = { width: Math.ceil(width + 2 * EDGE), height: Math.ceil(origin.bottom + EDGE) };
    const texts = [...title.made, ...caption.made, ...origin.made];
    return element(
      'svg',
      { xmlns: NS, ...size, viewBox: `0 0 ${size.width} ${size.height}`, 'font-family': FONT },
      element('title', {}, object.title),
      element('desc', {}, [said, source].filter(Boolean).join(' ')),
      ...(fonts ? [element('style', {}, fonts)] : []),
      element('rect', { ...size, fill: backgroundColor }),
      group,
      ...texts,
    );
  });
}

/** The two weights of the site's font as rules; none from a folder, where a browser reads no file. */
export async function fontRules() {
  if (location.protocol === 'file:') return '';
  const { root } = document.documentElement.dataset;
  const rule = async weight => {
    const bytes = new Uint8Array(await (await fetch(`${root}assets/fonts/sans-${weight}.woff2`)).arrayBuffer());
    const text = btoa(bytes.reduce((sum, byte) => sum + String.fromCharCode(byte), ''));
    const url = `url(data:font/woff2;base64,${text})`;
    return `@font-face{font-family:'Archnotes Sans';font-weight:${weight};src:${url}}`;
  };
  try {
    return (await Promise.all([400, 600].map(rule))).join('');
  } catch {
    return '';
  }
}

/** A picture as a file of SVG. */
export const svgText = picture => new XMLSerializer().serializeToString(picture);

/** A picture as a file of PNG, with two pixels for each of its own, fewer where it is very large. */
export async function pngOf(picture) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(picture))}`;
  await image.decode();
  const scale = Math.min(2, 8192 / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  canvas.width = image.width * scale;
  canvas.height = image.height * scale;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(done => canvas.toBlob(done, 'image/png'));
}
