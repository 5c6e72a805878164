package dev.archnotes.site.write;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The paths of a site's files: each stays within the site's folder, and no two of them claim the same file. */
public final class OutputPaths {
    /** What Windows does not have in names, and what nobody sees. */
    private static final Pattern UNUSABLE = Pattern.compile(
            "[\\p{Cntrl}[\\p{Cf}&&[^\\x{200c}\\x{200d}]]\\p{Cs}\\p{Zl}\\p{Zp}\\x80-\\x9f\\\\:*?\"<>|\\ufffd]");

    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])(?: *\\..*)?",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_PATH = 240;

    private OutputPaths() {}

    /** Lists everything that is wrong with the paths. */
    static void check(List<OutputFile> files) {
        List<String> problems = new ArrayList<>();
        List<String> usable = new ArrayList<>();
        for (OutputFile file : files) {
            Optional<String> problem = problem(file.path());
            if (problem.isPresent()) {
                String printable = UNUSABLE.matcher(file.path()).replaceAll("?");
                problems.add("\"" + printable + "\" is not a path within the site: " + problem.get());
            } else {
                usable.add(file.path());
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

    /**
     * What stands in the way of a path, on this system or on another to which the site or the notes may be copied;
     * empty where nothing does.
     */
    public static Optional<String> problem(String path) {
        String first = path.substring(0, (path + "/").indexOf('/'));
        if (path.equals(Marker.NAME) || Marker.KEPT.contains(first)) {
            return Optional.of("the name is taken");
        }
        if (path.length() > LONGEST_PATH) {
            return Optional.of("it is longer than " + LONGEST_PATH + " characters");
        }
        return Stream.of(path.split("/", -1))
                .map(OutputPaths::problemOfPart)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> problemOfPart(String part) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
            return Optional.of("a part of it is no name");
        }
        Matcher unusable = UNUSABLE.matcher(part);
        if (unusable.find()) {
            int sign = unusable.group().codePointAt(0);
            boolean visible = sign > ' ' && sign < 0x7f;
            return Optional.of("it holds " + (visible ? unusable.group() : "the character U+" + hex(sign)));
        }
        if (part.endsWith(".") || part.endsWith(" ")) {
            return Optional.of("a name in it ends with a " + (part.endsWith(".") ? "point" : "space"));
        }
        if (DEVICE.matcher(part).matches()) {
            return Optional.of("Windows knows a device of that name");
        }
        if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            return Optional.of("a name in it is longer than " + LONGEST_NAME + " bytes");
        }
        return Optional.empty();
    }

    private static String hex(int character) {
        return String.format(Locale.ROOT, "%04X", character);
    }
}
