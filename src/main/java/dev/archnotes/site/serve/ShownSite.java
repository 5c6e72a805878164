package dev.archnotes.site.serve;

import dev.archnotes.site.write.OutputFile;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A site in memory: the files of one build without errors, below the path at which the published site stands.
 *
 * @param base that path, with slashes at both ends
 * @param files the bytes of the files by their paths in the site
 * @param version which site it is: another one for each with other files
 */
record ShownSite(String base, Map<String, byte[]> files, String version) {
    static final String NOT_FOUND = "404.html";

    ShownSite {
        files = Collections.unmodifiableMap(files);
    }

    /**
     * The site of a build.
     *
     * @param baseUrl the address at which it is to be published; empty where nobody says
     */
    static ShownSite of(String baseUrl, List<OutputFile> files, String version) {
        Map<String, byte[]> byPath = new TreeMap<>();
        files.forEach(file -> byPath.put(file.path(), file.bytes()));
        return new ShownSite(base(baseUrl), byPath, version);
    }

    /** The path of an address; the top of the server where it has none. */
    private static String base(String baseUrl) {
        String path = URI.create(baseUrl).getPath();
        String begun = path == null || !path.startsWith("/") ? "/" + (path == null ? "" : path) : path;
        return begun.endsWith("/") ? begun : begun + "/";
    }

    /** The bytes of a file, if the site has it. */
    Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Whether it has a page that is the index of that folder. */
    boolean hasFolder(String path) {
        return files.containsKey(path + "/index.html");
    }

    /** How many files this site has otherwise than another one. */
    int differences(ShownSite other) {
        int same = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] before = other.files.get(file.getKey());
            same += before != null && Arrays.equals(before, file.getValue()) ? 1 : 0;
        }
        // those that only one of them has count, too
        return files.size()
                - same
                + (int) other.files.keySet().stream()
                        .filter(path -> !files.containsKey(path))
                        .count();
    }
}
