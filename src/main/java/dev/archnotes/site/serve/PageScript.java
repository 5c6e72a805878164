package dev.archnotes.site.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The script that reloads a page and shows what is wrong with the notes. It is a file of the server's own, because the
 * content security policy of a page runs nothing else, and a page names it only when it is sent: no page on a disk
 * does.
 */
final class PageScript {
    /** Where the server's own files are; no page of a site has an address that begins so. */
    static final String FOLDER = "/.archnotes/";

    static final String PATH = FOLDER + "serve.js";
    /** Where the script listens. */
    static final String EVENTS = FOLDER + "events";

    private static final byte[] HEAD_END = "</head>".getBytes(StandardCharsets.US_ASCII);
    private static final String RESOURCE = "/web/serve.js";

    private PageScript() {}

    /** The script. */
    static byte[] bytes() throws IOException {
        try (InputStream in = PageScript.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("the jar lacks " + RESOURCE + "; build it again");
            }
            return in.readAllBytes();
        }
    }

    /**
     * A page that loads the script; all else is as it was.
     *
     * @param version the site that the page is of
     * @param print what tells whether the page has changed
     */
    static byte[] addTo(byte[] page, String version, String print) {
        int end = headEnd(page);
        if (end < 0) {
            return page;
        }
        byte[] element = element(version, print).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream with = new ByteArrayOutputStream(page.length + element.length);
        with.write(page, 0, end);
        with.writeBytes(element);
        with.write(page, end, page.length - end);
        return with.toByteArray();
    }

    /** What is put into a page. */
    static String element(String version, String print) {
        return "<script src=\"" + PATH + "\" data-events=\"" + EVENTS + "\" data-version=\"" + version
                + "\" data-page=\"" + print + "\" defer></script>\n";
    }

    private static int headEnd(byte[] page) {
        for (int at = 0; at <= page.length - HEAD_END.length; at++) {
            int same = 0;
            while (same < HEAD_END.length && page[at + same] == HEAD_END[same]) {
                same++;
            }
            if (same == HEAD_END.length) {
                return at;
            }
        }
        return -1;
    }
}
