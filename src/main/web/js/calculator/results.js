import { all, make } from '../shared.js';
import { grouped } from './numbers.js';
import { cacheTable, costTable, exact, ledgerTable, memoryTable } from './tables.js';
import { verdict } from './verdict.js';

/** Puts an answer of the estimate into `place`; folds that the reader has opened stay open. */
export function showResults(place, model, asked, answer) {
  if (answer.problem) {
    place.replaceChildren(make('p', { class: 'problem' }, answer.problem));
    return;
  }
  const opened = place.childElementCount ? openParts(place) : ['cache'];
  const fold = (part, summary, content) =>
    make(
      'details',
      { class: 'fold', open: opened.includes(part), 'data-part': part },
      make('summary', {}, summary),
      make('div', {}, content),
    );
  place.replaceChildren(
    summaryOf(model, asked, answer),
    make('p', { class: 'verdict' }, verdict(answer, asked)),
    memoryTable(answer, asked),
    costTable(answer, asked),
    fold('cache', 'Cache, layer by layer', cacheTable(answer)),
    fold('ledger', `Ledger: ${grouped(answer.total)} parameters, part by part`, ledgerTable(answer)),
  );
}

const openParts = place => all('details[open]', place).map(fold => fold.dataset.part);

function summaryOf({ name, href, context }, asked, { layers, total, active }) {
  const title = href ? make('a', { href: document.documentElement.dataset.root + href }, name) : name;
  const used = active === total ? ['all'] : exact(active);
  const beyond = asked.context > context ? ` The configuration ends at ${grouped(context)} tokens.` : '';
  return make(
    'p',
    {},
    title,
    `: ${grouped(layers)} layers, `,
    ...exact(total),
    ' parameters, ',
    ...used,
    ' of them active for a token.',
    beyond,
  );
}
