import { all } from '../shared.js';
import { hideLater, open } from './reading.js';

/**
 * A picture in a table: all it shows at once, under the name of its row; for the keyboard the numbers stand in the
 * cells beside it.
 */
export function readTablePicture(svg) {
  const said = svg.getAttribute('aria-label');
  const titles = all('title', svg);
  const words = said ? [said] : titles.map(title => title.textContent);
  titles.forEach(title => title.remove());
  const picture = { svg };
  const name = svg.closest('tr').querySelector('th a')?.textContent ?? '';
  svg.parentNode.addEventListener('pointerenter', () => {
    if (words.length) open(picture, [name, ...words], svg);
  });
  svg.parentNode.addEventListener('pointerleave', hideLater);
}
