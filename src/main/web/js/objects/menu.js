// The menu of a figure or table, below its name.
import { make, say } from '../shared.js';
import { copyText } from '../shared/copy-text.js';
import { csvText } from '../shared/csv-text.js';
import { download } from '../shared/download.js';
import { cite } from './cite.js';
import { enlarge } from './enlarge.js';
import { fileName, objectOf } from './object.js';
import { fontRules, pictureOf, pngOf, svgText } from './picture.js';
import { valuesOf } from './values.js';

let shown = null;

async function copyLink({ address }) {
  say((await copyText(address)) ? 'Link copied' : 'The browser did not allow copying');
}

const pictureFile = async object =>
  pictureOf(object, { scheme: 'light', source: object.address, fonts: await fontRules() });

async function saveSvg(object) {
  download(fileName(object, 'svg'), svgText(await pictureFile(object)), 'image/svg+xml');
}

async function savePng(object) {
  download(fileName(object, 'png'), await pngOf(await pictureFile(object)), 'image/png');
}

const saveImage = ({ image }) => make('a', { href: image.src, download: image.src.split('/').at(-1) }).click();

/** What can be done with an object, by the words of the menu. */
function actionsOf(object) {
  const drawn = object.drawings.length > 0;
  const values = valuesOf(object);
  const actions = { 'Copy link': copyLink };
  if (drawn || object.table || object.image) actions.Enlarge = enlarge;
  if (drawn) Object.assign(actions, { 'Download SVG': saveSvg, 'Download PNG': savePng });
  if (!drawn && object.image) actions['Download image'] = () => saveImage(object);
  if (values) actions['Download CSV'] = () => download(fileName(object, 'csv'), csvText(values), 'text/csv');
  return { ...actions, 'Cite …': cite };
}

function close(returning) {
  if (!shown) return;
  const { link, menu, leave } = shown;
  shown = null;
  leave.abort();
  menu.remove();
  link.setAttribute('aria-expanded', 'false');
  if (returning) link.focus({ preventScroll: true });
}

/** Opens the menu of the object that a link names, or closes it. */
export function openMenu(link) {
  const again = shown?.link === link;
  close(again);
  if (again) return;
  const object = objectOf(link);
  const items = Object.entries(actionsOf(object)).map(([name, act]) => {
    const item = make('button', { type: 'button', role: 'menuitem', tabindex: -1 }, name);
    item.addEventListener('click', () => {
      close(true);
      act(object);
    });
    return item;
  });
  const menu = make('div', { class: 'object-menu', role: 'menu', 'aria-label': object.name }, ...items);
  document.body.append(menu);
  link.setAttribute('role', 'button');
  link.setAttribute('aria-haspopup', 'menu');
  link.setAttribute('aria-expanded', 'true');
  place(menu, link);
  const leave = new AbortController();
  const { signal } = leave;
  shown = { link, menu, leave };
  menu.addEventListener('keydown', event => move(event, items));
  menu.addEventListener(
    'focusout',
    event => !menu.contains(event.relatedTarget) && event.relatedTarget !== link && close(),
    { signal },
  );
  document.addEventListener(
    'pointerdown',
    event => !menu.contains(event.target) && !link.contains(event.target) && close(),
    { signal },
  );
  items[0].focus({ preventScroll: true });
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

function move(event, items) {
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    event.stopPropagation();
    close(true);
    return;
  }
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const at = items.indexOf(document.activeElement);
  const wanted = Number.isFinite(step) ? (at + step + items.length) % items.length : step > 0 ? items.length - 1 : 0;
  items[wanted].focus();
}

/** Below the link, above it where there is no room. */
function place(menu, link) {
  const at = link.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const below = at.bottom + height + 8 < innerHeight || at.top < height + 8;
  menu.style.left = `${Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8)) + scrollX}px`;
  menu.style.top = `${(below ? at.bottom + 2 : at.top - height - 2) + scrollY}px`;
}
