import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerpt } from '../../main/web/js/search/excerpt.js';
import { factHits, groupHits, wordHits } from '../../main/web/js/search/hits.js';
import { wordsOfAddress } from '../../main/web/js/search/page.js';
import { holds, readConditions } from '../../main/web/js/search/query.js';
import { opensSearch } from '../../main/web/js/site/search.js';

const KEYS = {
  experts: 'Experts',
  attention: 'Attention',
  tied: 'Tied embeddings',
  cache: 'Cache',
  released: 'Released',
};
const VALUES = { experts: 256, attention: 'multi-head latent', tied: false, cache: 70272, released: '2024-12-26' };
const asks = query => readConditions(query, KEYS).every(condition => holds(condition, VALUES));

test('a query over facts is read as conditions', () => {
  assert.deepEqual(readConditions('experts > 128 tied', KEYS), [
    { key: 'experts', operator: '>', text: '128', number: 128 },
    { key: 'tied', operator: undefined, text: undefined, number: NaN },
  ]);
});

test('one word that is no fact makes it a search for words', () => {
  assert.equal(readConditions('experts routing', KEYS), null);
  assert.equal(readConditions('toString>1', KEYS), null);
  assert.equal(readConditions(' ', KEYS), null);
});

test('numbers have units and groups of digits', () => {
  const number = query => readConditions(query, KEYS)[0].number;
  assert.equal(number('cache<64KiB'), 65536);
  assert.equal(number('experts>1.5k'), 1500);
  assert.equal(number('experts=1,000'), 1000);
  assert.ok(Number.isNaN(number('experts>many')));
});

test('numbers are compared', () => {
  for (const query of ['experts>128', 'experts>=256', 'experts<=256', 'experts<257', 'experts=256', 'experts:256']) {
    assert.ok(asks(query), query);
  }
  for (const query of ['experts>256', 'experts<256', 'experts>=257', 'experts:25', 'cache<64KiB']) {
    assert.ok(!asks(query), query);
  }
});

test('words are found in a value, also by their short names', () => {
  assert.ok(asks('attention:latent'));
  assert.ok(asks('attention:mla'));
  assert.ok(asks('attention=multi-head'));
  assert.ok(!asks('attention:gqa'));
  assert.ok(!asks('attention>latent'));
});

test('a fact alone asks whether it holds', () => {
  assert.ok(!asks('tied'));
  assert.ok(asks('tied:no'));
  assert.ok(asks('attention'));
});

test('a year or a month is compared with the beginning of a day', () => {
  assert.ok(asks('released>2023'));
  assert.ok(!asks('released>2024'));
  assert.ok(asks('released>=2024'));
  assert.ok(asks('released=2024-12'));
  assert.ok(asks('released<2025'));
  assert.ok(asks('released:2024'));
});

test('what has no value is none', () => {
  const [none] = readConditions('tied:none', KEYS);
  const [any] = readConditions('tied', KEYS);
  assert.ok(holds(none, {}));
  assert.ok(!holds(any, {}));
});

const SOURCE = {
  keys: KEYS,
  facts: [
    { name: 'DeepSeek V3', href: 'models/deepseek-v3-r1/', values: VALUES },
    { name: 'GPT-2', href: 'models/gpt-2/', values: { tied: true, cache: 73728 } },
    { name: 'Qwen3', href: 'models/qwen3/', values: { experts: 128, cache: 196608 } },
  ],
};

test('an answer says the value that was asked for', () => {
  assert.deepEqual(factHits('experts>128', SOURCE), [
    { title: 'DeepSeek V3', href: 'models/deepseek-v3-r1/', facts: 'Experts: 256' },
  ]);
  assert.equal(factHits('tied', SOURCE)[0].facts, 'Tied embeddings: yes');
  assert.equal(factHits('tied:no experts', SOURCE)[0].facts, 'Tied embeddings: no · Experts: 256');
});

test('a fact that most models have is not asked for by its name alone', () => {
  assert.deepEqual(factHits('cache', SOURCE), []);
  assert.equal(factHits('cache>0', SOURCE).length, 3);
});

test('hits have every word or else any, and at most three of a page', () => {
  const hit = id => ({ href: `concepts/kv-cache/#${id}` });
  const asked = [];
  const words = {
    search(query, { combineWith }) {
      asked.push(combineWith);
      return combineWith === 'OR' ? [hit(1), hit(2), hit(3), hit(4), { href: 'models/' }] : [];
    },
  };
  assert.deepEqual(wordHits('kv cache', words), [hit(1), hit(2), hit(3), { href: 'models/' }]);
  assert.deepEqual(asked, ['AND', 'OR']);
});

test('the group with the best hit comes first', () => {
  const hits = [
    { group: 'concept', score: 9 },
    { group: 'model', score: 5 },
    { group: 'concept', score: 2 },
  ];
  assert.deepEqual(groupHits(hits), [
    ['Concepts', [hits[0], hits[2]]],
    ['Models', [hits[1]]],
  ]);
});

test('every second piece of an excerpt is a hit', () => {
  assert.deepEqual(excerpt('The KV cache, cached', ['cache', 'cached']), {
    cutBefore: false,
    pieces: ['The KV ', 'cache', ', ', 'cached', ''],
    cutAfter: false,
  });
  assert.deepEqual(excerpt('a+b', ['a+b']).pieces, ['', 'a+b', '']);
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
