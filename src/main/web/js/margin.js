// What a note cites, in the margin beside the first citation of it that has room, and what a term means beside a
// paragraph that cites nothing: nothing of the text moves for it, and everything stands in the list of references and
// in the glossary besides. Loaded where the margin stands beside the text.
import { all, decoded, loadScript, make, targetOf } from './shared.js';

/** Where the margin stands beside the text. */
const WIDE = matchMedia('(width >= 1220px)');
/** How far below its citation a reference may stand, in pixels; one that would stand farther off is left out. */
const FARTHEST = 140;
const GAP = 14;

const prose = document.querySelector('.layout:not(.wide) > .prose');
const root = document.documentElement.dataset.root;
const style = make('link', { rel: 'stylesheet', href: `${root}assets/margin.css` });
style.onload = async () => {
  const references = shortReferences();
  const places = [...references, ...(await definitions(new Set(references.map(({ cite }) => cite.closest('p, li')))))];
  places.sort(inDocumentOrder);
  new ResizeObserver(() => WIDE.matches && arrange(places)).observe(prose);
};
document.head.append(style);

/** The title of a work, and what tells its kind: "technical report · arXiv:2412.19437". */
function shortReference(reference) {
  const kinds = all('.ref-venue', reference).map(part => part.textContent.replace(/[\s·.]*$|^[\s·]+/gu, ''));
  return [
    ...all('.ref-title', reference).map(part => part.cloneNode(true)),
    make('span', { class: 'ref-venue' }, kinds.filter(kind => kind).join(' · ')),
  ];
}

/** The places that cite a work, in their order, with its note; a note stands behind the first of them. */
function shortReferences() {
  const notes = new Map();
  return all(':is(:scope, .opening) > p a.cite, :scope > :is(ul, ol) a.cite', prose).flatMap(cite => {
    const reference = targetOf(cite.hash);
    if (!reference) return [];
    if (!notes.has(reference)) {
      notes.set(reference, make('span', { class: 'margin-reference out', role: 'note' }, ...shortReference(reference)));
      cite.closest('.citation').append(notes.get(reference));
    }
    return [{ cite, note: notes.get(reference) }];
  });
}

/**
 * The first term of each paragraph that cites nothing, with a note that says what it means; a note ends the paragraph.
 *
 * @param citing the paragraphs that have notes already
 */
async function definitions(citing) {
  const paragraphs = all(':is(:scope, .opening) > p:has(a.term)', prose).filter(paragraph => !citing.has(paragraph));
  if (paragraphs.length === 0) return [];
  try {
    if (!window.archnotesDefinitions) await loadScript(`${root}assets/definitions.js`);
  } catch {
    return [];
  }
  return paragraphs.flatMap(paragraph => {
    const term = paragraph.querySelector('a.term');
    const [name, text] = window.archnotesDefinitions[decoded(term.hash.slice(1))] ?? ['', ''];
    if (!text) return [];
    const note = make(
      'span',
      { class: 'margin-reference out', role: 'note' },
      make('b', {}, name),
      make('span', {}, text),
    );
    paragraph.append(note);
    return [{ cite: term, note }];
  });
}

const inDocumentOrder = (one, other) =>
  one.cite.compareDocumentPosition(other.cite) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

/**
 * Puts each note beside the first citation that has room for it, below what stands in the margin already. Everything is
 * read before it is set.
 */
function arrange(places) {
  const text = prose.getBoundingClientRect();
  const taken = all(':scope > *, .drawing-fold, .sidenote', prose)
    .map(part => part.getBoundingClientRect())
    .filter(part => part.right > text.right + 1 && part.height > 0)
    .sort((one, other) => one.top - other.top);
  const tops = new Map();
  let free = -Infinity;
  for (const { cite, note } of places) {
    if (tops.has(note)) continue;
    const at = cite.getBoundingClientRect();
    const height = note.offsetHeight;
    let top = Math.max(at.top, free);
    for (const part of taken) {
      if (part.top < top + height + GAP && part.bottom + GAP > top) top = part.bottom + GAP;
    }
    if (at.height === 0 || top - at.top > FARTHEST) continue;
    free = top + height + GAP;
    tops.set(note, Math.round(top - text.top));
  }
  for (const { note } of places) {
    note.style.transform = `translateY(${tops.get(note) ?? 0}px)`;
    note.classList.toggle('out', !tops.has(note));
  }
}
