import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readState, writeState } from '../../main/web/js/calculator/address.js';
import { size, tokens, tokensText, whole } from '../../main/web/js/calculator/amounts.js';
import { csvOf, markdownOf } from '../../main/web/js/calculator/copying.js';
import { commandOf, wordsOf } from '../../main/web/js/calculator/fields.js';
import { faultIn, parseObject } from '../../main/web/js/calculator/json-text.js';
import { refusal } from '../../main/web/js/calculator/own-model.js';
import { changedCode } from '../../main/web/js/calculator/sizes.js';
import { ratio } from '../../main/web/js/calculator/tables.js';
import { holdsWeights } from '../../main/web/js/calculator/weight-files.js';
import { smallestCard, verdict } from '../../main/web/js/calculator/verdict.js';

const USUAL = { model: 'gpt-2', weights: 'q4_k_m', card: 'rtx-4090', context: '32k', sequences: '1', memory: '24 GiB' };

test('the usual choice leaves no address', () => assert.equal(writeState(USUAL, USUAL, null), ''));

test('a choice is read back from the address that it leaves', () => {
  const values = { ...USUAL, model: 'qwen3-8b', context: '4096' };
  const address = writeState(values, USUAL, null);
  assert.equal(address, 'model=qwen3-8b&context=4096');
  assert.deepEqual(readState(address, USUAL), { values, own: null });
});

test('an address of earlier days asks the same', () => {
  const { values } = readState('model=llama-3&context=8192&batch=4&weights=0&memory=80', USUAL);
  const asked = { model: 'llama-3', context: '8192', sequences: '4', weights: 'released', memory: '80 GB' };
  assert.deepEqual(values, { ...USUAL, ...asked, card: 'other' });
});

test("a model of one's own is in the address, with its code in plain characters", () => {
  const own = { name: 'My model', context: 8192, code: '1~32000~n' };
  const address = writeState({ ...USUAL, model: 'own' }, USUAL, own);
  assert.equal(address, 'model=own&name=My+model&limit=8192&code=1~32000~n');
  assert.deepEqual(readState(address, USUAL).own, own);
});

test("a model of one's own needs a code, and nothing else", () => {
  assert.equal(readState('model=own', USUAL).own, null);
  assert.deepEqual(readState('model=own&code=1', USUAL).own, { name: 'own model', context: Infinity, code: '1' });
});

test('k of tokens is 1,024', () => {
  assert.equal(tokens('Context', '32k'), 32768);
  assert.equal(tokens('Context', '1M'), 1048576);
  assert.equal(tokens('Context', '131,072'), 131072);
  assert.equal(tokensText(131072), '128k');
  assert.equal(tokensText(1000), '1000');
  for (const text of ['', 'many', '32kk', '-1', '0', '2000M'])
    assert.throws(() => tokens('Context', text), /^Error: Context/);
});

test('sizes have units', () => {
  assert.equal(size('Memory', '24 GiB'), 24 * 2 ** 30);
  assert.equal(size('Memory', '80GB'), 80e9);
  assert.equal(size('Memory', '2'), 2 ** 31);
  assert.throws(() => size('Memory', 'large'), /such as 24 GiB/);
  assert.equal(whole('Cards', '8', 1024), 8);
  assert.throws(() => whole('Cards', '2.5', 1024), /whole number/);
  assert.throws(() => whole('Cards', '2000', 1024), /from 1 to 1,024/);
});

test('a configuration is an object', () => {
  assert.deepEqual(parseObject('{"hidden_size": 768}'), { value: { hidden_size: 768 }, repairs: [] });
  assert.deepEqual(parseObject('{"a": Infinity, "b": "NaN"}').value, { a: null, b: 'NaN' });
  for (const text of ['[]', 'null', '"text"', '1']) {
    assert.throws(() => parseObject(text), { message: 'Expected a JSON object of keys and values, in braces' });
  }
});

test('what is no JSON is named with its line', () => {
  const message = text => {
    try {
      parseObject(text);
    } catch (error) {
      return error.message;
    }
    return '';
  };
  assert.equal(
    message('{\n  "a": 1\n  "b": 2\n}'),
    'This is not JSON: line 3, column 3: expected a comma or }; there is ""b": 2"',
  );
  assert.match(message('{"a": tru}'), /line 1, column 7: expected a value/);
  assert.match(message('{"a": 1'), /line 1, column 8: expected a comma or }; the text ends/);
  assert.match(message('{a: 1}'), /expected a key in quotes/);
  assert.match(message('{"a": 1} x'), /expected nothing more/);
  assert.match(message('['.repeat(300)), /less nesting/);
});

test('commas before a bracket and typographic quotes are put right, and said', () => {
  const { value, repairs } = parseObject('{“a”: [1, 2,],\n "b": ",]",\n}');
  assert.deepEqual(value, { a: [1, 2], b: ',]' });
  assert.deepEqual(repairs, [
    'typographic quotes were read as plain ones',
    'the comma before a closing bracket in line 1, 2 was left out',
  ]);
});

test('what the engine reads has no fault, and what it refuses has one', () => {
  for (const text of ['{}', '[]', ' {"a": [1, -2.5e3, true, null, "x\\"y"]} ', '0', '"\\u0041"']) {
    assert.equal(faultIn(text), null, text);
  }
  for (const text of ['', '{', '[1 2]', '{"a"}', '01', '1.', 'nul', "{'a': 1}", '{"a": "b\n"}']) {
    assert.throws(() => JSON.parse(text), undefined, text);
    assert.notEqual(faultIn(text), null, text);
  }
});

const asked = {
  model: 'qwen3-8b',
  card: 'rtx-4090',
  cardName: 'GeForce RTX 4090',
  weights: 'q4_k_m',
  cache: '16',
  context: 32768,
  sequences: 1,
  prefix: 0,
  cards: 1,
  split: 'pipeline',
  bytes: 25757220864,
  bandwidth: 1008000,
  rate: 330300,
  overhead: -1,
  images: 'y',
  windows: 'n',
};

test('the verdict says whether it fits, just fits or does not', () => {
  assert.deepEqual(verdict({ spare_bytes: 3 * 2 ** 30 }, asked), {
    state: 'fits',
    words: 'Fits, with 3.00\u2009GiB to spare on GeForce RTX 4090.',
  });
  assert.equal(verdict({ spare_bytes: 2 ** 20 }, asked).state, 'close');
  assert.deepEqual(verdict({ spare_bytes: -(2 ** 31) }, { ...asked, cards: 2 }), {
    state: 'no',
    words: 'Does not fit: 2.00\u2009GiB too much for the fullest of 2 × GeForce RTX 4090.',
  });
});

test('a question has its words in the order of the compiled script', () =>
  assert.equal(wordsOf(asked), 'q4_k_m 16 32768 1 0 1 pipeline 25757220864 1008000 330300 -1 y n'));

test('the command asks the same', () => {
  assert.equal(
    commandOf(asked, 'qwen3-8b'),
    'java -jar archnotes.jar fit qwen3-8b --card rtx-4090 --weights q4_k_m --context 32768',
  );
  const more = { ...asked, card: 'other', cache: 'q8_0', sequences: 4, prefix: 512, cards: 2, split: 'tensor' };
  assert.equal(
    commandOf({ ...more, overhead: 2e9, windows: 'y', images: 'n' }, 'config.json'),
    'java -jar archnotes.jar fit config.json --memory 25757220864B --weights q4_k_m --context 32768 --cache q8_0 ' +
      '--sequences 4 --prefix 512 --cards 2 --split tensor --overhead 2000000000B --whole-windows --text-only',
  );
});

test('a card with its own memory is named before a machine', () => {
  const card = (value, bytes, own) => ({ value, dataset: { bytes: String(bytes), own: String(own) } });
  const cards = [card('a', 8, true), card('b', 24, true), card('m', 16, false), card('n', 99, false)];
  assert.equal(smallestCard(cards, 10).value, 'b');
  assert.equal(smallestCard(cards, 50).value, 'n');
  assert.equal(smallestCard(cards, 100), null);
});

test('figures are copied as rows', () => {
  const figures = { model: 'a, b', bytes: { weights: 1, total: 3 }, each_card: [{}], fits: true, card: null };
  assert.equal(csvOf(figures), 'model,weights_bytes,total_bytes,fits,card\n"a, b",1,3,true,\n');
  assert.match(
    markdownOf('A', 'Fits.', figures, 'https://x/'),
    /\*\*A\*\*: Fits\.[^]*\| total \| 3 \|[^]*https:\/\/x\//,
  );
});

test('other sizes stand in the places of their words', () => {
  assert.equal(changedCode('2~100~64~n', '1:200,2:128'), '2~200~128~n');
  assert.equal(changedCode('2~100~64~n', '3:1,9:1,x:y,1:-4'), '2~100~64~n');
});

test('a change is in percent, or times', () => {
  assert.equal(ratio(100, 150), '+50.0 %');
  assert.equal(ratio(100, 75), '−25.0 %');
  assert.equal(ratio(10, 100), '× 10.0');
  assert.equal(ratio(5, 5), 'same');
});

test('files with weights are named for what they are, and large ones are not read', () => {
  assert.equal(refusal({ name: 'config.json', size: 2000 }), '');
  assert.match(refusal({ name: 'pytorch_model.bin', size: 2000 }), /pickles .* safetensors/);
  assert.match(refusal({ name: 'pytorch_model.bin.index.json', size: 1e5 }), /lists weights/);
  assert.ok(holdsWeights({ name: 'model-Q4_K_M.gguf' }));
  assert.ok(holdsWeights({ name: 'model.safetensors.index.json' }));
  assert.ok(!holdsWeights({ name: 'tokenizer.json' }));
  assert.match(refusal({ name: 'config.json', size: 1e9 }), /more than 1 MiB/);
});
