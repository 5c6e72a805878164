import { CITED } from '../objects/cited.js';
import { make } from '../shared.js';
import { SHOWN_FIRST } from '../shared/shown-first.js';
import { contentOf, linkOf } from './content.js';

/**
 * What a link is about, shown beside it while it is pointed at or has the focus; Escape takes it away. On a touch
 * screen the first press on a term, a citation or a number shows what is behind it, the second one leads there.
 *
 * @returns what the event does that was the first
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
    const parts = await contentOf(link);
    if (owner !== link || box) return;
    if (!parts.length) {
      owner = null;
      return;
    }
    box = make('div', { class: 'preview', role: 'tooltip', id: 'preview' }, ...parts);
    document.body.append(box);
    link.setAttribute('aria-describedby', 'preview');
    place(box, link);
    box.addEventListener('mouseenter', () => clearTimeout(timer));
    box.addEventListener('mouseleave', later);
  };

  const over = event => {
    const link = linkOf(event);
    if (link) {
      clearTimeout(timer);
      timer = setTimeout(() => show(link), link.matches('.computed, .cite, .note-ref, .term') ? 120 : 300);
    } else if (owner && !event.target.closest?.('.preview')) later();
  };
  const focused = event => {
    const link = linkOf(event);
    if (link?.matches(':focus-visible')) show(link);
    else hide();
  };
  const pressed = event => {
    const note = event.target.closest?.('a.note-ref');
    // a second press on the number of an opened side note closes it again
    if (note && location.hash === note.hash && note.id) {
      event.preventDefault();
      location.hash = note.id;
    }
    if (note) hide();
    const shown = event.target.closest?.(SHOWN_FIRST);
    if (shown && event.pointerType === 'touch' && shown !== owner && !shown.closest('.preview')) {
      event.preventDefault();
      clearTimeout(timer);
      show(shown).then(() => {
        if (box && owner === shown) {
          box.append(make('p', { class: 'preview-note' }, 'Press again to go there.'));
          place(box, shown);
        } else if (!owner) location.href = shown.href;
      });
      return;
    }
    const number = event.target.closest?.('a.computed');
    if (number) keepDigits(number);
  };
  const acts = { mouseover: over, focusin: focused, click: pressed };
  for (const [type, act] of Object.entries(acts)) document.addEventListener(type, act);
  document.addEventListener('keydown', event => {
    if (event.key === 'Escape') hide();
  });
  return event => acts[event.type](event);
}

/** Leaves the digits of a link to a number for the page that it leads to. */
function keepDigits(number) {
  try {
    sessionStorage.setItem(CITED, JSON.stringify([number.href, number.textContent.trim().replace(/\s+/g, ' ')]));
  } catch {
    /* nothing is kept */
  }
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
