const PARTS = {
  'part-attention': 'Attention',
  'part-ffn': 'Feed-forward',
  'part-norm': 'Normalization',
  'part-position': 'Positions',
  'part-embed': 'Embedding and head',
};

/** What an event is about, by its chips: models, concepts, and the parts whose colors they have. */
export function entryOf(chips) {
  const ofModels = chip => /(^|\/)models\//.test(chip.getAttribute('href') ?? '');
  const text = chip => chip.textContent.trim();
  return {
    part: [...new Set(chips.flatMap(chip => [...chip.classList]).flatMap(name => PARTS[name] ?? []))],
    concept: chips.filter(chip => !ofModels(chip)).map(text),
    model: chips.filter(ofModels).map(text),
  };
}
