import { all, make } from '../shared.js';
import { tokensText } from './amounts.js';
import { copies } from './copying.js';
import { contextCurve } from './curve.js';
import { binaryText, digits, grouped, seconds } from '../number/printed.js';
import { PARTS, memoryPicture } from './picture.js';
import { sizeFields } from './sizes.js';
import { cacheTable, comparison, exact, inBinary, ledgerTable, partsTable } from './tables.js';
import { smallestCard, verdict } from './verdict.js';

/** The context from which on an answer has no limit. */
const WITHOUT_LIMIT = 2 ** 30;
const MOST_SEQUENCES = 2 ** 20;

/** Says that there is no result, and why; what stood there before is taken away. */
export function showProblem(place, words, back) {
  const lines = [make('p', { class: 'verdict no-result' }, 'No result'), make('p', { class: 'problem' }, words)];
  if (back) {
    const button = make('button', { type: 'button', class: 'button' }, 'Back to the model before');
    button.addEventListener('click', back);
    lines.push(make('p', {}, button));
    place.replaceChildren();
  }
  halves(place).answered.replaceChildren(...lines);
}

/** The answer, and below it what is kept while the answer changes. */
function halves(place) {
  if (!place.childElementCount) place.append(make('div', {}), make('div', {}));
  const [answered, kept] = place.children;
  return { answered, kept };
}

/** Puts an answer into `place`; folds that the reader has opened stay open. */
export function showResults(place, { first, second, asked, form, script, words, change }) {
  const { model, answer } = first;
  const { state, words: sentence } = verdict(answer, asked);
  const opened = all('details[open]', place).map(fold => fold.dataset.part);
  const fold = (part, summary, fill) => {
    const body = make('div', {});
    const details = make('details', { class: 'fold', 'data-part': part }, make('summary', {}, summary), body);
    const open = () => details.open && !body.childElementCount && fill(body);
    details.addEventListener('toggle', open);
    details.open = opened.includes(part);
    return details;
  };
  /** A fold whose content comes from a script that is loaded when it is opened. */
  const late = fill => body =>
    script('details.js').then(
      () => body.replaceChildren(fill(JSON.parse(window.archnotesDetails(model.code, words)))),
      error => body.replaceChildren(make('p', { class: 'problem' }, error.message)),
    );
  const options = all('option[data-bytes]', form.elements.namedItem('card'));
  const smallest = smallestCard(options, answer.fullest_card_bytes);
  const figures = { ...answer, smallest_card: smallest?.value ?? null };
  const curve = make('figure', { class: 'curve-figure' });
  const copied = copies({ model, figures, asked, sentence });
  const { answered, kept } = halves(place);
  answered.replaceChildren(
    make('p', { class: `verdict ${state}` }, sentence),
    summaryOf(model, asked, answer),
    memoryPicture(answer, asked),
    legend(answer, asked),
    answersOf(answer, asked, smallest),
    ...(second ? [comparison(first, second, asked)] : []),
    curve,
    copied,
    fold('parts', `Weights, part by part: ${answer.bits_per_weight.toFixed(2)} bits each`, body =>
      body.append(partsTable(answer)),
    ),
    fold(
      'cache',
      'Cache, layer by layer',
      late(details => cacheTable(details, answer)),
    ),
    fold(
      'ledger',
      `Ledger: ${grouped(answer.total)} parameters`,
      late(details => ledgerTable(details, answer)),
    ),
  );
  // what somebody types in stays where it is
  if (kept.dataset.code !== model.code) {
    kept.dataset.code = model.code;
    kept.replaceChildren(
      fold(
        'sizes',
        'What if: change any size',
        late(({ sizes }) => sizeFields(sizes, form.elements.namedItem('changes').value, change)),
      ),
    );
  }
  const lines = [first, ...(second ? [second] : [])].map(
    ({ model: { name }, answer: { fullest_card_bytes: total }, curve: points }) => ({
      name,
      total,
      points: points(),
    }),
  );
  const words2 = second
    ? `Memory against context. Solid: ${model.name}. Dashed: ${second.model.name}.`
    : 'Memory against context, and where you are.';
  curve.append(contextCurve(lines, asked, curve.clientWidth || 600), make('figcaption', {}, words2));
}

function summaryOf({ name, href, context }, asked, { layers, total, active, undivided_heads: heads }) {
  const title = href ? make('a', { href: document.documentElement.dataset.root + href }, name) : name;
  const notes = [];
  if (asked.context > context) notes.push(` The configuration ends at ${grouped(context)} tokens.`);
  if (heads) notes.push(` ${heads} heads do not divide by ${asked.cards} cards: engines refuse this split.`);
  return make(
    'p',
    { class: 'calculated' },
    title,
    `: ${grouped(layers)} layers, `,
    ...exact(total),
    ' parameters, ',
    ...(active === total ? ['all'] : exact(active)),
    ' active for a token.',
    ...notes,
  );
}

/** What the colors of the picture stand for, over all cards. */
function legend({ bytes }, asked) {
  const rows = PARTS.filter(([key]) => bytes[key]).map(([key, name, style]) =>
    make(
      'li',
      {},
      make('span', { class: `swatch memory-${style}` }),
      `${name} `,
      make('b', {}, ...inBinary(bytes[key])),
    ),
  );
  const all = asked.cards > 1 ? `All ${grouped(asked.cards)} cards ` : 'Together ';
  return make('ul', { class: 'memory-legend' }, ...rows, make('li', {}, all, make('b', {}, ...inBinary(bytes.total))));
}

/** What else would fit, and how fast it could be at most. */
function answersOf(answer, asked, smallest) {
  const most = answer.most_sequences >= MOST_SEQUENCES ? 'more than a million' : grouped(answer.most_sequences);
  const longest =
    answer.longest_context >= WITHOUT_LIMIT
      ? 'any'
      : answer.longest_context
        ? `${grouped(answer.longest_context)} tokens`
        : 'none';
  const few = answer.fewest_cards;
  const rate = answer.most_tokens_per_second;
  const rows = [
    ['Longest context', longest],
    [`Most sequences of ${tokensText(asked.context)}`, most],
    ['Smallest card', smallest ? smallest.textContent : 'none that is known here'],
    [`Fewest cards of this kind`, few ? grouped(few) : 'more than 1,024'],
  ];
  if (rate) {
    const each = asked.sequences > 1 ? ` (${digits(rate / asked.sequences)} each)` : '';
    rows.push(
      ['Decoding, at most', `${digits(rate)} tokens/s${each}`],
      [
        `First token of ${tokensText(Math.max(1, asked.context - asked.prefix))}, at least`,
        seconds(answer.least_seconds_to_first_token),
      ],
    );
  }
  const entries = rows.map(([term, value]) => make('div', {}, make('dt', {}, term), make('dd', {}, value)));
  const arithmetic = asked.rate
    ? `, arithmetic at ${grouped(Math.round(asked.rate / 1000))} TFLOP/s`
    : '; its arithmetic is not known here';
  const bound = rate
    ? `Bounds: every byte once at ${grouped(asked.bandwidth / 1000)} GB/s${arithmetic}. ` +
      `${asked.cardName}: ${binaryText(asked.bytes)}, ${asked.remark}.`
    : 'Bounds of speed need a card: choose one for its bandwidth.';
  return make('div', { class: 'answers' }, make('dl', {}, ...entries), make('p', { class: 'hint' }, bound));
}
