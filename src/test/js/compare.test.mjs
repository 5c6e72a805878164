import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distinct, laterYears } from '../../main/web/js/compare/controls.js';
import { csvText } from '../../main/web/js/compare/csv.js';
import { ratio } from '../../main/web/js/compare/ratio.js';
import { countSentence, isFiltered, passes, readState, writeState } from '../../main/web/js/compare/state.js';

const COLUMNS = [
  { id: 'model', usual: true },
  { id: 'total', usual: true },
  { id: 'window', usual: false },
];
const IDS = ['gpt-2', 'qwen3', 'a', 'b', 'c', 'd', 'e'];
const read = query => readState(query, COLUMNS, IDS);

test('without a query the usual columns are shown and nothing is chosen', () => {
  const state = read('');
  assert.deepEqual([...state.columns], ['model', 'total']);
  assert.deepEqual(state.picked, []);
  assert.equal(isFiltered(state), false);
  assert.equal(writeState(state, COLUMNS), '');
});

test('a choice is read back from the query that it leaves', () => {
  const query = 'q=moe&kind=moe&size=5..40&columns=model,window&pick=qwen3,gpt-2&differences=1&sort=-total';
  const state = read(query);
  assert.equal(isFiltered(state), true);
  assert.deepEqual(state.picked, ['qwen3', 'gpt-2']);
  assert.equal(writeState(state, COLUMNS), query);
});

test('a query chooses models that there are, and no more than fit side by side', () => {
  assert.deepEqual(read('pick=gpt-2,gpt-9').picked, ['gpt-2']);
  assert.equal(read(`pick=${IDS}`).picked.length, 6);
});

const row = {
  dataset: { maker: 'Qwen', kind: 'moe', attention: 'grouped|gated', size: '30500000000', released: '2025-04-29' },
  textContent: 'Qwen3 30B-A3B',
};
const leaves = query => passes(row, read(query));

test('a filter leaves the rows that have its value', () => {
  assert.ok(leaves(''));
  assert.ok(leaves('maker=Qwen&kind=moe'));
  assert.ok(!leaves('kind=dense'));
  assert.ok(leaves('attention=gated'));
  assert.ok(!leaves('attention=gate'));
  assert.ok(!leaves('license=MIT'));
});

test('sizes are ranges of billions that end with their last', () => {
  assert.ok(leaves('size=5..40'));
  assert.ok(!leaves('size=40..200'));
  assert.ok(leaves('size=5..30.5'));
  assert.ok(!leaves('size=30.5..'));
  assert.ok(leaves('size=30..'));
});

test('a year leaves what came in it or later', () => {
  assert.ok(leaves('from=2025'));
  assert.ok(!leaves('from=2026'));
});

test('words are found in any case', () => {
  assert.ok(leaves('q=qwen3 30b'));
  assert.ok(!leaves('q=qwen2'));
});

test('the count is a sentence', () => {
  assert.equal(countSentence(40, 40, 0), '40 models');
  assert.equal(countSentence(3, 40, 2), '3 of 40 models');
  assert.equal(countSentence(0, 40, 0), 'None of 40 models fits');
  assert.equal(countSentence(40, 40, 1), '40 models; choose one more to set them side by side');
  assert.equal(countSentence(1, 1, 1), '1 model');
  assert.equal(countSentence(0, 1, 0), 'The one model does not fit');
});

test('a ratio has two or three digits', () => {
  assert.equal(ratio(1234, 100), '12\u2009×');
  assert.equal(ratio(5, 2), '2.5\u2009×');
  assert.equal(ratio(3, 2), '1.50\u2009×');
  assert.equal(ratio(1, 3), '0.33\u2009×');
});

test('a ratio that says nothing is none', () => {
  assert.equal(ratio(2, 2), null);
  assert.equal(ratio(0, 2), null);
  assert.equal(ratio(2, 0), null);
});

test('a file of values quotes what would be read as two', () =>
  assert.equal(
    csvText([
      ['id', 'a,b'],
      ['say "so"', ''],
    ]),
    'id,"a,b"\r\n"say ""so""",\r\n',
  ));

test('filters offer each value once, and years but the first', () => {
  const rows = ['2024-05-01', '2019-02-14', '2024-12-26', undefined].map(released => ({ dataset: { released } }));
  assert.deepEqual(laterYears(rows), ['2024']);
  assert.deepEqual(distinct([row, row], 'attention'), ['gated', 'grouped']);
});

test('a text that a spreadsheet would calculate is a text, and a number a number', () => {
  assert.equal(csvText([['=1+1', '+1|x', '@SUM(1)', '-a', '\t=1']]), "'=1+1,'+1|x,'@SUM(1),'-a,'\t=1\r\n");
  assert.equal(csvText([['-5', '+1', '1e-6', '-2.5']]), '-5,+1,1e-6,-2.5\r\n');
});
