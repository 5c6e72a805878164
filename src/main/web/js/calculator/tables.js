import { make } from '../shared.js';
import { binary, binaryText, digits, grouped, operations, seconds } from '../number/printed.js';

const COLORS = { Embedding: 'embed', 'Output head': 'embed', Attention: 'attention', Normalization: 'norm' };

function figure(value, number, unit) {
  const data = make('data', { class: 'number', value, title: grouped(value) }, number);
  return unit ? [data, '\u2009', make('span', { class: 'unit' }, unit)] : [data];
}
/** A value in binary units. */
export const inBinary = value => figure(value, ...binary(value));
/** A value with all of its digits. */
export const exact = value => figure(value, grouped(value));

const cell = (content, name = 'td', attributes = { class: 'num' }) => make(name, attributes, ...[content].flat());
const text = content => cell(content, 'td', {});
const rowHead = (content, colspan) => cell(content, 'th', { scope: 'row', colspan });
const row = (name, ...contents) =>
  make('tr', {}, rowHead(name), ...contents.map(content => (content instanceof Element ? content : cell(content))));

/** The row at the end of a table, whose name spans columns that have nothing to add up. */
const totalRow = (name, colspan, ...contents) =>
  make('tr', { class: 'ledger-total' }, rowHead(name, colspan), ...contents.map(content => cell(content)));

/** A table; names of columns with figures are marked. */
function table(id, caption, columns, bodies, foot, kind = 'compact') {
  const heads = columns.map(([name, numeric]) => cell(name, 'th', { scope: 'col', class: numeric ? 'num' : '' }));
  const element = make(
    'table',
    { class: kind },
    make('thead', {}, make('tr', {}, ...heads)),
    ...bodies.map(rows => make('tbody', {}, ...rows)),
  );
  if (foot) element.append(make('tfoot', {}, foot));
  const scroller = { class: 'table-scroll', role: 'region', 'aria-labelledby': id, tabindex: 0 };
  return make('figure', { class: 'table' }, make('figcaption', { id }, caption), make('div', scroller, element));
}

/** The weights by part and number format. */
export function partsTable({ parts, bytes }) {
  const rows = parts.map(([part, format, elements, size]) =>
    row(part, text(format), exact(elements), digits((8 * size) / elements), inBinary(size)),
  );
  const columns = [['Part'], ['Format'], ['Weights', true], ['Bits each', true], ['Size', true]];
  return table(
    'calc-parts',
    'The decoder, part by part.',
    columns,
    [rows],
    totalRow('Together', 4, inBinary(bytes.weights)),
    'compact many-columns names-above',
  );
}

/** What the headers of files hold, by number format; `computed` are the parameters of the model, where it is known. */
export function measuredTable({ files, weights, elements, bytes, scales, formats, unclear }, computed) {
  const rows = formats.map(([layout, , numbers, size]) =>
    row(layout, exact(numbers), numbers ? digits((8 * size) / numbers) : '', inBinary(size)),
  );
  const one = files === 1;
  const caption =
    `Measured in the header${one ? '' : 's'} of ${grouped(files)} file${one ? '' : 's'}: ${grouped(weights)} weights` +
    (scales ? `, ${binaryText(scales)} of scales and the like with them` : '');
  const columns = [['Stored as'], ['Numbers', true], ['Bits each', true], ['Size', true]];
  const foot = make(
    'tr',
    { class: 'ledger-total' },
    rowHead('Together'),
    ...[exact(elements), elements ? digits((8 * bytes) / elements) : '', inBinary(bytes)].map(content => cell(content)),
  );
  const words = unclear.map(fault => make('p', { class: 'problem' }, fault));
  if (computed) {
    const { total, prediction_module: module, image_encoder: images } = computed;
    const sums = [total, total + module, total + images, total + module + images];
    const same = sums.includes(elements);
    const rest = elements - sums.at(-1);
    words.push(
      make(
        'p',
        {},
        same
          ? 'The configuration gives the same number.'
          : `The configuration gives ${grouped(sums.at(-1))}, ${grouped(Math.abs(rest))} ${
              rest > 0 ? 'fewer' : 'more'
            }: a table that is stored twice, left out or filled up, or a part that is not counted.`,
      ),
    );
  }
  return make('div', {}, table('calc-measured', `${caption}.`, columns, [rows], foot), ...words);
}

const COMPARED = [
  ['Parameters', ({ total }) => total, grouped],
  ['Active for a token', ({ active }) => active, grouped],
  ['Weights', ({ bytes }) => bytes.weights, binaryText],
  ['Cache and state', ({ bytes }) => bytes.cache + bytes.state, binaryText],
  ['Together', ({ bytes }) => bytes.total, binaryText],
  [
    'Spare on the fullest card',
    answer => answer.spare_bytes,
    value => (value < 0 ? `−${binaryText(-value)}` : binaryText(value)),
  ],
  ['Longest context', answer => answer.longest_context, grouped],
  ['Most sequences', answer => answer.most_sequences, grouped],
  ['Operations of a step', answer => answer.operations_per_step, value => operations(value).join('\u2009')],
  ['Bytes read in a step', answer => answer.bytes_read_per_step, binaryText],
  ['Tokens a second, at most', answer => answer.most_tokens_per_second, digits],
  ['First token, at least', answer => answer.least_seconds_to_first_token, seconds],
];

/** Two models side by side under the same load, and the second against the first. */
export function comparison(first, second) {
  const rows = COMPARED.filter(([, value]) => value(first.answer) !== null).map(([name, value, print]) => {
    const [a, b] = [value(first.answer), value(second.answer)];
    return row(name, print(a), print(b), ratio(a, b));
  });
  const columns = [['Figure'], [first.model.name, true], [second.model.name, true], ['Change', true]];
  return table('calc-second', 'Side by side, on the same cards.', columns, [rows]);
}

/** How a value changed: in percent, or times where it is much. */
export function ratio(a, b) {
  if (a === b) return 'same';
  if (a <= 0 || b < 0) return '';
  const times = b / a;
  if (times > 3 || times < 1 / 3) return `× ${digits(times)}`;
  return `${times > 1 ? '+' : '−'}${digits(Math.abs(100 * (times - 1)))} %`;
}

/** Every weight tensor. */
export function ledgerTable({ ledger }, { total, prediction_module: module, image_encoder: images }) {
  const extras = module + images;
  const more = extras ? ` Prediction module and image encoder have ${grouped(extras)} more.` : '';
  const columns = [['Tensor'], ['In'], ['Shape'], ['Tensors', true], ['Parameters', true]];
  const foot = totalRow('Total', 4, exact(total));
  const caption = `Every tensor of the decoder, by part.${more}`;
  return table('calc-ledger', caption, columns, ledger.map(ledgerRows), foot, 'compact ledger');
}

function ledgerRows([label, total, rows]) {
  const name = cell(label, 'th', { scope: 'rowgroup', colspan: 4 });
  return [
    make('tr', { class: `ledger-group part-${COLORS[label] ?? 'ffn'}` }, name, cell(exact(total))),
    ...rows.map(([tensor, where, shape, count, elements]) =>
      make(
        'tr',
        {},
        rowHead(make('code', {}, tensor)),
        text(where),
        cell(shape.map(grouped).join(' × '), 'td', { class: 'shape' }),
        cell(exact(count)),
        cell(exact(elements)),
      ),
    ),
  ];
}

/** The cache of one sequence, by runs of layers that are alike. */
export function cacheTable({ cache }, { cache_bytes_per_sequence: sum }) {
  const columns = [
    ['Layers'],
    ['Attention'],
    ['Numbers a token', true],
    ['Tokens seen', true],
    ['A layer', true],
    ['Bytes of the run', true],
  ];
  const foot = totalRow('Together', 5, exact(sum));
  return table('calc-cache', 'Cache of one sequence, from the bottom.', columns, [cache.map(cacheRow)], foot);
}

function cacheRow([from, layers, name, numbers, kept, bytes]) {
  return make(
    'tr',
    {},
    rowHead(layers === 1 ? `${from}` : `${from} to ${from + layers - 1}`),
    text(name),
    cell(numbers ? exact(numbers) : 'state'),
    cell(numbers ? exact(kept) : 'all, in the state'),
    cell(inBinary(bytes)),
    cell(exact(bytes * layers)),
  );
}
