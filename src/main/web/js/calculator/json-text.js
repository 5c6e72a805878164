const SPACE = /[\s\u00a0\ufeff]/;
const LITERAL = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
const QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb]/g;

/**
 * The object that a text has in JSON, and what was put right on the way: typographic quotes, and commas before a
 * closing bracket. An error says in which line something else stands, and what was expected there. Python writes
 * infinity and what is no number as words; no figure needs a key that holds one, so that they are read as null.
 */
export function parseObject(text) {
  const repairs = [];
  let value;
  let plain = text.replace(/^\ufeff/, '');
  try {
    value = JSON.parse(withoutWords(plain));
  } catch {
    if (QUOTES.test(plain)) {
      plain = plain.replace(QUOTES, '"');
      repairs.push('typographic quotes were read as plain ones');
    }
    const commas = withoutCommas(plain);
    if (commas.lines.length) {
      plain = commas.text;
      repairs.push(`the comma before a closing bracket in line ${commas.lines.join(', ')} was left out`);
    }
    const words = withoutWords(plain);
    const fault = faultIn(words);
    if (fault) throw new Error(`This is not JSON: ${describe(words, fault)}`);
    value = JSON.parse(words);
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new Error('Expected a JSON object of keys and values, in braces');
  }
  return { value, repairs };
}

const withoutWords = text =>
  text.replace(/"(?:\\.|[^"\\])*"|-?\bInfinity\b|\bNaN\b/gu, found => (found.startsWith('"') ? found : 'null'));

function withoutCommas(text) {
  const lines = [];
  const without = text.replace(/"(?:\\.|[^"\\])*"|,(?=\s*[}\]])/gu, (found, at) => {
    if (found !== ',') return found;
    lines.push(text.slice(0, at).split('\n').length);
    return ' ';
  });
  return { text: without, lines };
}

function describe(text, { at, expected }) {
  const before = text.slice(0, at).split('\n');
  const column = before.at(-1).length + 1;
  const line = text.split('\n')[before.length - 1].trim().slice(0, 60);
  const found = at >= text.length ? 'the text ends' : `there is "${line}"`;
  return `line ${before.length}, column ${column}: expected ${expected}; ${found}`;
}

/** Where a text is no JSON, and what was expected there; null where it is. Nesting is bounded. */
export function faultIn(text) {
  let at = 0;
  const space = () => {
    while (at < text.length && SPACE.test(text[at])) at++;
  };
  const fault = expected => ({ at, expected });
  function string() {
    for (at++; at < text.length && text[at] !== '"' && text[at] !== '\n'; at++) if (text[at] === '\\') at++;
    if (text[at] !== '"') return fault('a closing quote');
    at++;
    return null;
  }
  function value(depth) {
    space();
    if (depth > 200) return fault('less nesting');
    if (text[at] === '"') return string();
    if (text[at] === '{') return members('}', 'a key in quotes', depth);
    if (text[at] === '[') return members(']', 'a value', depth);
    LITERAL.lastIndex = at;
    const found = LITERAL.exec(text);
    if (!found) return fault('a value: a number, a text in quotes, true, false, null, [ or {');
    at += found[0].length;
    return null;
  }
  function members(end, first, depth) {
    at++;
    space();
    if (text[at] === end) {
      at++;
      return null;
    }
    for (;;) {
      if (end === '}') {
        space();
        if (text[at] !== '"') return fault(first);
        const wrong = string();
        if (wrong) return wrong;
        space();
        if (text[at] !== ':') return fault('a colon after the key');
        at++;
      }
      const wrong = value(depth + 1);
      if (wrong) return wrong;
      space();
      if (text[at] === end) {
        at++;
        return null;
      }
      if (text[at] !== ',') return fault(`a comma or ${end}`);
      at++;
    }
  }
  const wrong = value(0);
  if (wrong) return wrong;
  space();
  return at < text.length ? fault('nothing more') : null;
}
