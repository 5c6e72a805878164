/** What people type for what the table calls otherwise. */
const SYNONYMS = {
  mha: 'multi head attention',
  gqa: 'grouped query attention',
  mqa: 'multi query attention',
  mla: 'multi head latent attention',
  swa: 'sliding window attention',
  windows: 'sliding window',
  moe: 'experts',
  experts: 'mixture of experts',
  dense: 'dense',
  qknorm: 'qk norm',
  rope: 'rope',
  mtp: 'multi token prediction',
  nope: 'nope layers',
  ssm: 'state space',
  mamba: 'mamba',
  deltanet: 'gated deltanet',
  linear: 'linear attention',
  sink: 'attention sinks',
  sinks: 'attention sinks',
  openai: 'gpt',
  zai: 'z ai',
  zhipu: 'zhipu',
  alibaba: 'qwen',
  meta: 'llama',
  facebook: 'llama',
  google: 'gemma',
  xai: 'grok',
  moonshot: 'kimi',
  ai2: 'olmo',
};
const LENGTH = /^(\d{1,4})(k|m)$/;

const words = text =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N},.]+/gu, ' ')
    .trim();

/** What a row is found by: its words, and its name without spaces. */
export function indexOf(name, text) {
  return { words: ` ${words(`${name} ${text}`)} `, squashed: words(name).replace(/[ ,.]+/g, '') };
}

/** A context as the table prints it: `128k` is 131,072. */
function tokensOf(word) {
  const [, number, unit] = LENGTH.exec(word) ?? [];
  return unit && String(Number(number) * (unit === 'k' ? 1024 : 1024 ** 2)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Whether every word of a question is in a row: where a word begins, as a part of the name, or by another name. */
export function finds(question, { words: text, squashed }) {
  return words(question)
    .split(' ')
    .filter(Boolean)
    .every(word => {
      const others = [SYNONYMS[word.replace(/[,.]/g, '')], tokensOf(word)].filter(Boolean);
      return (
        text.includes(` ${word}`) ||
        (word.length > 2 && squashed.includes(word)) ||
        others.some(other => text.includes(` ${other}`))
      );
    });
}
