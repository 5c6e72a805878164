package dev.archnotes.site.serve;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which file of the site answers which request. */
final class Answers {
    /** Ways to write a slash, a point or the end of a name that the published site has no file for either. */
    private static final List<String> ODD = List.of("%2f", "%5c", "%00", "\\", "%2e%2e", "%2e/", "/%2e");

    private final HostNames hosts;
    private final byte[] script;

    Answers(HostNames hosts, byte[] script) {
        this.hosts = hosts;
        this.script = script;
    }

    /**
     * Why a request is not answered with any file; empty where it may be.
     *
     * @param named what it says that the server is called
     */
    Optional<Answer> refusal(String method, List<String> named, URI address) {
        if (named.size() != 1 || !hosts.allow(named.get(0))) {
            return Optional.of(Answer.refused(
                    403,
                    "This preview is called by localhost or by an address in numbers; any other name is refused."));
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Optional.of(Answer.refused(405, "There is nothing here but pages to read."));
        }
        String raw = address.getRawPath() == null ? "" : address.getRawPath();
        boolean climbs = Stream.of(raw.split("/", -1)).anyMatch(part -> part.equals("..") || part.equals("."));
        String folded = raw.toLowerCase(Locale.ROOT);
        if (!raw.startsWith("/") || climbs || ODD.stream().anyMatch(folded::contains)) {
            return Optional.of(Answer.refused(400, "This is no address of a page."));
        }
        return Optional.empty();
    }

    /** The answer to a request that is not refused. */
    Answer answer(String path, Showing showing) {
        if (path.equals(PageScript.PATH)) {
            return Answer.file(path, script);
        }
        Optional<ShownSite> site = showing.site();
        if (site.isEmpty()) {
            return Answer.page(503, waiting());
        }
        String base = site.get().base();
        if (!path.startsWith(base)) {
            return path.equals("/") || (path + "/").equals(base)
                    ? Answer.movedTo(encoded(base))
                    : Answer.refused(404, "The site is at " + base + ", as when it is published; this is outside it.");
        }
        return answer(path, path.substring(base.length()), site.get());
    }

    private static Answer answer(String path, String within, ShownSite site) {
        String file = site.fileAt(path).orElseThrow();
        Optional<byte[]> found = site.file(file);
        if (found.isPresent()) {
            return file.endsWith(".html")
                    ? Answer.page(200, PageScript.addTo(found.get(), site.version(), site.print(path)))
                    : Answer.file(file, found.get());
        }
        if (site.hasFolder(within)) {
            return Answer.movedTo(encoded(path + "/"));
        }
        return site.file(ShownSite.NOT_FOUND)
                .map(page -> Answer.page(404, PageScript.addTo(page, site.version(), site.print(path))))
                .orElse(Answer.refused(404, "The site has no such page."));
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(path, impossible);
        }
    }

    /** What is shown until there is a site: nothing but what is wrong, which the script tells. */
    private static byte[] waiting() {
        String page = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\""
                + " content=\"default-src 'none'; script-src 'self'; connect-src 'self'\">\n"
                + "<title>No site yet</title>\n</head>\n<body>\n<main>\n<h1>No site yet</h1>\n"
                + "<p>It is shown here as soon as it is built.</p>\n</main>\n</body>\n</html>\n";
        return PageScript.addTo(page.getBytes(StandardCharsets.UTF_8), "", "");
    }
}
