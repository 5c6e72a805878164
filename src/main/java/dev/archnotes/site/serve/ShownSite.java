package dev.archnotes.site.serve;

import dev.archnotes.site.page.Paths;
import dev.archnotes.site.write.FileChanges;
import dev.archnotes.site.write.OutputFile;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * A site in memory: the files of one build without errors, below the path at which the published site stands.
 *
 * @param base that path, with slashes at both ends
 * @param files the bytes of the files by their paths in the site
 * @param version which site it is: another one for each with other files
 * @param look which of its style sheets, scripts and images: another one where any of these is another
 */
record ShownSite(String base, Map<String, byte[]> files, String version, String look) {
    static final String NOT_FOUND = "404.html";

    /** The endings of files that are opened for themselves. */
    private static final Set<String> READ = Set.of("html", "json", "csv", "xml", "txt", "bib", "md");

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
        return new ShownSite(base(baseUrl), byPath, version, version);
    }

    /** This site with some pages as they are now. */
    ShownSite with(List<OutputFile> pages, String newVersion) {
        Map<String, byte[]> byPath = new TreeMap<>(files);
        pages.forEach(page -> byPath.put(page.path(), page.bytes()));
        return new ShownSite(base, byPath, newVersion, look);
    }

    /** The site behind another one, which looks as that did if no more than its pages and texts has changed. */
    ShownSite after(ShownSite before) {
        return differences(before).stream().allMatch(ShownSite::isRead)
                ? new ShownSite(base, files, version, before.look)
                : this;
    }

    /** Whether a file does not show in any page but itself. */
    private static boolean isRead(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.startsWith(Paths.PREVIEWS)
                || path.startsWith("search-index")
                || READ.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /** The path of an address; the top of the server where it has none. */
    private static String base(String baseUrl) {
        String path = URI.create(baseUrl).getPath();
        String begun = path == null || !path.startsWith("/") ? "/" + (path == null ? "" : path) : path;
        return begun.endsWith("/") ? begun : begun + "/";
    }

    /** The file at an address on the server; none where that is outside of the site. */
    Optional<String> fileAt(String address) {
        if (!address.startsWith(base)) {
            return Optional.empty();
        }
        String within = address.substring(base.length());
        return Optional.of(within.isEmpty() || within.endsWith("/") ? within + "index.html" : within);
    }

    /** What tells whether a page at an address has changed: its look and its own bytes. */
    String print(String address) {
        return fileAt(address)
                .map(path -> files.getOrDefault(path, files.getOrDefault(NOT_FOUND, new byte[0])))
                .map(page -> look + "." + checksum(page))
                .orElse("");
    }

    private static String checksum(byte[] page) {
        CRC32C sum = new CRC32C();
        sum.update(page);
        return Long.toString(sum.getValue(), Character.MAX_RADIX);
    }

    /** The bytes of a file, if the site has it. */
    Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Whether it has a page that is the index of that folder. */
    boolean hasFolder(String path) {
        return files.containsKey(path + "/index.html");
    }

    /** The files that this site has otherwise than another one; also those that only one of them has. */
    Set<String> differences(ShownSite other) {
        return FileChanges.between(other.files, files, bytes -> bytes).all();
    }
}
