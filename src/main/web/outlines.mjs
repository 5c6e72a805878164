// Writes the outlines of the letters that cards are drawn with: pictures that look the same wherever they are made must
// not ask a machine for its fonts. Plain text, one line each: a face, then its glyphs (code point, advance, SVG path)
// and its kerning (two code points, correction), all in thousandths of the font size, y upward.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { LATIN, LATIN_MORE, TEXT_SYMBOLS } from './fonts.mjs';

const FACES = [
  {
    name: 'serif',
    files: [
      'stix-two-text/files/stix-two-text-latin-400-normal',
      'stix-two-text/files/stix-two-text-latin-ext-400-normal',
    ],
  },
  {
    name: 'serif-italic',
    files: [
      'stix-two-text/files/stix-two-text-latin-400-italic',
      'stix-two-text/files/stix-two-text-latin-ext-400-italic',
    ],
  },
  {
    name: 'sans',
    files: [
      'source-sans-3/files/source-sans-3-latin-400-normal',
      'source-sans-3/files/source-sans-3-latin-ext-400-normal',
    ],
  },
  {
    name: 'sans-strong',
    files: [
      'source-sans-3/files/source-sans-3-latin-600-normal',
      'source-sans-3/files/source-sans-3-latin-ext-600-normal',
    ],
  },
  { name: 'symbols', files: ['stix-two-math/files/stix-two-math-latin-400-normal'], chars: TEXT_SYMBOLS },
];
const KERNED = [...LATIN].filter(c => c > ' ' && c <= '~');

/** The text of the file. */
export async function makeOutlines(modules) {
  const harfbuzz = await import(path.join(modules, 'harfbuzzjs/dist/index.mjs'));
  const { default: fontverter } = await import(path.join(modules, 'fontverter/index.js'));
  const lines = [];
  for (const { name, files, chars = LATIN + LATIN_MORE } of FACES) {
    const fonts = [];
    for (const file of files) {
      const font = await fontverter.convert(await readFile(path.join(modules, '@fontsource', `${file}.woff2`)), 'sfnt');
      fonts.push(new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(font), 0)));
    }
    lines.push(
      `face ${name}`,
      ...glyphs(harfbuzz, fonts, chars),
      ...(chars.includes('A') ? kerning(harfbuzz, fonts[0]) : []),
    );
  }
  return lines.join('\n') + '\n';
}

function shaped(harfbuzz, font, text) {
  const buffer = new harfbuzz.Buffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  harfbuzz.shape(font, buffer, [new harfbuzz.Feature('liga', 0)]);
  return buffer.getGlyphInfosAndPositions();
}

const hex = character => character.codePointAt(0).toString(16);
const thousandths = (value, font) => Math.round((value * 1000) / font.face.upem);

function glyphs(harfbuzz, fonts, chars) {
  return [...new Set(chars)].flatMap(character => {
    for (const font of fonts) {
      const [glyph, more] = shaped(harfbuzz, font, character);
      if (!glyph || glyph.codepoint === 0 || more) continue;
      const outline = font
        .glyphToPath(glyph.codepoint)
        .replace(/-?[\d.]+/g, number => thousandths(Number(number), font));
      return [`${hex(character)} ${thousandths(glyph.xAdvance, font)} ${outline}`.trimEnd()];
    }
    return [];
  });
}

function kerning(harfbuzz, font) {
  const advance = text => shaped(harfbuzz, font, text).reduce((sum, glyph) => sum + glyph.xAdvance, 0);
  const alone = new Map(KERNED.map(c => [c, advance(c)])),
    lines = [];
  for (const a of KERNED) {
    for (const b of KERNED) {
      const correction = thousandths(advance(a + b) - alone.get(a) - alone.get(b), font);
      if (correction !== 0) lines.push(`kern ${hex(a)} ${hex(b)} ${correction}`);
    }
  }
  return lines;
}
