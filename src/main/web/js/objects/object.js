// A figure or table as its menu sees it.
import { all, targetOf } from '../shared.js';

const clean = text => text.trim().replace(/\s+/g, ' ');

/** The text of an element without the parts that are no part of it; a formula is read once. */
export function textOf(element, without = 'none') {
  const copy = element.cloneNode(true);
  all(`a.object, .anchor, .disputed, .pick-link, annotation, .visually-hidden, ${without}`, copy).forEach(part =>
    part.remove(),
  );
  return clean(copy.textContent);
}

/** Whether an element is laid out: of a drawing in two widths, one is. */
const shown = element => element.getClientRects().length > 0;

/** What the link of a figure or table leads to, with all that can be taken from it. */
export function objectOf(link) {
  const element = targetOf(link.hash);
  const frame = element.closest('figure') ?? element;
  const drawings = all('svg', element).filter(svg => !svg.closest('table') && shown(svg));
  const table = element.matches('table')
    ? element
    : drawings.length
      ? element.closest('.chart-block')?.querySelector('.chart-data')
      : element.querySelector('table');
  const caption = textOf(link.closest('figcaption, caption') ?? link);
  const said = drawings[0]?.querySelector(':scope > title, :scope > desc');
  const message = element.querySelector('.mechanism-message');
  return {
    id: element.id,
    name: clean(link.textContent),
    title: (message && textOf(message)) || (said && textOf(said)) || caption || heading(element),
    caption,
    element: frame,
    drawings,
    table,
    image: element.querySelector('img'),
    address: address(element.id),
  };
}

/** The heading above an element, for a table without words of its own. */
function heading(element) {
  const above = all('main :is(h1, h2, h3)').filter(
    found => found.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return above.length ? textOf(above.at(-1)) : document.title;
}

/** The published address of a place on this page, wherever the page was opened from. */
export const address = id => {
  const page = document.querySelector('link[rel="canonical"]')?.href ?? location.href.split('#')[0];
  return id ? `${page}#${id}` : page;
};

/** A name for a file: the page's place and the object's id. */
export function fileName({ id }, kind) {
  const place = new URL(address()).pathname.split('/').filter(Boolean).slice(-2).join('-');
  return `${place}-${id.replace(/[^\w.-]+/g, '-')}.${kind}`;
}
