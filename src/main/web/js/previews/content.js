// What is shown beside a link: of a model, a variant and a concept its sentence, layers and figures; of a number its
// working; of a work who wrote it; of a term its definition.
import { all, decoded, loadScript, make, targetOf } from '../shared.js';
import { thumbnail } from '../tray/thumbnail.js';

const { root, previews } = document.documentElement.dataset;
const pieces = new Map();

/** The link at which an event is, if anything is shown beside it. */
export function linkOf(event) {
  const link = event.target.closest?.('main a[href], .preview a[href]');
  if (!link || link.closest('svg, .preview') || link.matches('.object, .anchor, [data-pick]')) return null;
  return link.matches('.cite, .note-ref, .term') || placeOf(link) ? link : null;
}

/** Of which piece, and where in it, a link is told; null of a link that has none. */
function placeOf(link) {
  if (previews === undefined) return null;
  const base = new URL(root, location.href).href;
  const [address, hash = ''] = link.href.split('#');
  if (!address.startsWith(base)) return null;
  const path = address.slice(base.length).replace(/index\.html$/, '');
  const id = decoded(hash);
  if (/^(?:models|concepts)\/.+\/$/.test(path)) {
    // a place on the same page is in sight; a number is not
    return address === location.href.split('#')[0] && !link.matches('.computed')
      ? null
      : { name: path.slice(0, -1), id };
  }
  if (path === 'references/' && id.startsWith('ref-')) {
    const first = id[4].toLowerCase();
    return { name: `references/${/[a-z]/.test(first) ? first : 'other'}`, id: id.slice(4) };
  }
  return path === 'glossary/' && id ? { term: id } : null;
}

/** A piece, loaded once. */
function piece(name) {
  window.archnotesPreview ??= (known, value) => pieces.get(known)?.done(value);
  if (!pieces.has(name)) {
    const entry = {};
    entry.value = new Promise((done, failed) => {
      entry.done = done;
      loadScript(`${root}previews/${name}.js`).catch(failed);
    });
    pieces.set(name, entry);
    entry.value.catch(() => pieces.delete(name));
  }
  return pieces.get(name).value;
}

/** The parts of the box beside a link; none where there is nothing to show. */
export async function contentOf(link) {
  try {
    if (link.matches('.term')) return words(await definition(decoded(link.hash.slice(1)), link.textContent));
    const beside = link.matches('.cite, .note-ref') && onPage(link);
    if (beside) return words(beside);
    const place = placeOf(link);
    if (!place) return [];
    if (place.term) return words(await definition(place.term, link.textContent));
    if (link.matches('.computed')) return words(await working(link, place));
    const value = await piece(place.name);
    return summary(place.name.startsWith('references/') ? value[place.id] : value);
  } catch {
    return [];
  }
}

const words = text => (text ? [text] : []);

/** The text of the reference or side note on this page, where that does not stand beside the link. */
function onPage(link) {
  if (link.getAttribute('href')[0] !== '#') return '';
  const target = targetOf(link.hash);
  if (!target || (target.matches('.sidenote') && getComputedStyle(target).display !== 'none')) return '';
  const copy = target.cloneNode(true);
  all('.ref-back, .sidenote-number', copy).forEach(part => part.remove());
  return copy.textContent.trim().replace(/\s+/g, ' ');
}

/** The definition of a term, behind its name where the text has another word for it; all come with the first one. */
async function definition(term, said) {
  if (!window.archnotesDefinitions) await loadScript(`${root}assets/definitions.js`);
  const [name, text] = window.archnotesDefinitions[term] ?? ['', ''];
  return name.toLowerCase() === said.toLowerCase() ? text : `${name}: ${text}`;
}

/** The working of a number; of a ratio, of both its sides. */
async function working(link, place) {
  const per =
    link.dataset.per &&
    placeOf(Object.assign(document.createElement('a'), { href: link.dataset.per, className: 'computed' }));
  const sides = await Promise.all(
    [place, per].filter(Boolean).map(async ({ name, id }) => {
      const { title, workings } = await piece(name);
      return workings?.[id] && `${title}: ${workings[id]}`;
    }),
  );
  return sides.filter(Boolean).join(' ÷ ');
}

/** A title, a sentence, the layers and the figures. */
function summary(value) {
  if (!value) return [];
  const { title, says, note, of, facts = [], layers } = value;
  const strip = layers && thumbnail(layers);
  return [
    make('b', {}, title),
    ...(says ? [make('p', {}, says)] : []),
    ...(note ? [make('p', { class: 'preview-note' }, note)] : []),
    ...(of && of !== title ? [make('p', { class: 'preview-note' }, `Figures of ${of}`)] : []),
    ...(strip ? [strip] : []),
    ...(facts.length
      ? [make('dl', {}, ...facts.map(([label, text]) => make('div', {}, make('dt', {}, label), make('dd', {}, text))))]
      : []),
  ];
}
