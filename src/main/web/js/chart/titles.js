import { all } from '../shared.js';

/** Turns titles into descriptions: a title would also be shown by the browser, later and beside the reading. */
export function describe(svg) {
  all('title', svg).forEach(title => {
    const description = document.createElementNS(title.namespaceURI, 'desc');
    if (title.id) description.id = title.id;
    description.append(...title.childNodes);
    title.replaceWith(description);
  });
}
