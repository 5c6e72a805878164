package dev.archnotes.model.checkpoint;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reads {@code model.safetensors.index.json}: which file of a checkpoint holds which tensor. */
public final class IndexReader {
    private static final long LONGEST = 100_000_000;

    private IndexReader() {}

    /**
     * An index.
     *
     * @param files the file of each tensor, by its name
     * @param names the files, each once, by name
     * @param totalBytes the bytes of all tensors, as the index states them
     */
    public record Index(Map<String, String> files, Collection<String> names, OptionalLong totalBytes) {}

    /** The index that a file is; empty, with an error among the findings, where it is none. */
    public static Optional<Index> read(Bytes bytes, Diagnostics.Builder findings) {
        try {
            if (bytes.size() > LONGEST) {
                throw new HeaderFault("an index of " + bytes.size() + " bytes");
            }
            HeaderText text = new HeaderText(bytes.read(0, (int) bytes.size()), 0);
            return Optional.of(read(text));
        } catch (HeaderFault fault) {
            findings.add(Diagnostic.error(Rule.MALFORMED_CHECKPOINT, Location.startOf(bytes.path()), fault.words()));
            return Optional.empty();
        }
    }

    private static Index read(HeaderText text) {
        Map<String, String> files = new LinkedHashMap<>();
        // a hundred files for a hundred thousand tensors: each is looked at once, and mostly the one before again
        Map<String, String> known = new TreeMap<>();
        OptionalLong total = OptionalLong.empty();
        text.expect('{');
        for (boolean more = false; !text.skip('}'); more = true) {
            if (more) {
                text.expect(',');
            }
            String key = text.text();
            text.expect(':');
            if (key.equals("weight_map")) {
                readFiles(text, files, known);
            } else if (key.equals("metadata")) {
                total = total(text);
            } else {
                text.pass();
            }
        }
        text.end();
        if (files.isEmpty()) {
            throw text.fault("there is no \"weight_map\", or it is empty");
        }
        return new Index(files, List.copyOf(known.keySet()), total);
    }

    private static void readFiles(HeaderText text, Map<String, String> files, Map<String, String> known) {
        String[] last = {""};
        text.expect('{');
        for (boolean more = false; !text.skip('}'); more = true) {
            if (more) {
                text.expect(',');
            }
            String name = text.text();
            text.expect(':');
            String file = text.text(last);
            if (!file.equals(last[0]) || files.isEmpty()) {
                if (known.putIfAbsent(file, file) == null && !isPlain(file)) {
                    throw text.fault("\"" + file + "\" is not the name of a file beside the index");
                }
                last[0] = known.get(file);
            }
            if (files.put(name, last[0]) != null) {
                throw text.fault("the name \"" + name + "\" is there twice");
            }
        }
    }

    /** Whether a name leads to no other folder. */
    private static boolean isPlain(String file) {
        boolean plain = !file.isEmpty() && !file.startsWith(".");
        for (char c : file.toCharArray()) {
            plain &= c > ' ' && c != '/' && c != '\\' && c != ':';
        }
        return plain;
    }

    private static OptionalLong total(HeaderText text) {
        OptionalLong total = OptionalLong.empty();
        text.expect('{');
        for (boolean more = false; !text.skip('}'); more = true) {
            if (more) {
                text.expect(',');
            }
            String key = text.text();
            text.expect(':');
            if (key.equals("total_size") && text.atDigit()) {
                total = text.wholeOrNone();
            } else {
                text.pass();
            }
        }
        return total;
    }
}
