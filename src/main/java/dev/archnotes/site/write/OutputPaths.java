package dev.archnotes.site.write;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The paths of a site's files: each stays within the site's folder, and no two of them claim the same file. */
public final class OutputPaths {
    private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\\\:*?\"<>|]");

    private OutputPaths() {}

    /** Lists everything that is wrong with the paths. */
    static void check(List<OutputFile> files) {
        List<String> problems = new ArrayList<>();
        List<String> usable = new ArrayList<>();
        for (OutputFile file : files) {
            if (isUsable(file.path())) {
                usable.add(file.path());
            } else {
                problems.add("\"" + file.path() + "\" is not a path within the site");
            }
        }
        for (List<String> clash : clashes(usable)) {
            boolean same = folded(clash.get(0)).equals(folded(clash.get(1)));
            problems.add(
                    same
                            ? clash.size() + " files claim the same path: " + String.join(", ", clash)
                            : "\"" + clash.get(0) + "\" is a file, and the folder of \"" + clash.get(1) + "\"");
        }
        if (!problems.isEmpty()) {
            throw new OutputRefused(String.join("\n", problems));
        }
    }

    /**
     * The paths that cannot all be files, in groups: equal ones, and a file with those that would lie in it as in a
     * folder. Two that differ in case or in the spelling of an accent only are the same file on some machines.
     */
    public static List<List<String>> clashes(Collection<String> paths) {
        Map<String, List<String>> claims = new TreeMap<>();
        for (String path : paths) {
            claims.computeIfAbsent(folded(path), same -> new ArrayList<>()).add(path);
        }
        List<List<String>> clashes = new ArrayList<>();
        claims.forEach((path, claimed) -> {
            if (claimed.size() > 1) {
                clashes.add(List.copyOf(claimed));
            }
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                List<String> file = claims.get(path.substring(0, slash));
                if (file != null) {
                    clashes.add(List.of(file.get(0), claimed.get(0)));
                }
            }
        });
        return clashes;
    }

    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Whether every system can have a file of that path, within the folder of a site. */
    public static boolean isUsable(String path) {
        if (path.equals(SiteWriter.MARKER) || UNUSABLE.matcher(path).find()) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }
}
