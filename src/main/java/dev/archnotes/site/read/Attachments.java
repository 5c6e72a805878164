package dev.archnotes.site.read;

import java.util.Locale;
import java.util.Set;

/** Files that a note links to and that are neither notes nor images: which of them a site may offer for download. */
final class Attachments {
    /** What a browser runs, or shows with whatever it asks for, as if the site had written it. */
    private static final Set<String> ACTIVE = Set.of(
            "asp", "aspx", "cgi", "cjs", "css", "hta", "htc", "htm", "html", "js", "jsp", "mht", "mhtml", "mjs", "php",
            "shtml", "svgz", "swf", "wasm", "xht", "xhtml", "xml", "xsl", "xslt");

    private Attachments() {}

    /** Whether a browser does nothing with such a file but show or keep it. */
    static boolean isHarmless(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0 && !ACTIVE.contains(name.substring(dot + 1));
    }
}
