package dev.archnotes.site.files.card;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Compresses to one block of DEFLATE (RFC 1951) with codes of its own. The compressor of the JDK is the machine's zlib,
 * whose bytes differ from version to version; these do not.
 */
final class Deflate {
    private static final int WINDOW = 32768;
    private static final int LONGEST = 258;
    private static final int SHORTEST = 3;
    private static final int END = 256;
    /**
     * How many earlier places are tried for a match, and up to which length all places inside a match are remembered.
     */
    private static final int TRIES = 12;

    private static final int REMEMBERED = 64;
    private static final int[] LENGTH_BASE = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] LENGTH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
    };
    private static final int[] DISTANCE_BASE = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };
    private static final int[] CODE_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final byte[] data;
    /** A byte as itself, or a match as its length above its distance. */
    private int[] tokens = new int[4096];

    private int count;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int bits;
    private int held;

    private Deflate(byte[] data) {
        this.data = data;
    }

    static byte[] compress(byte[] data) {
        Deflate deflate = new Deflate(data);
        deflate.findMatches();
        deflate.write();
        return deflate.out.toByteArray();
    }

    private void findMatches() {
        int[] newest = new int[1 << 15];
        int[] older = new int[data.length];
        Arrays.fill(newest, -1);
        int at = 0;
        while (at < data.length) {
            int length = 0;
            int distance = 0;
            if (at + SHORTEST <= data.length) {
                int candidate = newest[hash(at)];
                for (int tries = 0;
                        candidate >= 0 && at - candidate <= WINDOW && tries < TRIES && length < LONGEST;
                        tries++) {
                    int same = same(candidate, at);
                    if (same > length) {
                        length = same;
                        distance = at - candidate;
                    }
                    candidate = older[candidate];
                }
            }
            boolean match = length >= SHORTEST;
            add(match ? length << 16 | distance : data[at] & 0xff);
            int next = at + (match ? length : 1);
            int remembered = Math.min(next, at + REMEMBERED);
            for (; at < remembered; at++) {
                if (at + SHORTEST <= data.length) {
                    older[at] = newest[hash(at)];
                    newest[hash(at)] = at;
                }
            }
            at = next;
        }
        add(END);
    }

    private int hash(int at) {
        int three = (data[at] & 0xff) << 16 | (data[at + 1] & 0xff) << 8 | data[at + 2] & 0xff;
        return three * 0x9e3779b1 >>> 17;
    }

    private int same(int earlier, int at) {
        int most = Math.min(LONGEST, data.length - at);
        int length = 0;
        while (length < most && data[earlier + length] == data[at + length]) {
            length++;
        }
        return length;
    }

    private void add(int token) {
        if (count == tokens.length) {
            tokens = Arrays.copyOf(tokens, 2 * count);
        }
        tokens[count++] = token;
    }

    private void write() {
        int[] symbols = new int[286];
        int[] distances = new int[30];
        for (int i = 0; i < count; i++) {
            if (tokens[i] <= END) {
                symbols[tokens[i]]++;
            } else {
                symbols[257 + lengthCode(tokens[i] >> 16)]++;
                distances[distanceCode(tokens[i] & 0xffff)]++;
            }
        }
        PrefixCode symbolCode = PrefixCode.of(symbols, 15);
        PrefixCode distanceCode = PrefixCode.of(distances, 15);
        put(1, 1);
        put(2, 2);
        writeCodes(symbolCode, distanceCode);
        for (int i = 0; i < count; i++) {
            if (tokens[i] <= END) {
                put(symbolCode, tokens[i]);
            } else {
                writeMatch(symbolCode, distanceCode, tokens[i] >> 16, tokens[i] & 0xffff);
            }
        }
        put(0, 7);
    }

    private void writeMatch(PrefixCode symbols, PrefixCode distances, int length, int distance) {
        int code = lengthCode(length);
        put(symbols, 257 + code);
        put(length - LENGTH_BASE[code], LENGTH_BITS[code]);
        code = distanceCode(distance);
        put(distances, code);
        put(distance - DISTANCE_BASE[code], Math.max(0, code / 2 - 1));
    }

    /**
     * The lengths of both codes, themselves coded; repeats are not shortened, which costs some hundred bytes at most.
     */
    private void writeCodes(PrefixCode symbols, PrefixCode distances) {
        int[] used = new int[19];
        for (int length : symbols.lengths()) {
            used[length]++;
        }
        for (int length : distances.lengths()) {
            used[length]++;
        }
        PrefixCode code = PrefixCode.of(used, 7);
        put(symbols.lengths().length - 257, 5);
        put(distances.lengths().length - 1, 5);
        put(CODE_ORDER.length - 4, 4);
        for (int length : CODE_ORDER) {
            put(code.lengths()[length], 3);
        }
        for (int length : symbols.lengths()) {
            put(code, length);
        }
        for (int length : distances.lengths()) {
            put(code, length);
        }
    }

    private static int lengthCode(int length) {
        return place(LENGTH_BASE, length);
    }

    private static int distanceCode(int distance) {
        return place(DISTANCE_BASE, distance);
    }

    private static int place(int[] bases, int value) {
        int place = Arrays.binarySearch(bases, value);
        return place >= 0 ? place : -place - 2;
    }

    private void put(PrefixCode code, int symbol) {
        put(code.codes()[symbol], code.lengths()[symbol]);
    }

    /** Appends bits, the lowest first. */
    private void put(int value, int length) {
        held |= value << bits;
        bits += length;
        while (bits >= 8) {
            out.write(held);
            held >>>= 8;
            bits -= 8;
        }
    }
}
