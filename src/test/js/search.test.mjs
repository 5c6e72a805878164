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
import {
  asksForTheOrigin,
  boundIn,
  nameAskedFor,
  orderedBy,
  orderIn,
  periodIn,
  saysHow,
} from '../../main/web/js/search/english.js';
import { makeSearch } from '../../main/web/js/search/engine.js';
import { excerpt, raised } from '../../main/web/js/search/excerpt.js';
import { cardNamed, cardsIn, modelNames, nameWords, phraseNames } from '../../main/web/js/search/names.js';
import { wordsOfAddress } from '../../main/web/js/search/page.js';
import { dictionary, pieceStore } from '../../main/web/js/search/pieces.js';
import { readPostings } from '../../main/web/js/search/postings.js';
import { hasOperator, holds, readConditions } from '../../main/web/js/search/query.js';
import { restrictions } from '../../main/web/js/search/restrictions.js';
import { likest, nearest } from '../../main/web/js/search/spelling.js';
import { subjects } from '../../main/web/js/search/subjects.js';
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

test('a part may be asked for by has and no', () => {
  const number = name => ({ mla: 3 })[name];
  const asked = query => readConditions(query, () => null, number);
  assert.deepEqual(asked('has:mla').conditions, [
    { key: { name: 'mla', fact: -1, mechanism: 3 }, operator: ':', text: 'yes', exact: false },
  ]);
  assert.equal(asked('no:mla').conditions[0].text, 'no');
  assert.deepEqual(asked('has:moa').unknown, ['moa']);
});

test('a value may be another than one', () => {
  assert.ok(asks('license!=mit'));
  assert.ok(!asks('license!=modified'));
  assert.ok(asks('experts ≠ 128'));
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
  assert.equal(contextIn('kv cache 131,072 fp8').tokens, 131072);
  assert.equal(contextIn('kv cache on a 4090'), null);
  assert.equal(contextIn('cache at 200,000 tokens').found, 'at 200,000 tokens');
  assert.equal(memoryIn('8x80gb').bytes, 80e9);
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
  assert.deepEqual(found('deepseek r1 distill'), []);
});

test('a size without a name is a model, but not behind the name of another', () => {
  const { find } = modelNames(MODELS);
  const found = query => find(query, word => word === 'a').mentions.map(({ model }) => MODELS.models[model][0]);
  assert.deepEqual(found('27b'), ['Gemma 3 27B']);
  assert.deepEqual(found('a 27b'), ['Gemma 3 27B']);
  assert.deepEqual(found('gemma 2 27b'), []);
  assert.deepEqual(found('falcon 7b'), []);
  assert.deepEqual(found('gemma 3 4b or 27b'), ['Gemma 3 4B']);
});

test('a name that several families have names the models of all', () => {
  const families = [...MODELS.families, ['Gemma 4', 3, 5, 'gemma-4|Gemma 4', 'gemma-4']];
  const names = modelNames({ families, models: [...MODELS.models, ['Gemma 4 9B', 'gemma-4-9b', 3, '']] });
  assert.deepEqual(names.find('gemma').mentions[0].all, [0, 1, 5]);
  assert.deepEqual(names.find('gemma 4').mentions[0].all, [5]);
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
  assert.equal(cardNamed('3090 ti', cards), null);
  assert.equal(cardNamed('rtx 4090 laptop', cards), null);
});

test('cards are counted', () => {
  const h100 = ['h100', 'NVIDIA H100 SXM', 3];
  for (const query of ['8 h100', '8xh100', '8 x nvidia h100', 'eight h100s', 'h100 x8', 'h100 x 8']) {
    assert.equal(cardsIn(query, h100), 8, query);
  }
  assert.equal(cardsIn('8 x mi300x r1', ['mi300x', 'AMD Instinct MI300X', 4]), 8);
  assert.equal(cardsIn('v3 on 8x80gb', null), 8);
  assert.equal(cardsIn('qwen3 8b on h100', h100), 1);
});

test('a maker or a license restricts models, whole values before parts of others', async () => {
  const values = {
    organization: ['Meta', 'Ai2 (Allen AI)', 'Mistral AI'],
    license: ['MIT', 'Modified MIT', 'Apache-2.0'],
  };
  const index = { fact: () => 0, column: async path => values[path] };
  const meant = word => (word === 'french' ? ['Mistral AI, Other'] : []);
  const found = async text => {
    const { meets, left, names } = await restrictions(tokens(text), index, meant);
    return [[0, 1, 2].filter(meets), left, names];
  };
  assert.deepEqual(await found('mit'), [[0], [], ['MIT']]);
  assert.deepEqual(await found('modified mit small'), [[1], ['small'], ['Modified MIT']]);
  assert.deepEqual(await found('french apache'), [[2], [], ['Mistral AI', 'Apache-2.0']]);
  assert.deepEqual(await found('allen ai'), [[1], [], ['Ai2']]);
  assert.deepEqual(await found('large'), [[0, 1, 2], ['large'], []]);
});

test('a month is read, and a bound of dates', () => {
  assert.deepEqual(periodIn('models of 2025 with moe'), { period: '2025', found: 'of 2025' });
  assert.equal(periodIn('in august 2025').period, '2025-08');
  assert.equal(periodIn('sept. 2025').period, '2025-09');
  assert.equal(periodIn('2024-12').period, '2024-12');
  assert.equal(periodIn('decoder 2025').period, '2025');
  assert.equal(periodIn('2048 tokens'), null);
  assert.equal(boundIn('after june 2025').bound, '>2025-06');
  assert.equal(boundIn('since 2025').bound, '>=2025');
  assert.equal(boundIn('older than 2024-07').bound, '<2024-07');
  assert.equal(boundIn('in 2025'), null);
});

test('what only means something in lower case is read as that', () => {
  const about = subjects({
    meanings: [
      ['größtes', 'largest', -1],
      ['modelle|模型', 'models', -1],
      ['modelle mit', 'models with', -1],
      ['kv缓存', 'KV cache', 4],
      ['facebook', 'Meta', -1],
    ],
  });
  assert.equal(about.inWords('Größtes Modelle mit MoE'), 'largest models with moe');
  assert.equal(about.inWords('模型 KV缓存'), 'models kv cache');
  for (const same of ['license mit', 'Facebook', 'Modell']) assert.equal(about.inWords(same), same);
});

test('names as hubs and runners write them are names', () => {
  const { inNames } = subjects({ ...MODELS, keys: [['experts', -1, -1]] });
  assert.equal(inNames('google/gemma-3-27b'), 'gemma-3-27b');
  assert.equal(inNames('https://hub.example/a/gemma-3-4b'), 'gemma-3-4b');
  assert.equal(inNames('gemma3:27b'), 'gemma3 27b');
  for (const same of ['experts:3', 'input/output', 'gemma-3/olmo-2']) assert.equal(inNames(same), same);
});

test('a question is told from what it asks about', () => {
  assert.equal(nameAskedFor('what is mla?'), 'mla');
  assert.equal(nameAskedFor('how does the router work'), 'router');
  assert.equal(nameAskedFor('why do we need the kv cache'), 'kv cache');
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

test('exponents are printed above the line, whatever else follows a caret is not', () => {
  assert.equal(raised('2 · 10^24 and 10^-5, d^2/4'), '2 · 10²⁴ and 10⁻⁵, d²/4');
  assert.equal(raised('b^(-2i/d), x^n'), 'b^(-2i/d), x^n');
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
