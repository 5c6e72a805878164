import { all, make } from '../shared/elements.js';

/** Where the margin stands beside the text. */
const WIDE = matchMedia('(width >= 1220px)');
/** How far below its citation a reference may stand, in pixels; one that would stand farther off is left out. */
const FARTHEST = 140;
const GAP = 14;

/**
 * What a note cites, in the margin beside the first citation of it, where there is room: nothing of the text moves for
 * it, and everything stands in the list of references besides.
 */
export function margin() {
  const prose = document.querySelector('.layout:not(.wide) > .prose');
  if (!prose || !prose.querySelector('.references')) return;
  let notes = null;
  const place = () => {
    if (!WIDE.matches) return;
    notes ??= shortReferences(prose);
    arrange(prose, notes);
  };
  place();
  new ResizeObserver(place).observe(prose);
}

/** For each work the place that cites it first, with a note behind it. */
function shortReferences(prose) {
  const seen = new Set();
  const notes = [];
  all(':scope > p a.cite, :scope > :is(ul, ol) a.cite', prose).forEach(cite => {
    const reference = document.getElementById(decodeURIComponent(cite.hash.slice(1)));
    if (!reference || seen.has(reference)) return;
    seen.add(reference);
    const parts = all('.ref-title, .ref-venue', reference).map(part => part.cloneNode(true));
    const note = make('span', { class: 'margin-reference', role: 'note' }, ...parts);
    cite.closest('.citation').append(note);
    notes.push({ cite, note });
  });
  return notes;
}

/** Puts each note beside its citation, below what stands in the margin already. Everything is read before it is set. */
function arrange(prose, notes) {
  const text = prose.getBoundingClientRect();
  const taken = all(':scope > *, .sidenote', prose)
    .map(part => part.getBoundingClientRect())
    .filter(part => part.right > text.right + 1 && part.height > 0)
    .sort((one, other) => one.top - other.top);
  let free = -Infinity;
  const placed = notes.map(({ cite, note }) => {
    const at = cite.getBoundingClientRect();
    const height = note.offsetHeight;
    let top = Math.max(at.top, free);
    for (const part of taken) {
      if (part.top < top + height + GAP && part.bottom + GAP > top) top = part.bottom + GAP;
    }
    const near = at.height > 0 && top - at.top <= FARTHEST;
    if (near) free = top + height + GAP;
    return { note, top: top - text.top, near };
  });
  placed.forEach(({ note, top, near }) => {
    note.style.top = `${Math.round(top)}px`;
    note.classList.toggle('out', !near);
  });
}
