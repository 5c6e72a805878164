import { all, make } from '../shared/elements.js';
import { loadScript } from '../shared/load-script.js';

/**
 * What a link is about, shown beside it while it is pointed at or has the focus; Escape takes it away. On a touch
 * screen the first press on a term shows its definition, the second one leads to its entry.
 */
export function previews() {
  let box = null;
  let owner = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    box?.remove();
    owner?.removeAttribute('aria-describedby');
    box = owner = null;
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(hide, 160);
  };
  const show = async link => {
    if (link === owner) return;
    hide();
    owner = link;
    const text = link.matches('.term') ? await definition(link) : content(link);
    if (owner !== link || box) return;
    if (!text) {
      owner = null;
      return;
    }
    box = make('div', { class: 'preview', role: 'tooltip', id: 'preview' }, text);
    document.body.append(box);
    link.setAttribute('aria-describedby', 'preview');
    place(box, link);
    box.addEventListener('mouseenter', () => clearTimeout(timer));
    box.addEventListener('mouseleave', later);
  };

  document.addEventListener('mouseover', event => {
    const link = linkOf(event);
    if (link) {
      clearTimeout(timer);
      timer = setTimeout(() => show(link), 120);
    } else if (owner && !event.target.closest?.('.preview')) later();
  });
  document.addEventListener('focusin', event => {
    const link = linkOf(event);
    if (link?.matches(':focus-visible')) show(link);
    else hide();
  });
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') hide();
  });
  // a second press on the number of an opened side note closes it again
  document.addEventListener('click', event => {
    const note = event.target.closest?.('a.note-ref');
    if (note && location.hash === note.hash && note.id) {
      event.preventDefault();
      location.hash = note.id;
    }
    if (note) hide();
    const term = event.target.closest?.('a.term');
    if (term && event.pointerType === 'touch' && term !== owner) {
      event.preventDefault();
      clearTimeout(timer);
      show(term);
    }
  });
}

const linkOf = event => event.target.closest?.('a[data-preview], a.cite[href^="#"], a.note-ref, a.term');

/** What the link carries, or the text of the reference or side note it points to, where that is not beside it. */
function content(link) {
  if (link.dataset.preview) return link.dataset.preview;
  if (!link.matches('.cite, .note-ref')) return '';
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!target || (target.matches('.sidenote') && getComputedStyle(target).display !== 'none')) return '';
  const copy = target.cloneNode(true);
  all('.ref-back, .sidenote-number', copy).forEach(part => part.remove());
  return copy.textContent.trim().replace(/\s+/g, ' ');
}

/** The definition of a term, behind its name where the text has another word for it; all come with the first one. */
async function definition(link) {
  try {
    if (!window.archnotesDefinitions) await loadScript(`${document.documentElement.dataset.root}assets/definitions.js`);
  } catch {
    return '';
  }
  const [name, text] = window.archnotesDefinitions[decodeURIComponent(link.hash.slice(1))] ?? ['', ''];
  const same = name.toLowerCase() === link.textContent.toLowerCase();
  return same ? text : `${name}: ${text}`;
}

/** Above the first line of the link where there is room, else below it. */
function place(box, link) {
  const at = link.getClientRects()[0];
  const size = box.getBoundingClientRect();
  const above = at.top > size.height + 16;
  const rightmost = document.documentElement.clientWidth - size.width - 8;
  box.style.left = `${Math.max(8, Math.min(at.left, rightmost)) + scrollX}px`;
  box.style.top = `${(above ? at.top - size.height - 8 : at.bottom + 8) + scrollY}px`;
}
