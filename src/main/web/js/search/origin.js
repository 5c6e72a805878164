// Where a mechanism comes from: what the timeline says of it, the oldest first.
import { tokens } from './tokens.js';
import { findSections } from './words.js';

const TIMELINE = 'timeline/#';
const MOST_EVENTS = 5;

/** The events of the timeline that name a mechanism by one of its names. */
export async function origin(asked, index) {
  const asksForIt = asked.origin || (asked.order < 0 && asked.orderOf === 'released');
  if (!asksForIt || asked.mentions.length || !asked.mechanisms.length) return null;
  const [mechanism] = asked.mechanisms;
  const [, section, , names] = index.mechanisms[mechanism];
  const found = new Map();
  for (const name of names.split('|')) {
    const { hits } = await findSections(`"${name}"`, { ...index, meanings: () => [], knows: () => false });
    for (const { section: at } of hits) {
      if (found.has(at)) continue;
      const hit = await index.section(at);
      const said = new Set(tokens(`${hit.heading} ${hit.text}`));
      if (hit.href.startsWith(TIMELINE) && tokens(name).every(word => said.has(word))) found.set(at, hit);
    }
  }
  const dated = [...found.values()].map(hit => ({ ...hit, date: /\d{4}(?:-\d\d){0,2}/.exec(hit.text)?.[0] ?? '' }));
  const hits = dated.sort((a, b) => a.date.localeCompare(b.date)).slice(0, MOST_EVENTS);
  const told = section >= 0 && asked.origin ? [await index.section(section)] : [];
  return { label: 'In the timeline, oldest first', hits: [...hits, ...told] };
}
