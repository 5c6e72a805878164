package dev.archnotes.model.checkpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which files of a folder are one checkpoint: those that an index names, every safetensors file, or the parts of one
 * GGUF.
 *
 * @param gguf whether they are GGUF
 * @param indexed whether the index says which files there are
 * @param names the files; empty where an index says it, or where they are no one checkpoint
 * @param models what the folder holds in GGUF, where that is not a single model
 */
public record CheckpointFiles(boolean gguf, boolean indexed, List<String> names, List<String> models) {
    /** The name of an index. */
    public static final String INDEX = "model.safetensors.index.json";

    private static final String SAFETENSORS = ".safetensors";
    private static final String GGUF = ".gguf";
    /** The weights in their makers' own names, beside those in the names of transformers. */
    private static final String MAKERS_OWN = "consolidated";
    /** An image or sound part in a file of its own. */
    private static final String PROJECTOR = "mmproj";
    /** {@code -00001-of-00005} before the end. */
    private static final int MARK = "-00001-of-00005".length();

    /** Whether a file belongs to a checkpoint. */
    public static boolean isOne(String name) {
        return name.equals(INDEX) || name.endsWith(SAFETENSORS) || name.endsWith(GGUF);
    }

    /** The checkpoint in a folder of files with these names. */
    public static CheckpointFiles in(List<String> folder) {
        if (folder.contains(INDEX)) {
            return new CheckpointFiles(false, true, List.of(), List.of());
        }
        List<String> all = new ArrayList<>();
        List<String> usual = new ArrayList<>();
        Map<String, String> models = new TreeMap<>();
        for (String name : folder) {
            if (name.endsWith(SAFETENSORS)) {
                all.add(name);
                if (!name.startsWith(MAKERS_OWN)) {
                    usual.add(name);
                }
            } else if (name.endsWith(GGUF) && !name.startsWith(PROJECTOR)) {
                models.putIfAbsent(stem(name), name);
            }
        }
        if (!all.isEmpty()) {
            return new CheckpointFiles(false, false, usual.isEmpty() ? all : usual, List.of());
        }
        return models.size() == 1
                ? new CheckpointFiles(
                        true, false, parts(models.values().iterator().next()), List.of())
                : new CheckpointFiles(true, false, List.of(), new ArrayList<>(models.keySet()));
    }

    /** The names of all parts that a GGUF was split into, be they there or not; that of the file where it is whole. */
    public static List<String> parts(String gguf) {
        int count = count(gguf);
        if (count == 0) {
            return List.of(gguf);
        }
        List<String> parts = new ArrayList<>();
        String end = gguf.substring(gguf.length() - GGUF.length() - "-of-00005".length());
        for (int i = 1; i <= count; i++) {
            String digits = "0000" + i;
            parts.add(stem(gguf) + "-" + digits.substring(digits.length() - 5) + end);
        }
        return parts;
    }

    private static String stem(String gguf) {
        return count(gguf) == 0 ? gguf : gguf.substring(0, gguf.length() - GGUF.length() - MARK);
    }

    /** The number of parts that a name states; 0 where it states none. */
    private static int count(String gguf) {
        int mark = gguf.length() - GGUF.length() - MARK;
        if (mark < 0 || !gguf.endsWith(GGUF) || !gguf.startsWith("-of-", mark + 6) || gguf.charAt(mark) != '-') {
            return 0;
        }
        return number(gguf, mark + 1) < 0 ? 0 : Math.max(0, number(gguf, mark + 10));
    }

    /** Five digits; -1 where something else stands there. */
    private static int number(String name, int from) {
        int number = 0;
        for (int i = from; i < from + 5; i++) {
            int digit = name.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }
}
