package dev.archnotes.site.drawing;

import dev.archnotes.model.text.EastAsianWidth;

/**
 * Advance widths of the site's sans serif (Source Sans 3, tabular figures), with a little room for the fallback fonts.
 */
final class GlyphWidths {
    private static final double ROOM = 1.03;
    private static final int FIRST = 32;
    /** Thousandths of the font size, characters 32 to 126. */
    private static final int[] REGULAR = {
        200, 275, 426, 497, 497, 824, 609, 249, 303, 303, 395, 497, 256, 283, 242, 350, 497, 497, 497, 497, 497, 497,
                497, 497,
        497, 497, 249, 256, 497, 497, 497, 425, 847, 539, 578, 561, 601, 496, 468, 607, 652, 263, 479, 563, 486, 727,
                647, 640,
        552, 640, 562, 530, 464, 638, 485, 786, 493, 408, 515, 303, 350, 303, 497, 500, 542, 494, 536, 447, 538, 472,
                288, 504,
        544, 246, 247, 488, 255, 829, 547, 508, 538, 538, 347, 419, 298, 544, 467, 719, 446, 452, 425, 303, 241, 303,
                497
    };

    private static final int[] SEMIBOLD = {
        200, 299, 482, 513, 513, 841, 639, 275, 324, 324, 416, 513, 287, 290, 263, 344, 513, 513, 513, 513, 513, 513,
                513, 513,
        513, 513, 275, 287, 513, 513, 513, 444, 875, 552, 587, 566, 609, 500, 479, 618, 663, 282, 494, 576, 502, 745,
                657, 648,
        566, 648, 580, 539, 486, 643, 502, 800, 521, 429, 514, 324, 344, 324, 513, 500, 549, 506, 541, 441, 542, 473,
                311, 520,
        558, 262, 263, 510, 271, 843, 560, 505, 542, 542, 373, 431, 321, 556, 495, 748, 481, 471, 443, 324, 255, 324,
                513
    };

    private GlyphWidths() {}

    /** The width of a text at font size 1. */
    static double of(String text, boolean semibold) {
        int[] table = semibold ? SEMIBOLD : REGULAR;
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += width(text.charAt(i), table);
        }
        return sum * ROOM / 1000;
    }

    private static int width(char c, int[] table) {
        if (c >= FIRST && c < FIRST + table.length) {
            return table[c - FIRST];
        }
        switch (c) {
            case '\u2009':
            case '\u202F':
                return 110;
            case '\u00A0':
                return 200;
            case '·':
                return 220;
            case '→':
                return 1000;
            case '…':
                return 950;
            default:
                return EastAsianWidth.isWide(c) ? 1000 : 515;
        }
    }
}
