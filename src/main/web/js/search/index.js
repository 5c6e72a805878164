// The index of the site: what lies where in its pieces.
import { dictionary, pieceStore } from './pieces.js';

const GROUPS = ['model', 'concept', 'comparison', 'page'];

/** The index that the first file describes; `load` gives a piece. */
export function openIndex(source, load) {
  const piece = pieceStore(load);
  const columns = source.columns && dictionary(source.columns, piece);
  const parsed = new Map();
  const { perPiece } = source;
  return {
    ...source,
    words: dictionary(source.words, piece),
    values: source.values && dictionary(source.values, piece),
    spelling: () => piece('spelling'),
    /** The number of a fact; −1 where the site has none of this path. */
    fact: path => source.facts.findIndex(([other]) => other === path),
    /** The values of a fact, one a model. */
    async column(path) {
      if (!parsed.has(path)) parsed.set(path, JSON.parse(await columns.find(path)));
      return parsed.get(path);
    },
    /** A section as results show it. */
    async section(number) {
      const [group, title, heading, href, text] = (await piece(`t${Math.floor(number / perPiece)}`))[number % perPiece];
      return { section: number, group: GROUPS[group], title, heading, href, text };
    },
  };
}
