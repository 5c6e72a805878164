package dev.archnotes.site.serve;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a browser is told of a file's content, by the extension of its name. */
final class ContentTypes {
    static final String HTML = "text/html; charset=utf-8";
    static final String SCRIPT = "text/javascript; charset=utf-8";
    static final String PLAIN = "text/plain; charset=utf-8";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", HTML),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", SCRIPT),
            Map.entry("json", "application/json"),
            Map.entry("ipynb", "application/json"),
            Map.entry("xml", "application/xml"),
            Map.entry("csv", "text/csv; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("zip", "application/zip"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("webm", "video/webm"),
            Map.entry("mp3", "audio/mpeg"));

    private static final Set<String> TEXTS =
            Set.of("txt", "md", "markdown", "bib", "yaml", "yml", "toml", "py", "java", "sh", "c", "cpp", "cu", "rs");

    private ContentTypes() {}

    /** The type of a file; that of any bytes where it is not known. */
    static String of(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TEXTS.contains(extension) ? PLAIN : TYPES.getOrDefault(extension, "application/octet-stream");
    }
}
