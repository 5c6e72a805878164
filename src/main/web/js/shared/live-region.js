import { make } from './elements.js';

let region;

/** Puts a place into the page whose changes are read out; it has to be there before the first of them. */
export function addLiveRegion() {
  region = make('div', { class: 'visually-hidden', role: 'status', 'aria-live': 'polite' });
  document.body.append(region);
}

/** Has a text read out. */
export function say(text) {
  region.textContent = text;
}
