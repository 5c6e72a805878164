/** The words nearest to a misspelled one, by letters missing, added, exchanged or swapped; none that is too far. */
export function nearest(word, words) {
  const most = word.length < 4 ? 0 : word.length < 6 ? 1 : 2;
  let best = most;
  let found = [];
  if (!most) return found;
  for (const other of words) {
    if (Math.abs(other.length - word.length) > best) continue;
    const far = distance(word, other, best);
    if (far < best) found = [];
    if (far <= best) {
      best = far;
      found.push(other);
    }
  }
  // who misspells a word mostly has its first letter
  const same = found.filter(other => other[0] === word[0]);
  return (same.length ? same : found).slice(0, 4);
}

/** The number of changes between two words, two neighbors swapped being one; anything above `most` where it is more. */
function distance(a, b, most) {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let far = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) far = Math.min(far, before[j - 2] + 1);
      next.push(far);
      least = Math.min(least, far);
    }
    if (least > most) return least;
    before = row;
    row = next;
  }
  return row[b.length];
}

const NEAREST_NAMES = 5;
/** The share of three letters in common from which two names are taken to be like each other. */
const ALIKE = 0.34;

/** The names most like a text by the letters that stand together in both, none that has little in common. */
export function likest(text, names) {
  const asked = threes(text);
  return names
    .map(name => ({ name, alike: alike(asked, threes(name)) }))
    .filter(({ alike: share }) => share >= ALIKE)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, NEAREST_NAMES)
    .map(({ name }) => name);
}

/** Every three letters of a text that follow each other, its beginning and its end marked. */
function threes(text) {
  const marked = ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return new Set(Array.from({ length: Math.max(0, marked.length - 2) }, (_, i) => marked.slice(i, i + 3)));
}

function alike(a, b) {
  const shared = [...a].filter(three => b.has(three)).length;
  return shared ? (2 * shared) / (a.size + b.size) : 0;
}
