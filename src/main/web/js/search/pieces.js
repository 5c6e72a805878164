// The index lies in pieces, of which a query loads those that it needs; each is loaded once.
import { loadScript } from '../shared.js';

/** Loads a piece by its name, as a classic script: from a folder a browser fetches nothing else. */
export function scriptLoader(root, version) {
  const waiting = new Map();
  window.archnotesSearchPiece = (name, value) => waiting.get(name)?.(value);
  return name =>
    new Promise((done, failed) => {
      waiting.set(name, done);
      loadScript(`${root}search-index/${name}.js?v=${version}`).then(
        () => failed(new Error(name)),
        error => {
          waiting.delete(name);
          failed(error);
        },
      );
    });
}

/** The pieces that `load` gives, each asked for once; one that did not come is asked for again. */
export function pieceStore(load) {
  const kept = new Map();
  return name => {
    if (!kept.has(name)) {
      const piece = load(name);
      kept.set(name, piece);
      piece.catch(() => kept.delete(name));
    }
    return kept.get(name);
  };
}

/** A sorted dictionary in pieces. */
export function dictionary({ prefix, depth, width, starts }, piece) {
  const parsed = new Map();

  async function lines(number) {
    const text = await piece(`${prefix}0-${number}`);
    if (!parsed.has(number)) {
      const entries = text
        .slice(0, -1)
        .split('\n')
        .map(line => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
      parsed.set(number, new Map(entries));
    }
    return parsed.get(number);
  }

  /** The number of the piece that has a word if any has. */
  async function place(word) {
    let number = last(starts, word);
    for (let level = depth; level > 0; level--) {
      number = number * width + last(await piece(`${prefix}${level}-${number}`), word);
    }
    return number;
  }

  return {
    find: async word => (await lines(await place(word))).get(word),
    /** The entries that begin with a text, of at most so many pieces. */
    async beginningWith(text, most) {
      const found = [];
      let number = await place(text);
      for (let i = 0; i < most; i++) {
        const entries = await lines(number).catch(error => (i ? null : Promise.reject(error)));
        if (!entries) break;
        let beyond = false;
        for (const [word, value] of entries) {
          if (word.startsWith(text)) found.push([word, value]);
          else beyond ||= word > text;
        }
        number++;
        if (beyond || (depth === 0 && number >= starts.length)) break;
      }
      return found;
    },
  };
}

/** The last of the sorted starts that is not behind a word. */
function last(starts, word) {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= word) low = middle;
    else high = middle;
  }
  return low;
}
