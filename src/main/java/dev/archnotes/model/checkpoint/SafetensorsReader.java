package dev.archnotes.model.checkpoint;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the header of a safetensors file: eight bytes with its length, then JSON with format, shape and place of every
 * tensor. What the library refuses ({@code safetensors/src/tensor.rs} of {@code huggingface/safetensors}) is refused: a
 * header of more than 100,000,000 bytes, names twice, tensors that overlap, leave a gap or reach beyond the file, and
 * shapes that do not fit their bytes.
 */
public final class SafetensorsReader {
    private static final int LONGEST = 100_000_000;
    private static final int LENGTH = 8;
    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_SHAPES = 32;
    private static final long UNCOUNTED = -1;
    private static final String[] KEYS = {"dtype", "shape", "data_offsets"};

    private final Bytes bytes;
    private final Diagnostics.Builder findings;
    private final List<Placed> tensors = new ArrayList<>();
    private final Map<String, String> metadata = new TreeMap<>();
    /** Shapes that were read before: a thousand experts have two of them. */
    private final List<Shape> shapes = new ArrayList<>();
    /** The whole numbers of a list, as it is read. */
    private final long[] sizes = new long[Header.MOST_AXES];
    /** The format that was read last, which the next one is likely to be. */
    private final String[] lastFormat = {""};

    private SafetensorsReader(Bytes bytes, Diagnostics.Builder findings) {
        this.bytes = bytes;
        this.findings = findings;
    }

    /** A shape and the product of its sizes; {@link #UNCOUNTED} where it does not fit into 64 bits. */
    private record Shape(List<Long> sizes, long elements) {}

    /** A tensor and the place of its bytes behind the header. */
    private record Placed(StoredTensor tensor, long elements, long from, long to) {}

    /** The header of a file; empty, with errors among the findings, where it cannot be one. */
    public static Optional<Header> read(Bytes bytes, Diagnostics.Builder findings) {
        SafetensorsReader reader = new SafetensorsReader(bytes, findings);
        try {
            long data = reader.header();
            return reader.checkPlaces(data) ? Optional.of(reader.read()) : Optional.empty();
        } catch (HeaderFault fault) {
            reader.report(fault.words());
            return Optional.empty();
        }
    }

    private Header read() {
        return new Header(tensors.stream().map(Placed::tensor).toList(), metadata);
    }

    private void report(String message) {
        findings.add(Diagnostic.error(Rule.MALFORMED_CHECKPOINT, Location.startOf(bytes.path()), message));
    }

    /** Reads the tensors; where the header ends. */
    private long header() {
        if (bytes.size() < LENGTH) {
            throw HeaderFault.at(0, "the file ends before the length of its header");
        }
        long length = 0;
        byte[] first = bytes.read(0, LENGTH);
        for (int i = LENGTH - 1; i >= 0; i--) {
            length = length << 8 | first[i] & 0xff;
        }
        if (length < 0 || length > LONGEST) {
            throw HeaderFault.at(
                    0,
                    "a header of " + Long.toUnsignedString(length) + " bytes; the format allows " + LONGEST
                            + ", and this may be no safetensors file");
        }
        if (length > bytes.size() - LENGTH) {
            throw HeaderFault.at(
                    0, "a header of " + length + " bytes in a file of " + bytes.size() + ": the file is cut off");
        }
        HeaderText text = new HeaderText(bytes.read(LENGTH, (int) length), LENGTH);
        Set<String> names = new HashSet<>();
        text.expect('{');
        for (boolean more = false; !text.skip('}'); more = true) {
            if (more) {
                text.expect(',');
            }
            String name = text.text();
            text.expect(':');
            if (!names.add(name)) {
                throw text.fault("the name \"" + name + "\" is there twice");
            }
            if (name.equals("__metadata__")) {
                readMetadata(text);
            } else {
                readTensor(name, text);
            }
        }
        text.end();
        return LENGTH + length;
    }

    private void readMetadata(HeaderText text) {
        text.expect('{');
        for (boolean more = false; !text.skip('}'); more = true) {
            if (more) {
                text.expect(',');
            }
            String key = text.text();
            text.expect(':');
            String value = text.text();
            if (metadata.size() < MOST_FAULTS && key.length() + value.length() <= LONGEST_VALUE) {
                metadata.put(key, value);
            }
        }
    }

    private void readTensor(String name, HeaderText text) {
        if (tensors.size() >= Header.MOST_TENSORS) {
            throw text.fault("more than " + Header.MOST_TENSORS + " tensors");
        }
        NumberFormat format = null;
        Shape shape = null;
        long from = -1;
        long to = -1;
        text.expect('{');
        for (boolean more = false; !text.skip('}'); more = true) {
            if (more) {
                text.expect(',');
            }
            String key = text.text(KEYS);
            text.expect(':');
            boolean twice = key.equals("dtype") && format != null
                    || key.equals("shape") && shape != null
                    || key.equals("data_offsets") && from >= 0;
            if (twice) {
                throw text.fault("\"" + name + "\" has the key \"" + key + "\" twice");
            }
            if (key.equals("dtype")) {
                String dtype = text.text(lastFormat);
                lastFormat[0] = dtype;
                format = NumberFormat.safetensors(dtype)
                        .orElseThrow(() ->
                                text.fault("\"" + name + "\" is of the format \"" + dtype + "\", which is not known"));
            } else if (key.equals("shape")) {
                shape = shape(sizes(text, name));
            } else if (key.equals("data_offsets")) {
                boolean both = sizes(text, name) == 2;
                from = both ? sizes[0] : from;
                to = both ? sizes[1] : to;
            } else {
                text.pass();
            }
        }
        if (format == null || shape == null || from < 0) {
            throw text.fault("\"" + name + "\" lacks its dtype, shape or data_offsets");
        }
        StoredTensor tensor = new StoredTensor(name, shape.sizes(), format, Math.max(0, to - from), bytes.path());
        tensors.add(new Placed(tensor, shape.elements(), from, to));
    }

    /** Reads a list of whole numbers; how many there are. */
    private int sizes(HeaderText text, String name) {
        int count = 0;
        text.expect('[');
        for (boolean more = false; !text.skip(']'); more = true) {
            if (more) {
                text.expect(',');
            }
            if (count == sizes.length) {
                throw text.fault("\"" + name + "\" has more than " + Header.MOST_AXES + " axes");
            }
            sizes[count] = text.size();
            count++;
        }
        return count;
    }

    /** The first of the numbers that were read, as a shape. */
    private Shape shape(int axes) {
        for (Shape known : shapes) {
            if (isRead(known.sizes(), axes)) {
                return known;
            }
        }
        List<Long> read = new ArrayList<>();
        for (int i = 0; i < axes; i++) {
            read.add(sizes[i]);
        }
        Shape shape = new Shape(List.copyOf(read), StoredTensor.elements(read).orElse(UNCOUNTED));
        if (shapes.size() < MOST_SHAPES) {
            shapes.add(shape);
        }
        return shape;
    }

    private boolean isRead(List<Long> known, int axes) {
        if (known.size() != axes) {
            return false;
        }
        for (int i = 0; i < axes; i++) {
            if (known.get(i) != sizes[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the tensors fill the rest of the file, each of them once. */
    private boolean checkPlaces(long data) {
        List<Placed> sorted = new ArrayList<>(tensors);
        sorted.sort(Comparator.comparingLong(Placed::from).thenComparingLong(Placed::to));
        long available = bytes.size() - data;
        long end = 0;
        int faults = 0;
        for (Placed placed : sorted) {
            String fault = fault(placed, end, available);
            end = Math.max(end, placed.to());
            if (!fault.isEmpty()) {
                report("the tensor \"" + placed.tensor().name() + "\" " + fault);
                faults++;
                if (faults == MOST_FAULTS) {
                    return false;
                }
            }
        }
        if (faults == 0 && end < available) {
            report((available - end) + " bytes behind the last tensor belong to none");
            return false;
        }
        return faults == 0;
    }

    private static String fault(Placed placed, long end, long available) {
        if (placed.to() < placed.from()) {
            return "ends at " + placed.to() + ", before it begins at " + placed.from();
        }
        if (placed.to() > available) {
            return "ends at byte " + placed.to() + " of only " + available + " behind the header";
        }
        if (placed.from() < end) {
            return "begins at byte " + placed.from() + ", inside the one before, which ends at " + end;
        }
        if (placed.from() > end) {
            return "begins at byte " + placed.from() + ", behind a gap from " + end;
        }
        StoredTensor tensor = placed.tensor();
        Optional<Long> needed = placed.elements() == UNCOUNTED
                ? Optional.empty()
                : tensor.format().bytesOf(placed.elements());
        if (needed.isEmpty()) {
            return "has the shape " + tensor.shape() + ", which cannot be counted in bytes";
        }
        return needed.get() == placed.to() - placed.from()
                ? ""
                : "has " + (placed.to() - placed.from()) + " bytes, and its shape " + tensor.shape() + " in "
                        + tensor.format().name() + " needs " + needed.get();
    }
}
