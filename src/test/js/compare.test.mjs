import assert from 'node:assert/strict';
import { test } from 'node:test';
import { distinct, laterYears } from '../../main/web/js/compare/controls.js';
import { csvText } from '../../main/web/js/shared/csv-text.js';
import { finds, indexOf } from '../../main/web/js/compare/find.js';
import { inWords } from '../../main/web/js/compare/list.js';
import {
  countSentence,
  isCompared,
  isFiltered,
  passes,
  readMechanisms,
  readState,
  writeState,
} from '../../main/web/js/compare/state.js';
import { compareValues } from '../../main/web/js/shared/table-order.js';
import { askedFor, modelsOf } from '../../main/web/js/tray/models.js';
import { runsOf } from '../../main/web/js/tray/thumbnail.js';
import { countSentence as trayCount } from '../../main/web/js/tray/tray.js';
import { difference } from '../../main/web/js/versus/order.js';
import { ratio } from '../../main/web/js/versus/ratio.js';

const COLUMNS = [
  { id: 'model', usual: true },
  { id: 'total', usual: true },
  { id: 'window', usual: false },
];
const read = query => readState(query, COLUMNS);

test('without a query the usual columns are shown and nothing is chosen', () => {
  const state = read('');
  assert.deepEqual([...state.columns], ['model', 'total']);
  assert.deepEqual(state.picked, []);
  assert.equal(isFiltered(state), false);
  assert.equal(writeState(state, COLUMNS), '');
});

test('a choice is read back from the query that it leaves', () => {
  const query = 'q=moe&kind=moe&size=5..40&cache=..2&uses=qk-norm,-moe&columns=model,window&sort=-total';
  const state = read(query);
  assert.equal(isFiltered(state), true);
  assert.equal(isCompared(state), false);
  assert.equal(writeState(state, COLUMNS), query);
});

test('a comparison is told by its models, and the list remembers them', () => {
  const state = { ...read('q=moe&base=b&shown=same'), picked: ['a', 'b'] };
  assert.equal(isCompared(state), true);
  assert.equal(writeState(state, COLUMNS), 'pick=a,b&base=b&shown=same');
  state.listed = true;
  assert.equal(isCompared(state), false);
  assert.equal(writeState(state, COLUMNS), 'q=moe&pick=a,b&view=list');
  assert.equal(read('pick=a,b&view=list').listed, true);
});

const MODELS = modelsOf({
  groups: [],
  models: {
    'deepseek-v3-671b': {
      name: 'DeepSeek V3',
      slug: 'deepseek-v3-r1',
      family: 'DeepSeek V3 and R1',
      flagship: true,
      values: '0 0 0',
    },
    'deepseek-r1-671b': { name: 'DeepSeek R1', slug: 'deepseek-v3-r1', family: 'DeepSeek V3 and R1', values: '0 1 0' },
    'gemma-3-1b': { name: 'Gemma 3 1B', slug: 'gemma-3', family: 'Gemma 3', values: '1 0 0' },
    'gemma-3-27b': { name: 'Gemma 3 27B', slug: 'gemma-3', family: 'Gemma 3', flagship: true, values: '1 2 0' },
  },
});

test('a model is found by id, name, family and part of a name, in any spelling', () => {
  for (const name of ['deepseek-v3-671b', 'DeepSeek V3', 'deepseekv3', ' deep-seek  v3 ', 'V3', 'DeepSeek V3 and R1']) {
    assert.equal(MODELS.resolve(name), 'deepseek-v3-671b', name);
  }
  assert.equal(MODELS.resolve('r1'), 'deepseek-r1-671b');
  assert.equal(MODELS.resolve('gemma'), 'gemma-3-27b');
  assert.equal(MODELS.resolve('gemma 3 1b'), 'gemma-3-1b');
  for (const name of ['', '3', 'gpt-9', '<b>', '-']) assert.equal(MODELS.resolve(name), null, name);
});

test('an address names its models, each once and six at most, and what is none is told', () => {
  assert.deepEqual(askedFor('?pick=gemma,nobody,gemma-3-27b,r1', MODELS), {
    ids: ['gemma-3-27b', 'deepseek-r1-671b'],
    unknown: ['nobody'],
  });
  assert.deepEqual(askedFor('?a=DeepSeek+V3&b=gemma+3+27b', MODELS).ids, ['deepseek-v3-671b', 'gemma-3-27b']);
  assert.equal(askedFor(`?pick=${'x'.repeat(9999)}`, MODELS).unknown[0].length, 80);
});

test('facts that differ are counted over all models', () => {
  assert.equal(MODELS.differing(['deepseek-v3-671b', 'deepseek-r1-671b']), 1);
  assert.equal(MODELS.differing(['deepseek-v3-671b', 'deepseek-r1-671b', 'gemma-3-1b']), 2);
  assert.equal(MODELS.differing([]), 0);
  assert.equal(trayCount(2, 1, 3), '1 of 3 facts differ');
  assert.equal(trayCount(2, 0, 3), 'No fact differs');
  assert.equal(trayCount(1, 0, 3), 'Choose one more');
});

test('a row differs by its doublings, or by one where a value is no number', () => {
  assert.equal(difference([1, 4], true), 2);
  assert.equal(difference([4, 4], false), 0);
  assert.equal(difference(['a', 4], true), 1);
  assert.equal(difference([null, 4], true), 1);
  assert.equal(difference([1, 1e9], true), 4);
});

test('layers are read as runs', () =>
  assert.deepEqual(runsOf('ld3le58'), [
    { sight: 'l', network: 'd', length: 3 },
    { sight: 'l', network: 'e', length: 58 },
  ]));

test('names are sorted by their sizes', () => {
  const names = [
    'Gemma 3 12B',
    'Gemma 3 270M',
    'Gemma 3 1B',
    'Gemma 3 1.7B',
    'Gemma 3 27B',
    'GPT-2 1558M',
    'GPT-2 124M',
  ];
  assert.deepEqual(
    [...names].sort((a, b) => compareValues(a, b, 1)),
    ['Gemma 3 270M', 'Gemma 3 1B', 'Gemma 3 1.7B', 'Gemma 3 12B', 'Gemma 3 27B', 'GPT-2 124M', 'GPT-2 1558M'],
  );
});

test('two models are set against each other, more are listed', () => {
  assert.equal(inWords(['A', 'B']), 'A against B');
  assert.equal(inWords(['A', 'B', 'C']), 'A, B and C');
});

const row = {
  dataset: {
    maker: 'Qwen',
    kind: 'moe',
    attention: 'grouped|gated',
    size: '30500000000',
    released: '2025-04-29',
    cache: '3221225472',
    context: '40960',
    uses: '0 2',
  },
};
const KNOWN = [{ key: 'qk-norm' }, { key: 'sinks' }, { key: 'rope' }];
const INDEX = indexOf('Qwen3-30B-A3B', 'mixture of experts moe grouped-query attention gqa Qwen 40,960 48 layers');
const leaves = query => {
  const state = read(query);
  state.mechanisms = readMechanisms(state.uses, KNOWN);
  return passes(row, state, question => finds(question, INDEX));
};

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
  assert.ok(leaves('size=30.5..'));
  assert.ok(leaves('size=30..'));
  assert.ok(!leaves('size=31..'));
  assert.ok(leaves('size=..31'));
  assert.ok(leaves('cache=2..4'));
  assert.ok(!leaves('cache=..2'));
  assert.ok(leaves('context=32..'));
  assert.ok(!leaves('context=64..'));
  assert.ok(leaves('size=nonsense'));
});

test('mechanisms are asked for and excluded', () => {
  assert.ok(leaves('uses=qk-norm'));
  assert.ok(leaves('uses=qk-norm,-sinks'));
  assert.ok(!leaves('uses=-qk-norm'));
  assert.ok(!leaves('uses=sinks'));
  assert.ok(!leaves('uses=no-such-mechanism'));
});

test('a year leaves what came in it or later', () => {
  assert.ok(leaves('from=2025'));
  assert.ok(!leaves('from=2026'));
});

test('words are found in any order and spelling, by other names and as contexts', () => {
  for (const question of ['qwen3 30b', '30b a3b', 'A3B qwen', 'qwen330b', 'gqa', 'moe', '40k', 'grouped query']) {
    assert.ok(finds(question, INDEX), question);
  }
  for (const question of ['qwen2', 'mla', '128k', 'gqa mla', '3b']) assert.ok(!finds(question, INDEX), question);
  const gpt = indexOf('gpt-oss-120b', 'mixture of experts attention sinks OpenAI 131,072');
  for (const question of ['gpt oss', 'gptoss', 'gpt-oss 120b', 'sinks', '128k']) {
    assert.ok(finds(question, gpt), question);
  }
  const latent = indexOf('Kimi K2', 'multi-head latent attention mla');
  assert.ok(finds('mla', latent));
  assert.ok(!finds('mla', gpt));
});

test('the count is a sentence', () => {
  assert.equal(countSentence(40, 40), '40 models');
  assert.equal(countSentence(3, 40), '3 of 40 models');
  assert.equal(countSentence(0, 40), 'None of 40 models fits');
  assert.equal(countSentence(1, 1), '1 model');
  assert.equal(countSentence(0, 1), 'The one model does not fit');
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
