/** The text around the first hit, cut at spaces; in `pieces` every second one is a hit. */
export function excerpt(text, terms, length = Infinity) {
  const pattern = terms.length && new RegExp(`(${[...terms].map(escaped).sort(longestFirst).join('|')})`, 'gi');
  const first = pattern ? Math.max(0, text.search(pattern)) : 0;
  const start = first > length * 0.4 ? text.indexOf(' ', first - length * 0.35) + 1 : 0;
  let end = Math.min(text.length, start + length);
  if (end < text.length) end = text.lastIndexOf(' ', end);
  const kept = text.slice(start, end);
  return { cutBefore: start > 0, pieces: pattern ? kept.split(pattern) : [kept], cutAfter: end < text.length };
}

const escaped = term => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (a, b) => b.length - a.length;
