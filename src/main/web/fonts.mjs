// Makes the site's fonts: subsets of STIX Two and Source Sans under names of our own, and the @font-face rules that go
// with them, with fallbacks measured to take the same room so that nothing moves when a font arrives.
import { readFile, writeFile, mkdir } from 'node:fs/promises';
import path from 'node:path';

const range = (from, to) => String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
const capitalsAndSmall = start => range(start, start + 51);

export const LATIN =
  range(0x20, 0x7e) +
  range(0xa0, 0xff) +
  'ıŁłŒœŸˆˇ˘˙˚˛˜˝ʼ' +
  '\u2002\u2003\u2007\u2008\u2009\u200a\u200b\u202f\u2060‐‑‒–—―‘’‚“”„†‡•…‰′″‹›⁄€™−↑↓';
export const LATIN_MORE = 'ĀāĂăĄąĆćĊċČčĎďĐđĒēĖėĘęĚěĞğĠġĢģĦħĪīĮįİĶķĹĺĻļĽľŃńŅņŇňŌōŐőŔŕŘřŚśŞşŠšŢţŤťŪūŮůŰűŲųŴŵŶŷŹźŻżŽžȘșȚț';
const GREEK = range(0x391, 0x3a1) + range(0x3a3, 0x3a9) + range(0x3b1, 0x3c9);
export const TEXT_SYMBOLS = GREEK + '←→↑↓↔⇒⇔↦∂∆∇∈∉∏∑∘√∝∞∥∧∨∩∪∼≃≈≠≡≤≥≪≫⊂⊆⊕⊗⊙⋅⋯△▲▼◆●○■□✓ℓℝ⟨⟩⌈⌉⌊⌋';

// What Temml writes for the formulas of such notes, in three files, so that a page loads what its formulas need: the
// common letters, operators and fences; letters in other alphabets; what is rare.
const MATH =
  range(0x20, 0x7e) +
  '\u00a0±·×' +
  GREEK +
  'ϵ' +
  '′‖∣∥←→↦∂∇∈∏∑−∗√∝∞∼≈≠≤≥≪≫⊂⊆⊕⊗⊙⊤⋅⋯…⌈⌉⌊⌋⟨⟩⏞⏟ˆ˜ˉ‾̸⟶⟺' +
  '\u2061\u2062\u2063\u2064\u2009\u2002\u2003' +
  'ℎℓ' +
  capitalsAndSmall(0x1d434) +
  range(0x1d6e2, 0x1d71b); // italic
const MATH_LETTERS =
  range(0x1d49c, 0x1d4b5) +
  'ℬℰℱℋℐℒℳℛ' + // script capitals
  range(0x1d538, 0x1d551) +
  'ℂℍℕℙℚℝℤ𝟙𝟘'; // double-struck
const MATH_RARE =
  '¬°´¯¨÷ˇ˘˙ϑϕϖϱ″‴⋮⋱∤↑↓↔↕⇐⇒⇑⇓⇔⟵⟷⟸⟹⟼↪⇀⇌∀∃∄∅∆∉∋∐∓∘∙∠∧∨∩∪∫∬∮∴∵≁≃≅≉≍≐≔≜≝≟≡≢≦≧≨≩≺≻⪯⪰⩽⩾≲≳' +
  '⊃⊄⊇⊈⊊⊖⊘⊞⊠⊢⊣⊥⊨⋀⋁⋂⋃⨁⨂⨀⨆⊔⊓⋆⋄△▽▵□■◦•★∖ℏℵ℘ℜℑ⟦⟧⌜⌝⏜⏝⎴⎵̂̃̄̆̇̈̌⃗ıȷ𝚤𝚥' +
  capitalsAndSmall(0x1d400) +
  range(0x1d7ce, 0x1d7d7) + // bold
  range(0x1d6a8, 0x1d6e1) +
  capitalsAndSmall(0x1d468) +
  range(0x1d71c, 0x1d755) + // bold Greek, bold italic
  capitalsAndSmall(0x1d5a0); // sans, for \mathsf

const stix = style => `@fontsource/stix-two-text/files/stix-two-text-${style}.woff2`;
const sans = style => `@fontsource/source-sans-3/files/source-sans-3-${style}.woff2`;
const stixMath = '@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2';

// Mean advance over SAMPLE, in em, of the faces that stand in until a font is here. Times New Roman and Liberation
// Serif share their advances, and so do Arial and Liberation Sans.
const TIMES = {
  upright: 0.4153,
  italic: 0.4145,
  bold: 0.4408,
  local: {
    upright: ['Times New Roman', 'Liberation Serif', 'Tinos'],
    italic: ['Times New Roman Italic', 'TimesNewRomanPS-ItalicMT', 'Liberation Serif Italic', 'Tinos Italic'],
    bold: ['Times New Roman Bold', 'TimesNewRomanPS-BoldMT', 'Liberation Serif Bold', 'Tinos Bold'],
  },
};
const ARIAL = {
  upright: 0.4559,
  bold: 0.4906,
  local: {
    upright: ['Arial', 'Helvetica', 'Liberation Sans', 'Arimo'],
    bold: ['Arial Bold', 'Arial-BoldMT', 'Helvetica Bold', 'Liberation Sans Bold', 'Arimo Bold'],
  },
};
const SAMPLE =
  'eeeeeeeeeeeetttttttttaaaaaaaaooooooooiiiiiiinnnnnnnsssssshhhhhhrrrrrrddddlllluuucccmmmwwffggyyppbbvk' +
  '                   ,.TSAM0123';

const FACES = [
  {
    file: 'text-400',
    family: 'Archnotes Text',
    source: stix('latin-400-normal'),
    chars: LATIN,
    weight: 400,
    fallback: [TIMES, 'upright'],
  },
  {
    file: 'text-400-italic',
    family: 'Archnotes Text',
    source: stix('latin-400-italic'),
    chars: LATIN,
    weight: 400,
    italic: true,
    fallback: [TIMES, 'italic'],
  },
  {
    file: 'text-600',
    family: 'Archnotes Text',
    source: stix('latin-600-normal'),
    chars: LATIN,
    weight: 600,
    fallback: [TIMES, 'bold'],
  },
  {
    file: 'sans-400',
    family: 'Archnotes Sans',
    source: sans('latin-400-normal'),
    chars: LATIN,
    weight: 400,
    fallback: [ARIAL, 'upright'],
  },
  {
    file: 'sans-600',
    family: 'Archnotes Sans',
    source: sans('latin-600-normal'),
    chars: LATIN,
    weight: 600,
    fallback: [ARIAL, 'bold'],
  },
  {
    file: 'text-more',
    family: 'Archnotes More',
    source: stix('latin-ext-400-normal'),
    chars: LATIN_MORE,
    weight: '400 700',
    limited: true,
  },
  {
    file: 'symbols',
    family: 'Archnotes Symbols',
    source: stixMath,
    chars: TEXT_SYMBOLS,
    weight: '400 700',
    limited: true,
    dropTables: ['MATH'],
  },
  { file: 'math', family: 'Archnotes Math', source: stixMath, chars: MATH, weight: 400, limited: true },
  { file: 'math-letters', family: 'Archnotes Math', source: stixMath, chars: MATH_LETTERS, weight: 400, limited: true },
  { file: 'math-rare', family: 'Archnotes Math', source: stixMath, chars: MATH_RARE, weight: 400, limited: true },
];

/** Writes every font below `folder` and returns the @font-face rules as CSS. */
export async function makeFonts(modules, folder) {
  const { default: subsetFont } = await import(path.join(modules, 'subset-font/index.js'));
  const { default: fontverter } = await import(path.join(modules, 'fontverter/index.js'));
  await mkdir(folder, { recursive: true });
  const rules = [];
  for (const face of FACES) {
    const source = await readFile(path.join(modules, face.source));
    const subset = await subsetFont(source, face.chars, {
      targetFormat: 'sfnt',
      noHinting: true,
      dropTables: ['STAT', 'gasp', ...(face.dropTables ?? [])],
    });
    const own = rename(subset, face);
    await writeFile(path.join(folder, `${face.file}.woff2`), await fontverter.convert(own, 'woff2', 'truetype'));
    rules.push(fontFace(face));
    if (face.fallback) rules.push(fallbackFace(face, measure(own)));
  }
  return rules.join('\n') + '\n';
}

function fontFace({ file, family, weight, italic, limited, chars }) {
  const rules = [
    `font-family:"${family}"`,
    `src:url("fonts/${file}.woff2") format("woff2")`,
    `font-weight:${weight}`,
    `font-style:${italic ? 'italic' : 'normal'}`,
    `font-display:${file.startsWith('math') ? 'swap' : 'optional'}`,
  ];
  if (limited) rules.push(`unicode-range:${unicodeRange(chars)}`);
  return `@font-face{${rules.join(';')}}`;
}

function fallbackFace({ family, weight, italic, fallback: [system, style] }, { advance, ascent, descent, gap }) {
  const adjust = advance / system[style];
  const percent = value => `${(100 * value).toFixed(2)}%`;
  const rules = [
    `font-family:"${family} Fallback"`,
    `src:${system.local[style].map(name => `local("${name}")`).join(',')}`,
    `font-weight:${weight}`,
    `font-style:${italic ? 'italic' : 'normal'}`,
    `size-adjust:${percent(adjust)}`,
    `ascent-override:${percent(ascent / adjust)}`,
    `descent-override:${percent(descent / adjust)}`,
    `line-gap-override:${percent(gap / adjust)}`,
  ];
  return `@font-face{${rules.join(';')}}`;
}

function unicodeRange(chars) {
  const points = [...new Set([...chars].map(c => c.codePointAt(0)))].sort((a, b) => a - b),
    parts = [];
  for (let i = 0; i < points.length;) {
    let j = i;
    while (points[j + 1] === points[j] + 1) j++;
    parts.push('U+' + points[i].toString(16) + (j > i ? '-' + points[j].toString(16) : ''));
    i = j + 1;
  }
  return parts.join(',');
}

function tables(font) {
  return Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const entry = 12 + 16 * i,
      offset = font.readUInt32BE(entry + 8);
    return {
      tag: font.toString('latin1', entry, entry + 4),
      offset,
      data: font.subarray(offset, offset + font.readUInt32BE(entry + 12)),
    };
  });
}

/** Mean advance over SAMPLE and vertical metrics, in em. */
function measure(font) {
  const at = Object.fromEntries(tables(font).map(t => [t.tag, t.offset])),
    unitsPerEm = font.readUInt16BE(at.head + 18);
  const longMetrics = font.readUInt16BE(at.hhea + 34),
    glyph = characterMap(font, at.cmap);
  const advance = c => font.readUInt16BE(at.hmtx + 4 * Math.min(glyph(c.codePointAt(0)), longMetrics - 1));
  return {
    advance: [...SAMPLE].reduce((sum, c) => sum + advance(c), 0) / SAMPLE.length / unitsPerEm,
    ascent: font.readInt16BE(at.hhea + 4) / unitsPerEm,
    descent: -font.readInt16BE(at.hhea + 6) / unitsPerEm,
    gap: font.readInt16BE(at.hhea + 8) / unitsPerEm,
  };
}

function characterMap(font, cmap) {
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const start = cmap + font.readUInt32BE(cmap + 8 + 8 * i);
    if (font.readUInt16BE(start) !== 4) continue;
    const count = font.readUInt16BE(start + 6) / 2,
      column = n => start + 14 + (n ? 2 : 0) + 2 * count * n;
    return point => {
      for (let s = 0; s < count; s++) {
        if (point > font.readUInt16BE(column(0) + 2 * s)) continue;
        const first = font.readUInt16BE(column(1) + 2 * s),
          delta = font.readInt16BE(column(2) + 2 * s),
          at = column(3) + 2 * s,
          offset = font.readUInt16BE(at);
        if (point < first) return 0;
        return ((offset ? font.readUInt16BE(at + offset + 2 * (point - first)) : point) + delta) & 0xffff;
      }
      return 0;
    };
  }
  throw new Error('the font has no character map of format 4');
}

/**
 * Gives the subset the name of our family. "Source" is a reserved font name: under the Open Font License a changed copy
 * must not carry it. Copyright (0) and license (13, 14) stay as they are.
 */
function rename(font, { family, file }) {
  const parts = tables(font),
    name = parts.find(t => t.tag === 'name').data,
    kept = {};
  for (let i = 0; i < name.readUInt16BE(2); i++) {
    const record = 6 + 12 * i,
      id = name.readUInt16BE(record + 6),
      start = name.readUInt16BE(4) + name.readUInt16BE(record + 10);
    if (name.readUInt16BE(record) === 3)
      kept[id] = Buffer.from(name.subarray(start, start + name.readUInt16BE(record + 8)));
  }
  const utf16 = text => Buffer.from(text, 'utf16le').swap16(),
    style = file.replace(/^[a-z]+-?/, '') || 'Regular';
  const names = {
    0: kept[0],
    1: utf16(family),
    2: utf16('Regular'),
    4: utf16(`${family} ${style}`),
    6: utf16(`${family} ${style}`.replace(/[^\w-]+/g, '-')),
    13: kept[13],
    14: kept[14],
  };
  const ids = Object.keys(names).filter(id => names[id]),
    header = Buffer.alloc(6 + 12 * ids.length);
  header.writeUInt16BE(ids.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  ids.forEach((id, i) => {
    [3, 1, 0x409, Number(id), names[id].length, offset].forEach((value, k) =>
      header.writeUInt16BE(value, 6 + 12 * i + 2 * k),
    );
    offset += names[id].length;
  });
  return assemble(
    font.subarray(0, 12),
    parts.map(t =>
      t.tag === 'name' ? { tag: 'name', data: Buffer.concat([header, ...ids.map(id => names[id])]) } : t,
    ),
  );
}

function assemble(start, parts) {
  const directory = Buffer.alloc(16 * parts.length),
    bodies = [];
  let offset = 12 + directory.length,
    head = 0;
  parts.forEach(({ tag, data }, i) => {
    const body = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    if (tag === 'head') {
      head = offset;
      body.writeUInt32BE(0, 8);
    }
    directory.write(tag, 16 * i, 'latin1');
    [checksum(body), offset, data.length].forEach((value, k) => directory.writeUInt32BE(value, 16 * i + 4 + 4 * k));
    bodies.push(body);
    offset += body.length;
  });
  const font = Buffer.concat([start, directory, ...bodies]);
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}

function checksum(bytes) {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
}
