import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  bitsIn,
  cacheBytes,
  contextIn,
  memoryIn,
  printBytes,
  printTokens,
  readAmount,
} from '../../main/web/js/search/amounts.js';
import { asksForTheOrigin, nameAskedFor, orderedBy, orderIn, saysHow } from '../../main/web/js/search/english.js';
import { makeSearch } from '../../main/web/js/search/engine.js';
import { excerpt } from '../../main/web/js/search/excerpt.js';
import { cardNamed, modelNames, nameWords, phraseNames } from '../../main/web/js/search/names.js';
import { wordsOfAddress } from '../../main/web/js/search/page.js';
import { dictionary, pieceStore } from '../../main/web/js/search/pieces.js';
import { readPostings } from '../../main/web/js/search/postings.js';
import { hasOperator, holds, readConditions } from '../../main/web/js/search/query.js';
import { likest, nearest } from '../../main/web/js/search/spelling.js';
import { singular, squashed, tokens } from '../../main/web/js/search/tokens.js';
import { opensSearch } from '../../main/web/js/site/search.js';

const KEYS = ['experts', 'attention', 'tied', 'cache', 'released', 'license', 'context'];
const VALUES = {
  experts: [256, '256'],
  attention: 'grouped-query, latent',
  tied: false,
  cache: [70272, '68.6 KiB'],
  released: '2024-12-26',
  license: 'Modified MIT',
  context: [131072, '131,072'],
};
const KINDS = { cache: 'bytes', context: 'tokens' };
const conditions = query => readConditions(query, key => (KEYS.includes(key) ? key : null));
const asks = query =>
  conditions(query).conditions.every(condition =>
    holds(condition, VALUES[condition.key], undefined, KINDS[condition.key]),
  );

test('a query over facts is read as conditions', () => {
  assert.deepEqual(conditions('experts > 128 tied:no').conditions, [
    { key: 'experts', operator: '>', text: '128', exact: false },
    { key: 'tied', operator: ':', text: 'no', exact: false },
  ]);
  assert.equal(conditions('experts routing'), null);
  assert.ok(!hasOperator('https://example.org'));
});

test('keys that nobody knows are told', () => {
  assert.deepEqual(conditions('vocab>5 experts>1').unknown, ['vocab']);
  assert.deepEqual(conditions('toString>1').unknown, ['toString']);
});

test('a key may have several words', () => {
  const named = word => (['kv heads', 'heads'].includes(word) ? word : null);
  assert.deepEqual(readConditions('moe kv heads < 4', named), {
    conditions: [{ key: 'kv heads', operator: '<', text: '4', exact: false }],
    unknown: [],
    words: ['moe'],
  });
});

test('numbers are compared, with units and spaces before them', () => {
  for (const query of ['experts>128', 'experts>=256', 'experts<257', 'experts=256', 'experts:256', 'cache<100 KiB']) {
    assert.ok(asks(query), query);
  }
  for (const query of ['experts>256', 'experts<256', 'experts:25', 'cache<64KiB', 'cache<64 kb', 'experts>many']) {
    assert.ok(!asks(query), query);
  }
});

test('a thousand tokens are 1,024', () => {
  assert.ok(!asks('context>128k'));
  assert.ok(asks('context>=128k'));
  assert.ok(asks('context=128k'));
  assert.equal(readAmount('128k', 'tokens'), 131072);
  assert.equal(readAmount('1M', 'tokens'), 1048576);
  assert.equal(readAmount('1.5k', 'count'), 1500);
  assert.equal(readAmount('24 GB', 'bytes'), 24e9);
  assert.ok(Number.isNaN(readAmount('many', 'bytes')));
});

test('a word is a whole value or the beginning of one', () => {
  assert.ok(asks('attention:latent'));
  assert.ok(asks('attention:grouped'));
  assert.ok(!asks('attention>latent'));
  assert.ok(asks('license:modified'));
  assert.ok(!asks('license:mit'));
  assert.ok(asks('license:"modified mit"'));
  assert.ok(!asks('license:"mit"'));
});

test('yes and no are asked of a fact or of the layers that use a mechanism', () => {
  const [condition] = conditions('tied:yes').conditions;
  assert.ok(holds(condition, undefined, 50));
  assert.ok(!holds(condition, undefined, 0));
  assert.ok(asks('tied:no'));
  const [none] = conditions('tied:none').conditions;
  assert.ok(holds(none, null, undefined));
});

test('a year or a month is compared with the beginning of a day', () => {
  assert.ok(asks('released>2023'));
  assert.ok(!asks('released>2024'));
  assert.ok(asks('released>=2024'));
  assert.ok(asks('released=2024-12'));
  assert.ok(asks('released<2025'));
  assert.ok(asks('released:2024'));
});

test('amounts are found in a question', () => {
  assert.equal(contextIn('cache at 32k').tokens, 32768);
  assert.equal(contextIn('128k context').tokens, 131072);
  assert.equal(contextIn('with 131,072 tokens').tokens, 131072);
  assert.equal(contextIn('at 1m').tokens, 1048576);
  assert.equal(contextIn('llama 3 8b on 24 gb'), null);
  assert.deepEqual(memoryIn('run on 24 GB').bytes, 24e9);
  assert.equal(memoryIn('24gib').bytes, 24 * 1024 ** 3);
  assert.equal(memoryIn('glm'), null);
  assert.equal(bitsIn('in 4 bit'), 4);
  assert.equal(bitsIn('int8'), 8);
  assert.equal(bitsIn('8b'), 0);
});

test('figures are printed as on the pages', () => {
  assert.equal(printBytes(70272), '68.6\u202fKiB');
  assert.equal(printBytes(131072), '128\u202fKiB');
  assert.equal(printBytes(9 * 1024 ** 3), '9.00\u202fGiB');
  assert.equal(printTokens(32768), '32k');
  assert.equal(printTokens(1000), '1,000');
});

test('a cache is its state and the entries of each part', () => {
  assert.equal(cacheBytes([10, [4, 0, 1], [2, 100, 1], [8, 0, 4]], 1000), 10 + 4000 + 200 + 2000);
  assert.equal(cacheBytes([10, [4, 0, 1]], 1000, 8), 10 + 2000);
});

const MODELS = {
  families: [
    ['Gemma 3', 0, 1, 'gemma-3|Gemma 3|Gemma', 'gemma-3'],
    ['DeepSeek V3 and R1', 1, 3, 'deepseek-v3-r1|DeepSeek', 'deepseek-v3-r1'],
    ['OLMo 2', 2, 4, 'olmo-2|OLMo 2', 'olmo-2'],
  ],
  models: [
    ['Gemma 3 4B', 'gemma-3-4b', 0, ''],
    ['Gemma 3 27B', 'gemma-3-27b', 0, ''],
    ['DeepSeek R1', 'deepseek-r1-671b', 1, 'R1'],
    ['DeepSeek V3', 'deepseek-v3-671b', 1, ''],
    ['OLMo 2 7B', 'olmo-2-7b', 2, ''],
  ],
};

test('models are found by the words of their names', () => {
  const names = modelNames(MODELS);
  const found = query => names.find(query).mentions.map(({ model }) => MODELS.models[model][0]);
  assert.deepEqual(nameWords('Qwen3-30B-A3B'), ['qwen', '3', '30b', 'a3b']);
  assert.deepEqual(found('gemma3'), ['Gemma 3 27B']);
  assert.deepEqual(found('Gemma 3 4b cache'), ['Gemma 3 4B']);
  assert.deepEqual(found('deep seek v3'), ['DeepSeek V3']);
  assert.deepEqual(found('r1 vs gemma 27b'), ['DeepSeek R1', 'Gemma 3 27B']);
  assert.deepEqual(found('olmo27b'), ['OLMo 2 7B']);
  assert.deepEqual(names.find('gemma 3 27b active').rest, ['active']);
});

test('a size that no model of the name has is another model', () => {
  const found = query => modelNames(MODELS).find(query).mentions;
  assert.deepEqual(found('gemma 2'), []);
  assert.deepEqual(found('olmo 13b'), []);
  assert.equal(found('gemma 3 8 bit').length, 1);
});

test('a misspelled name of a model is spelled right', async () => {
  const names = modelNames(MODELS);
  assert.equal(await names.corrected('gema 3', async () => false), 'gemma 3');
  assert.equal(await names.corrected('gamma 3', async word => word === 'gamma'), 'gamma 3');
});

test('things are found by any name, the longest first', () => {
  const names = phraseNames([
    [['cache', 'KV cache'], 'a'],
    [['KV cache per token'], 'b'],
    [['experts'], 'c'],
  ]);
  assert.deepEqual(names.find(['kv', 'cache', 'per', 'token', 'expert', 'x']), { found: [['b'], ['c']], rest: ['x'] });
  assert.deepEqual(names.exactly('kv-cache'), ['a']);
});

test('a card is found by what tells it from others', () => {
  const cards = [
    ['rtx-4090', 'GeForce RTX 4090', 1],
    ['rtx-3090', 'GeForce RTX 3090', 2],
    ['h100', 'NVIDIA H100 SXM', 3],
  ];
  assert.equal(cardNamed('on a 4090', cards)[0], 'rtx-4090');
  assert.equal(cardNamed('h100 80gb', cards)[0], 'h100');
  assert.equal(cardNamed('nvidia rtx', cards), null);
});

test('a question is told from what it asks about', () => {
  assert.equal(nameAskedFor('what is mla?'), 'mla');
  assert.equal(nameAskedFor('how does the router work'), 'router');
  assert.equal(orderIn('longest context'), 1);
  assert.equal(orderIn('smallest cache'), -1);
  assert.equal(orderIn('context'), 0);
  assert.equal(orderedBy('newest model'), 'released');
  assert.equal(orderedBy('largest model'), 'parameters.total');
});

test('the names most like a text share its letters in threes, and a text like none has none', () => {
  const names = ['KV cache', 'cache line', 'Mixture of experts'];
  assert.deepEqual(likest('kvcache', names), ['KV cache', 'cache line']);
  assert.deepEqual(likest('mixture of exprts', names), ['Mixture of experts']);
  assert.deepEqual(likest('xyzzy', names), []);
});

test('first in time is an order by date, the first of a row is none', () => {
  assert.equal(orderIn('first model with rope'), -1);
  assert.equal(orderedBy('first model with rope'), 'released');
  assert.equal(orderIn('first token latency'), 0);
  assert.equal(orderIn('dense first layers'), 0);
  assert.ok(asksForTheOrigin('who invented mla'));
  assert.ok(!asksForTheOrigin('which models use mla'));
});

test('words that say how something is asked for are not misspelled others', () => {
  for (const word of ['biggest', 'without', 'which']) assert.ok(saysHow(word), word);
  assert.ok(!saysHow('window'));
});

test('the nearest words are those with the fewest changes', () => {
  const words = ['attention', 'retention', 'sliding', 'window'];
  assert.deepEqual(nearest('attnetion', words), ['attention']);
  assert.deepEqual(nearest('slidng', words), ['sliding']);
  assert.deepEqual(nearest('int', words), []);
  assert.deepEqual(nearest('completely', words), []);
});

test('sections and weights are read from their signs', () => {
  const { sections, weights, count, whole } = readPostings('BMgBA');
  assert.deepEqual(sections, [1, 33]);
  assert.deepEqual(weights, [1, 0]);
  assert.ok(whole && count === 2);
  assert.equal(readPostings('BM 5000').count, 5000);
});

test('a dictionary loads the piece of a word, through lists of pieces where there are many', async () => {
  const asked = [];
  const pieces = {
    'w0-0': 'a 1\nab 2\n',
    'w0-1': 'b 3\n',
    'w0-2': 'c 4\ncd 5\n',
    'w0-3': 'd 6\n',
    'w1-0': ['a', 'b'],
    'w1-1': ['c', 'd'],
  };
  const load = async name => {
    asked.push(name);
    return pieces[name] ?? Promise.reject(new Error(name));
  };
  const flat = dictionary({ prefix: 'w', depth: 0, width: 2, starts: ['a', 'b', 'c', 'd'] }, pieceStore(load));
  assert.equal(await flat.find('cd'), '5');
  assert.equal(await flat.find('cd'), '5');
  assert.deepEqual(asked, ['w0-2']);
  assert.equal(await flat.find('x'), undefined);
  const deep = dictionary({ prefix: 'w', depth: 1, width: 2, starts: ['a', 'c'] }, pieceStore(load));
  assert.equal(await deep.find('d'), '6');
  assert.deepEqual(await deep.beginningWith('a', 2), [
    ['a', '1'],
    ['ab', '2'],
  ]);
});

test('a piece that did not come is asked for again', async () => {
  let tries = 0;
  const piece = pieceStore(async () => (tries++ ? 'here' : Promise.reject(new Error('gone'))));
  await assert.rejects(piece('t0'));
  assert.equal(await piece('t0'), 'here');
});

test('a site without models answers in sections alone', async () => {
  const pieces = {
    'w0-0': 'cache AM\nkv AMBM\n',
    t0: [
      [1, 'KV cache', 'Size', 'kv/#size', 'The KV cache grows.'],
      [1, 'Other', '', 'other/', 'kv'],
    ],
    spelling: 'cache',
  };
  const source = {
    sections: 2,
    perPiece: 6,
    words: { prefix: 'w', depth: 0, width: 9, starts: ['c'] },
    terms: [],
    meanings: [],
    questions: [],
  };
  const engine = makeSearch(source, async name => pieces[name]);
  const [group] = (await engine.search('kv cache')).groups;
  assert.equal(group.label, 'Concepts');
  assert.deepEqual(
    group.hits.map(({ href }) => href),
    ['kv/#size'],
  );
  const fuzzy = await engine.search('cahce');
  assert.equal(fuzzy.groups[0].hits[0].href, 'kv/#size');
  assert.match(fuzzy.note, /“cahce”.*“cache”/);
  assert.equal((await engine.search('"kv cache"')).groups[0].hits.length, 1);
  assert.deepEqual((await engine.search('nothing')).groups, []);
});

test('words are divided, and put together again', () => {
  assert.deepEqual(tokens('QK-norm at 131,072'), ['qk', 'norm', 'at', '131072']);
  assert.equal(squashed('gpt-oss-120b'), 'gptoss120b');
  assert.equal(singular('experts'), 'expert');
  assert.equal(singular('loss'), 'loss');
});

test('every second piece of an excerpt is a hit', () => {
  assert.deepEqual(excerpt('The KV cache, cached', ['cache', 'cached']), {
    cutBefore: false,
    pieces: ['The KV ', 'cache', ', ', 'cached', ''],
    cutAfter: false,
  });
  assert.deepEqual(excerpt('a+b', ['a+b']).pieces, ['', 'a+b', '']);
  assert.deepEqual(excerpt('131,072 tokens', ['131072']).pieces, ['', '131,072', ' tokens']);
  assert.deepEqual(excerpt('神经网络', ['经网']).pieces, ['神', '经网', '络']);
  assert.deepEqual(excerpt('3 of 32', ['3']).pieces, ['', '3', ' of 32']);
  assert.deepEqual(excerpt('plain', []).pieces, ['plain']);
});

test('a long excerpt is cut at spaces around its first hit', () => {
  const { cutBefore, pieces, cutAfter } = excerpt(`${'word '.repeat(60)}latent ${'word '.repeat(60)}`, ['latent'], 50);
  assert.ok(cutBefore && cutAfter);
  assert.equal(pieces[1], 'latent');
  assert.match(pieces.join(''), /^word .* word$/);
  assert.ok(pieces.join('').length <= 50);
});

test('a missing address is searched for by its words', () => {
  assert.equal(wordsOfAddress('/site/models/deep-seek_v3.html'), 'deep seek v3');
  assert.equal(wordsOfAddress('/a%20b/'), 'a b');
  assert.equal(wordsOfAddress('/100%-sparse/'), '100% sparse');
  assert.equal(wordsOfAddress('/'), '');
});

test('search is opened by / outside a field, and by K with Control or Command', () => {
  const key = (name, more = {}, field = null) => opensSearch({ key: name, target: { closest: () => field }, ...more });
  assert.ok(key('/'));
  assert.ok(!key('/', {}, 'input'));
  assert.ok(!key('/', { ctrlKey: true }));
  assert.ok(!key('/', { altKey: true }));
  assert.ok(key('k', { ctrlKey: true }, 'input'));
  assert.ok(key('K', { metaKey: true }));
  assert.ok(!key('k'));
});
