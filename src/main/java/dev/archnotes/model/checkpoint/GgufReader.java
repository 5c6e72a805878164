package dev.archnotes.model.checkpoint;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the header of a GGUF file, versions 2 and 3 ({@code docs/gguf.md} of {@code ggml-org/ggml}): keys with values,
 * then name, shape, format and place of every tensor. The file states shapes with the axis that varies fastest first;
 * here they stand the other way round, as in the checkpoint that it was converted from.
 */
public final class GgufReader {
    /** Vocabularies take some ten million bytes. */
    private static final long LONGEST = 512L << 20;

    private static final long MOST_KEYS = 65_536;
    private static final int MOST_AXES = 4;
    private static final int LONGEST_NAME = 1_024;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_FAULTS = 100;
    private static final long DEFAULT_ALIGNMENT = 32;
    private static final long MOST_ALIGNMENT = 1 << 20;
    private static final int TEXT = 8;
    private static final int LIST = 9;
    /** Bytes of a value of each type, 0 for those whose length the file states. */
    private static final int[] BYTES = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};

    private final Bytes bytes;
    private final Diagnostics.Builder findings;
    private final Cursor in;
    private final Map<String, String> metadata = new HashMap<>();
    private final List<Placed> tensors = new ArrayList<>();

    private GgufReader(Bytes bytes, Diagnostics.Builder findings) {
        this.bytes = bytes;
        this.findings = findings;
        this.in = new Cursor(bytes, LONGEST);
    }

    /** A tensor and where its bytes begin behind the header. */
    private record Placed(StoredTensor tensor, long from) {}

    /** The header of a file; empty, with errors among the findings, where it cannot be one. */
    public static Optional<Header> read(Bytes bytes, Diagnostics.Builder findings) {
        GgufReader reader = new GgufReader(bytes, findings);
        try {
            reader.header();
            return reader.checkPlaces()
                    ? Optional.of(new Header(
                            reader.tensors.stream().map(Placed::tensor).toList(), reader.metadata))
                    : Optional.empty();
        } catch (HeaderFault fault) {
            reader.report(fault.words());
            return Optional.empty();
        }
    }

    private void report(String message) {
        findings.add(Diagnostic.error(Rule.MALFORMED_CHECKPOINT, Location.startOf(bytes.path()), message));
    }

    private void header() {
        if (in.left() < 24 || in.unsigned(4) != 0x46554747L) {
            throw HeaderFault.at(0, "the file does not begin as GGUF does");
        }
        long version = in.unsigned(4);
        if (version != 2 && version != 3) {
            boolean swapped = (version & 0xffff) == 0;
            throw HeaderFault.at(
                    4,
                    swapped
                            ? "the numbers of this file are big-endian, which is not read"
                            : "version " + version + " of GGUF is not known; known are 2 and 3");
        }
        // a tensor takes at least 24 bytes of the header: lengths of name and shape, format and place
        long count = in.size(Math.min(Header.MOST_TENSORS, bytes.size() / 24), "tensors");
        long keys = in.size(MOST_KEYS, "keys");
        Set<String> seen = new HashSet<>();
        for (long i = 0; i < keys; i++) {
            long place = in.at();
            String key = in.text(LONGEST_NAME);
            if (!seen.add(key)) {
                throw HeaderFault.at(place, "the key \"" + key + "\" is there twice");
            }
            String value = value((int) Math.min(in.unsigned(4), BYTES.length), key);
            if (value.length() <= LONGEST_VALUE) {
                metadata.put(key, value);
            }
        }
        Set<String> names = new HashSet<>();
        for (long i = 0; i < count; i++) {
            readTensor(names);
        }
    }

    /** A value as a short text; of a list, how long it is. */
    private String value(int type, String key) {
        if (type >= BYTES.length) {
            throw in.fault("the key \"" + key + "\" has a value of an unknown type");
        }
        if (type == TEXT) {
            return in.text(LONGEST_VALUE + 1);
        }
        if (type == LIST) {
            return list(key);
        }
        long number = in.unsigned(BYTES[type]);
        switch (type) {
            case 1:
                return String.valueOf((byte) number);
            case 3:
                return String.valueOf((short) number);
            case 5:
                return String.valueOf((int) number);
            case 6:
                return String.valueOf(Float.intBitsToFloat((int) number));
            case 7:
                return String.valueOf(number != 0);
            case 10:
                return Long.toUnsignedString(number);
            case 12:
                return String.valueOf(Double.longBitsToDouble(number));
            default:
                return String.valueOf(number);
        }
    }

    private String list(String key) {
        int type = (int) Math.min(in.unsigned(4), BYTES.length);
        if (type >= BYTES.length || type == LIST) {
            throw in.fault("the key \"" + key + "\" has a list of " + (type == LIST ? "lists" : "an unknown type"));
        }
        int each = type == TEXT ? 8 : BYTES[type];
        long length = in.size((in.left() - 8) / each, "values of the key \"" + key + "\"");
        if (type == TEXT) {
            for (long i = 0; i < length; i++) {
                in.text(0);
            }
        } else {
            in.skip(length * each);
        }
        return "[" + length + "]";
    }

    private void readTensor(Set<String> names) {
        long place = in.at();
        String name = in.text(LONGEST_NAME);
        if (!names.add(name)) {
            throw HeaderFault.at(place, "the tensor \"" + name + "\" is there twice");
        }
        long axes = in.unsigned(4);
        if (axes > MOST_AXES) {
            throw in.fault("the tensor \"" + name + "\" has " + axes + " axes, and there can be at most " + MOST_AXES);
        }
        List<Long> shape = new ArrayList<>();
        for (long i = 0; i < axes; i++) {
            shape.add(0, in.size(Long.MAX_VALUE, "numbers along an axis of \"" + name + "\""));
        }
        long type = in.unsigned(4);
        NumberFormat format = NumberFormat.ggml(type)
                .orElseThrow(() ->
                        in.fault("the tensor \"" + name + "\" is of the ggml type " + type + ", which is not known"));
        long from = in.size(bytes.size(), "bytes before the tensor \"" + name + "\"");
        boolean whole = shape.isEmpty() || shape.get(shape.size() - 1) % format.block() == 0;
        long taken = StoredTensor.elements(shape)
                .filter(elements -> whole)
                .flatMap(format::bytesOf)
                .orElseThrow(() -> in.fault("the tensor \"" + name + "\" has the shape " + shape
                        + ", which cannot be counted in blocks of " + format.name()));
        tensors.add(new Placed(new StoredTensor(name, shape, format, taken, bytes.path()), from));
    }

    private long alignment() {
        String stated = metadata.getOrDefault("general.alignment", String.valueOf(DEFAULT_ALIGNMENT));
        for (long power = 1; power <= MOST_ALIGNMENT; power *= 2) {
            if (stated.equals(String.valueOf(power))) {
                return power;
            }
        }
        throw new HeaderFault("general.alignment is " + stated + ", which is no power of two");
    }

    /** Whether the tensors lie in the rest of the file, aligned, none of them in another. */
    private boolean checkPlaces() {
        long alignment = alignment();
        long data = (in.at() + alignment - 1) / alignment * alignment;
        List<Placed> sorted = new ArrayList<>(tensors);
        sorted.sort(Comparator.comparingLong(Placed::from)
                .thenComparingLong(placed -> placed.tensor().bytes()));
        long available = Math.max(0, bytes.size() - data);
        long end = 0;
        int faults = 0;
        for (Placed placed : sorted) {
            String fault = fault(placed, end, available, alignment);
            if (!fault.isEmpty()) {
                report("the tensor \"" + placed.tensor().name() + "\" " + fault);
                faults++;
                if (faults == MOST_FAULTS) {
                    return false;
                }
            } else {
                end = placed.from() + placed.tensor().bytes();
            }
        }
        return faults == 0;
    }

    private static String fault(Placed placed, long end, long available, long alignment) {
        long length = placed.tensor().bytes();
        if (placed.from() > available || length > available - placed.from()) {
            return "has " + length + " bytes from byte " + placed.from() + " on, of only " + available
                    + " behind the header";
        }
        if (placed.from() < end) {
            return "begins at byte " + placed.from() + ", inside the one before, which ends at " + end;
        }
        return placed.from() % alignment == 0
                ? ""
                : "begins at byte " + placed.from() + ", which is no multiple of " + alignment;
    }
}
