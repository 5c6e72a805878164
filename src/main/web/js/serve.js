// Put into each page by `archnotes serve`, and into no page that is published: shows the page as it is now when it has
// changed, with what stood at the top of the window at its place again, and shows what is wrong with the notes. Where
// no more than prose has changed, the prose alone is exchanged, which is seen much sooner than a page loaded anew.
const { events, page: loaded } = document.currentScript.dataset;
const PLACE = 'archnotes-serve-place';

/** Where the page was left, unless the reader has moved since it was loaded. */
let left = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
if (left?.page !== location.href) left = null;

/** What is read: the last heading in the upper third of the window or above it, and how far below the top it is. */
function place() {
  const headings = [...document.querySelectorAll('main :is(h2, h3, h4, h5, h6)[id]')].map(heading => ({
    id: heading.id,
    top: heading.getBoundingClientRect().top,
  }));
  const read = headings.filter(({ top }) => top < innerHeight / 3).pop();
  return { page: location.href, y: scrollY, x: scrollX, ...read };
}

function reload() {
  // a place that this page lacks, because half of its file was written, may be there again in the next one
  sessionStorage.setItem(PLACE, JSON.stringify(left ?? place()));
  // the browser's own way knows a distance from the top of the page only
  history.scrollRestoration = 'manual';
  location.reload();
}

/** Goes back to the place that was left, and again while the page still grows. */
function restore() {
  sessionStorage.removeItem(PLACE);
  if (!left) {
    history.scrollRestoration = 'auto';
    return;
  }
  let at = scrollY;
  const go = () => {
    if (!left) return;
    const part = left.id && document.getElementById(left.id);
    const y = part && left.y > 0 ? scrollY + part.getBoundingClientRect().top - left.top : left.y;
    scrollTo({ left: left.x, top: y, behavior: 'instant' });
    at = scrollY;
  };
  // what comes late, such as fonts and figures, moves what stands below it
  const grown = new ResizeObserver(go);
  grown.observe(document.documentElement);
  const settle = () => {
    grown.disconnect();
    // not sooner: the browser would go to its own place when all is loaded
    history.scrollRestoration = 'auto';
  };
  go();
  addEventListener('load', () => {
    go();
    setTimeout(settle, 1000);
  });
  const moved = () => {
    left = null;
    settle();
  };
  for (const moving of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
    addEventListener(moving, moved, { passive: true, once: true });
  }
  addEventListener('scroll', () => Math.abs(scrollY - at) > 2 && moved(), { passive: true });
}

/** Elements on which no script of the page acts by itself, so that others can take their place. */
const PLAIN = new Set([
  'p',
  'ul',
  'ol',
  'li',
  'blockquote',
  'em',
  'strong',
  'a',
  'code',
  'span',
  'sup',
  'sub',
  'del',
  'br',
  'b',
  'i',
]);
const MATH = 'http://www.w3.org/1998/Math/MathML';

function isPlain(node) {
  const { localName, namespaceURI, children = [] } = node;
  return !localName || ((PLAIN.has(localName) || namespaceURI === MATH) && [...children].every(isPlain));
}

/** Whether two elements are the same but for what is in them. */
function isSameShell(one, other) {
  return one.localName && other.localName && one.cloneNode().isEqualNode(other.cloneNode());
}

/** Whether a node of the page is the one that its file has here; scripts may have added to it. */
function isNode(live, written) {
  if (!live || !written) return !live && !written;
  return live.localName === written.localName && (!written.id || live.id === written.id);
}

/** Where in the page the nodes begin that its file has from a place on; scripts may have put others around them. */
function placeOf(live, written, from, to) {
  const fits = start => {
    for (let i = from - 1; i <= to; i++) if (!isNode(live[start + i - from], written[i])) return false;
    return true;
  };
  return [from, from + live.length - written.length].find(fits);
}

/**
 * Exchanges what a newer file has otherwise, once all of it is found to be possible.
 *
 * @param old an element as the file had it that the page shows
 * @param next the same element as the file has it now
 * @param live the same element in the page
 * @param {Array<() => void>} changes gets what is to be done
 * @returns whether it is possible
 */
function exchange(old, next, live, changes) {
  if (!isSameShell(old, next)) return false;
  const [was, is, shown] = [old, next, live].map(({ childNodes }) => [...childNodes]);
  let from = 0;
  while (from < was.length && from < is.length && was[from].isEqualNode(is[from])) from++;
  let end = 0;
  const rest = Math.min(was.length, is.length) - from;
  while (end < rest && was.at(-1 - end).isEqualNode(is.at(-1 - end))) end++;
  const start = placeOf(shown, was, from, was.length - end);
  if (start === undefined) return false;
  const gone = was.slice(from, was.length - end);
  const come = is.slice(from, is.length - end);
  const there = shown.slice(start, start + gone.length);
  if ([...gone, ...come].every(isPlain) && gone.every((node, i) => node.isEqualNode(there[i]))) {
    changes.push(() => {
      const before = shown[start + gone.length] ?? null;
      there.forEach(node => node.remove());
      come.forEach(node => live.insertBefore(document.importNode(node, true), before));
    });
    return true;
  }
  return (
    gone.length === come.length &&
    gone.every((node, i) => node.isEqualNode(come[i]) || exchange(node, come[i], there[i], changes))
  );
}

/** All of a page but what it says. */
function frame(page) {
  const copy = page.documentElement.cloneNode(true);
  copy.querySelector('script[data-events]').remove();
  copy.querySelector('main').replaceChildren();
  return copy;
}

async function file() {
  return new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
}

const stateOf = page => page.querySelector('script[data-events]')?.dataset.page;

/** The file that the page shows; the server has it no more once there is a newer one. */
let shown = null;
addEventListener('load', async () => {
  shown = await file().catch(() => null);
});

/** Shows the file as it is now; says of which state it is, or nothing where the page has to be loaded anew. */
async function update(state) {
  const look = of => of.split('.')[0];
  if (!shown || stateOf(shown) !== state || !document.querySelector('main')) return null;
  const old = shown;
  const next = await file();
  const now = stateOf(next);
  if (!now || look(now) !== look(state) || !frame(old).isEqualNode(frame(next))) return null;
  const changes = [];
  const mains = [old, next, document].map(page => page.querySelector('main'));
  if (!exchange(...mains, changes)) return null;
  const { id, top } = place();
  changes.forEach(change => change());
  const moved = id ? document.getElementById(id).getBoundingClientRect().top - top : 0;
  if (moved) scrollBy({ top: moved, behavior: 'instant' });
  shown = next;
  return now;
}

const STYLE = `
  :host { all: initial; position: fixed; inset: auto 0 0; z-index: 2147483647; font: 14px/1.45 system-ui, sans-serif; }
  section { max-block-size: 50vh; overflow: auto; background: #201a1a; color: #f4efec; border-top: 3px solid #e5484d; }
  section.warnings { border-color: #e2a336; }
  section > div { display: flex; gap: 1rem; justify-content: space-between; align-items: center; padding: 0.5rem 1rem;
    position: sticky; top: 0; background: inherit; }
  h2 { font: inherit; font-weight: 600; margin: 0; }
  button { font: inherit; color: inherit; background: none; border: 1px solid currentcolor; border-radius: 4px;
    padding: 0.1rem 0.6rem; cursor: pointer; }
  button:focus-visible { outline: 2px solid #fff; outline-offset: 2px; }
  ol { list-style: none; margin: 0; padding: 0 1rem 0.75rem; }
  li { margin-block-start: 0.6rem; }
  pre { font: 13px/1.45 ui-monospace, monospace; margin: 0; white-space: pre; overflow-x: auto; }
  b { font-weight: 700; white-space: normal; overflow-wrap: anywhere; }
  .error b { color: #ff9592; }
  .warning b { color: #ffca70; }
  .folded { float: inline-end; margin: 0 1rem 1rem 0; background: #201a1a; color: #ffca70; }
  @media print { :host { display: none; } }
`;

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** What is wrong, at the foot of the window; warnings alone are a button that shows them. */
class Problems {
  #host = element('archnotes-problems');
  #shadow = this.#host.attachShadow({ mode: 'open' });
  #unfolded = false;

  constructor() {
    const style = new CSSStyleSheet();
    style.replaceSync(STYLE);
    this.#shadow.adoptedStyleSheets = [style];
  }

  show(headline, problems) {
    if (problems.length === 0) {
      this.#host.remove();
      return;
    }
    const errors = problems.some(({ error }) => error);
    this.#shadow.replaceChildren(
      errors || this.#unfolded ? this.#list(headline, problems) : this.#button(headline, problems),
    );
    document.body.append(this.#host);
  }

  #button(headline, problems) {
    const onclick = () => {
      this.#unfolded = true;
      this.show(headline, problems);
    };
    return element('button', { type: 'button', className: 'folded', onclick }, headline);
  }

  #list(headline, problems) {
    const onclick = () => {
      this.#unfolded = false;
      this.#host.remove();
    };
    const errors = problems.some(({ error }) => error);
    return element(
      'section',
      { className: errors ? 'errors' : 'warnings', ariaLabel: headline, role: 'alert' },
      element(
        'div',
        {},
        element('h2', {}, errors ? `${headline}; the page is the last one without` : headline),
        element('button', { type: 'button', onclick }, 'Hide'),
      ),
      element('ol', {}, ...problems.map(problem => this.#problem(problem))),
    );
  }

  #problem({ error, text }) {
    const [first, ...rest] = text.split('\n');
    const lines = element('pre', {}, element('b', {}, first), ...rest.map(line => `\n${line}`));
    return element('li', { className: error ? 'error' : 'warning' }, lines);
  }
}

const problems = new Problems();
let stream = null;
let state = loaded;
let told = Promise.resolve();

async function tell({ headline, problems: found, page }) {
  if (page !== state) state = await update(state).catch(() => null);
  if (state === null) reload();
  else problems.show(headline, found);
}

function listen() {
  stream = new EventSource(`${events}?page=${encodeURIComponent(location.pathname)}`);
  stream.onmessage = ({ data }) => {
    told = told.then(() => tell(JSON.parse(data)));
  };
}

// a browser opens six connections to a server and no more: a page in the background gives its own back
document.addEventListener('visibilitychange', () => {
  if (document.hidden) stream?.close();
  else listen();
});
restore();
if (!document.hidden) listen();
