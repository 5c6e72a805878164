package dev.archnotes.site.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The paths of a site's files: each stays within the site's folder, and no two of them claim the same file. */
final class OutputPaths {
    private static final Pattern UNUSABLE = Pattern.compile("[\\p{Cntrl}\\\\:*?\"<>|]");

    private OutputPaths() {}

    /**
     * Lists everything that is wrong with the paths; two that differ in case only are the same file on some machines.
     */
    static void check(List<OutputFile> files) {
        List<String> problems = new ArrayList<>();
        Map<String, List<String>> claims = new TreeMap<>();
        for (OutputFile file : files) {
            if (isUsable(file.path())) {
                claims.computeIfAbsent(file.path().toLowerCase(Locale.ROOT), path -> new ArrayList<>())
                        .add(file.path());
            } else {
                problems.add("\"" + file.path() + "\" is not a path within the site");
            }
        }
        claims.forEach((path, claimed) -> {
            if (claimed.size() > 1) {
                problems.add(claimed.size() + " files claim the same path: " + String.join(", ", claimed));
            }
            for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
                List<String> file = claims.get(path.substring(0, slash));
                if (file != null) {
                    problems.add("\"" + file.get(0) + "\" is a file, and the folder of \"" + claimed.get(0) + "\"");
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new OutputRefused(String.join("\n", problems));
        }
    }

    private static boolean isUsable(String path) {
        String first = path.substring(0, (path + "/").indexOf('/'));
        if (path.equals(Marker.NAME)
                || Marker.KEPT.contains(first)
                || UNUSABLE.matcher(path).find()) {
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
