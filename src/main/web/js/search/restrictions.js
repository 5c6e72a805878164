// Which models a query is about, where it names a maker or a license: apache models, newest google model.
import { tokens } from './tokens.js';

const PATHS = ['organization', 'license'];
const LONGEST = 3;

/**
 * The makers and licenses that words name: which models `meet` them, the names for headings, the fact that the first is
 * a value of, and the words that `left` no name. `meant` says what stands for a word, several values for a country;
 * what words that are `negated` name is to be another.
 */
export async function restrictions(words, index, meant, negated = []) {
  const known = PATHS.filter(path => index.fact(path) >= 0);
  const columns = await Promise.all(known.map(path => index.column(path)));
  const texts = columns.map(values => values.map(value => ` ${tokens(String(value ?? '')).join(' ')} `));
  const found = [];
  const left = [];
  for (let at = 0; at < words.length;) {
    let length = Math.min(LONGEST, words.length - at);
    let one;
    for (; length > 0 && !one; length--) one = valueOf(words.slice(at, at + length));
    // Ai2 of Allen AI, where AI is part of several names
    const told =
      one && found.some(other => other.path === one.path && [...other.models].every(model => one.models.has(model)));
    if (one && !told) found.push(one);
    else if (!one) left.push(words[at]);
    at += one ? length + 1 : 1;
  }
  return {
    left,
    path: found[0]?.path,
    names: found.map(({ name, not }) => (not ? `not ${name}` : name)),
    denied: found.some(({ not }) => not),
    meets: model => found.every(({ models, not }) => models.has(model) !== not),
  };

  function valueOf(run) {
    const asked = run.join(' ');
    if (!/\p{L}{2}/u.test(asked)) return undefined;
    const said = meant(asked).flatMap(text => text.split(','));
    const values = [asked, ...said].map(text => tokens(text).join(' '));
    for (const [i, path] of known.entries()) {
      const models = new Set(values.flatMap(value => having(texts[i], ` ${value} `)));
      if (!models.size) continue;
      const own = [...new Set([...models].map(model => columns[i][model].split(' (')[0]))];
      return {
        path,
        models,
        name: own.length === 1 || said.length ? own.join(', ') : asked,
        not: negated.includes(run[0]),
      };
    }
    return undefined;
  }
}

/** The models that have a value whole, or else those that have it in theirs: MIT is not Modified MIT. */
function having(texts, value) {
  const those = test => texts.flatMap((text, model) => (test(text) ? [model] : []));
  const whole = those(text => text === value);
  return whole.length ? whole : those(text => text.includes(value));
}
