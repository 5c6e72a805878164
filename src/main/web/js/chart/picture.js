import { all, say } from '../shared.js';
import { linesOf } from './outline.js';
import { hide, hideLater, isRead, isTouched, open, show } from './reading.js';
import { BARE, stopsOf } from './stops.js';

/** The class that gives a line its color. */
const colorOf = line => [...line.classList].find(name => /^c-\d/.test(name)) ?? '';

const HINT = 'Arrow keys move through the values';
/** The distance in pixels from which a value is read. */
const NEAR = 16;
/** How far a key leads. */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1e9, End: 1e9 };

/** Reads a picture at the pointer, under a finger and by keyboard. */
export function followPicture(svg) {
  const picture = { svg, index: -1, series: linesOf(svg).map(colorOf), stops: stopsOf(svg) };
  // a picture whose parts say no more than they show keeps its links as they are
  if (!picture.stops.length || !(svg.dataset.at || svg.querySelector(`[data-value], :not(svg) > desc, ${BARE}`)))
    return;
  // one stop of the Tab key: the arrows lead on, also to links
  svg.setAttribute('tabindex', 0);
  if (svg.getAttribute('role') === 'img') svg.setAttribute('role', 'application');
  all('a', svg).forEach(link => link.setAttribute('tabindex', -1));
  readByPointer(picture);
  readByKeyboard(picture);
}

function readByPointer(picture) {
  const { svg, stops } = picture;
  svg.addEventListener('pointermove', event => {
    if (event.pointerType !== 'touch') follow(picture, event);
  });
  svg.addEventListener('pointerleave', event => {
    if (event.pointerType !== 'touch' && isRead(picture)) hideLater();
  });
  svg.addEventListener('click', event => {
    // the first tap on a link that shows less than it says reads it, the second follows it
    const link = event.target.closest('a');
    const terse = link && (!link.querySelector('text') || link.querySelector('[data-value]'));
    const read = isRead(picture) && stops[picture.index]?.mark === link;
    if (isTouched() && terse && !read) event.preventDefault();
    follow(picture, event);
  });
}

function readByKeyboard(picture) {
  const { svg } = picture;
  svg.addEventListener('focus', () => {
    if (!svg.matches(':focus-visible') || isRead(picture)) return;
    open(picture, [HINT], svg);
    svg.setAttribute('aria-describedby', 'reading');
  });
  svg.addEventListener('focusout', event => {
    if (!svg.contains(event.relatedTarget)) hide();
  });
  svg.addEventListener('keydown', event => {
    const next = nextStop(event.key, picture.index, picture.stops.length);
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(picture, next);
  });
}

/** The stop that a key leads to, within the picture; undefined for a key that leads nowhere. */
export function nextStop(key, index, count) {
  const step = STEPS[key];
  return step && Math.max(0, Math.min(count - 1, index + step));
}

function move(picture, index) {
  const { svg, stops } = picture;
  const { mark } = stops[index];
  const said = show(picture, index);
  (mark?.matches('a') ? mark : svg).focus({ preventScroll: true });
  const { top, bottom } = picture.here.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) picture.here.scrollIntoView({ block: 'nearest' });
  if (said) say(said);
}

/** Reads the value that is nearest to the pointer. */
function follow(picture, { target, clientX, clientY }) {
  const { svg, stops } = picture;
  const { a, e } = svg.getScreenCTM();
  const distances = stops.map(({ mark, x }) => {
    if (!mark) return Math.abs(x * a + e - clientX) / 2;
    const { left, top, width, height } = mark.getBoundingClientRect();
    return mark.contains(target) ? 0 : Math.hypot(left + width / 2 - clientX, top + height / 2 - clientY);
  });
  const least = Math.min(...distances);
  if (least < NEAR) show(picture, distances.indexOf(least));
  else if (isRead(picture)) hideLater();
}
