import { all } from '../shared.js';
import { rowOf, wordsOf } from './words.js';

const LINK = '.c-link, .d-link';
/** Marks without words of their own. */
export const BARE = '.at-narrow g > :is(.f-start, .f-dot, .f-drop)';

/** What can be read in a picture, in order: places along its axis, or its marks. */
export const stopsOf = svg => (svg.dataset.at ? placesOf(svg) : marksOf(svg));

/** Places along an axis: words of their own, or a row of the table. */
function placesOf(svg) {
  const { at, extent, words, order } = svg.dataset;
  const [top, bottom] = extent.split(' ').map(Number);
  const table = svg.closest('.chart-block')?.querySelector('.chart-data');
  const steps = at.split(' ');
  const wordsAt = i => {
    if (order) return [`Layer ${i + 1} of ${steps.length}`, words.split('|')[parseInt(order[i], 36)]];
    return table ? rowOf(table.tBodies[0].rows[i], table.tHead.rows[0].cells) : [];
  };
  let x = 0;
  return steps.map((step, i) => {
    x += Number(step);
    return { x, top, bottom, words: () => wordsAt(i) };
  });
}

/**
 * The narrow family tree has the marks of the wide one in the same order; the words stand in the page once, with those
 * of the wide one.
 */
function marksOf(svg) {
  const told = all('.at-wide .f-mark', svg.closest('.by-width') ?? svg);
  return all(`${LINK}, desc, ${BARE}`, svg)
    .map(found => (found.matches('desc') ? found.parentNode : found))
    .filter(mark => mark !== svg && !mark.parentNode.closest(LINK))
    .map(mark => ({ mark, said: wordsOf((mark.matches(BARE) && told.shift()) || mark) }))
    .filter(({ said }) => said.length)
    .map(({ mark, said }) => ({ mark, words: () => said }));
}
