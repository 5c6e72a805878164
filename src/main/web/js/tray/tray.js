import { all, make, say } from '../shared.js';
import { KEPT } from '../site/choosing.js';
import { MOST } from './models.js';
import { nameField } from './name-field.js';
import { thumbnail } from './thumbnail.js';

/** The event of a changed choice, with the chosen ids; the comparison page listens. */
export const CHOSEN = 'archnotes-chosen';

/** What is chosen, kept for as long as the tab is open, and the tray at the lower edge that shows it. */
export function tray(models) {
  let ids = kept().filter(id => models.of(id));
  const list = make('ul', { class: 'tray-models' });
  const adding = nameField(
    'tray-add',
    models.ids.map(id => models.of(id).name),
    name => add(name),
  );
  const count = make('p', { class: 'tray-count' });
  const go = make('a', { class: 'button tray-go' }, 'Show differences');
  const toggle = make('button', { type: 'button', class: 'button tray-toggle', 'aria-expanded': 'false' });
  const none = make('button', { type: 'button', class: 'tray-none' }, 'Choose none');
  const place = make(
    'aside',
    { class: 'tray', 'aria-label': 'Models to compare' },
    make('div', { class: 'tray-inner' }, list, adding, make('div', { class: 'tray-end' }, toggle, count, none, go)),
  );
  toggle.addEventListener('click', () => toggle.setAttribute('aria-expanded', place.classList.toggle('opened')));

  /** Takes a model in, by any of its names; tells whether there is one. */
  function add(name) {
    const id = models.resolve(name);
    if (id && !ids.includes(id)) set([...ids, id]);
    return Boolean(id);
  }

  none.addEventListener('click', () => set([]));

  function set(next) {
    if (next.length > MOST) {
      say(`${MOST} models are the most; take one out first.`);
      count.textContent = `${MOST} models are the most.`;
      return announce();
    }
    ids = next;
    try {
      sessionStorage.setItem(KEPT, ids.join());
    } catch {
      /* chosen for this page only */
    }
    show();
    say(ids.length ? `${ids.map(id => models.of(id).name).join(', ')}: ${count.textContent}` : 'None chosen');
    announce();
  }

  const announce = () => document.dispatchEvent(new CustomEvent(CHOSEN, { detail: ids }));

  function show() {
    list.replaceChildren(...ids.map(entry));
    count.textContent = countSentence(ids.length, models.differing(ids), models.facts);
    toggle.textContent = ids.length === 1 ? models.of(ids[0]).name : `${ids.length} models`;
    go.hidden = ids.length < 2;
    go.href = `${document.documentElement.dataset.root}compare/?pick=${ids.join()}`;
    adding.hidden = ids.length >= MOST;
    place.hidden = !ids.length;
    document.documentElement.classList.toggle('has-tray', ids.length > 0);
    all('a[data-pick]').forEach(link => {
      link.setAttribute('role', 'button');
      link.setAttribute('aria-pressed', String(ids.includes(models.resolve(link.dataset.pick))));
    });
  }

  function entry(id) {
    const { name, layers } = models.of(id);
    const remove = make('button', { type: 'button', 'aria-label': `Take out ${name}` }, '×');
    remove.addEventListener('click', () => set(ids.filter(other => other !== id)));
    return make('li', {}, thumbnail(layers), make('span', {}, name), remove);
  }

  document.body.append(place);
  show();
  return {
    models,
    chosen: () => ids,
    set,
    add,
    toggle: name => {
      const id = models.resolve(name);
      if (id) set(ids.includes(id) ? ids.filter(other => other !== id) : [...ids, id]);
    },
  };
}

/** What is chosen and how much differs, as a sentence without its period. */
export function countSentence(chosen, differing, facts) {
  if (chosen < 2) return 'Choose one more';
  return differing ? `${differing} of ${facts} facts differ` : 'No fact differs';
}

function kept() {
  try {
    return (sessionStorage.getItem(KEPT) ?? '').split(',').filter(Boolean).slice(0, MOST);
  } catch {
    return [];
  }
}
