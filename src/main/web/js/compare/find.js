const LENGTH = /^(\d{1,4})(k|m)$/;

const words = text =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N},.]+/gu, ' ')
    .trim();

/** What a row is found by: its words, other names of what it has among them, and its name without spaces. */
export function indexOf(name, text) {
  return { words: ` ${words(`${name} ${text}`)} `, squashed: words(name).replace(/[ ,.]+/g, '') };
}

/** A context as the table prints it: `128k` is 131,072. */
function tokensOf(word) {
  const [, number, unit] = LENGTH.exec(word) ?? [];
  return unit && String(Number(number) * (unit === 'k' ? 1024 : 1024 ** 2)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Whether every word of a question is in a row: where a word begins, as a part of the name, or as a context. */
export function finds(question, { words: text, squashed }) {
  return words(question)
    .split(' ')
    .filter(Boolean)
    .every(word => {
      const tokens = tokensOf(word);
      return (
        text.includes(` ${word}`) ||
        (word.length > 2 && squashed.includes(word)) ||
        Boolean(tokens && text.includes(` ${tokens}`))
      );
    });
}
