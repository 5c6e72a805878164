package dev.archnotes.site.render;

import dev.archnotes.site.content.Language;
import dev.archnotes.site.label.Label;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers the figures and tables of a page in the order in which they stand on it, which only the finished page knows:
 * {@code <a class="object" href="#fig:heads">Figure</a>} reads "Figure 3".
 */
final class ObjectNumbers {
    private static final byte[] LINK = "<a class=\"object\" href=\"#".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "</a>".getBytes(StandardCharsets.US_ASCII);

    private ObjectNumbers() {}

    /** A page with numbered figures and tables, named in its language; both in UTF-8. */
    static byte[] number(byte[] html, Language language) {
        ByteArrayOutputStream numbered = new ByteArrayOutputStream(html.length + 1024);
        int copied = 0;
        int figures = 0;
        int tables = 0;
        for (int link = indexOf(html, LINK, 0); link >= 0; link = indexOf(html, LINK, copied)) {
            int words = indexOf(html, new byte[] {'>'}, link) + 1;
            int end = indexOf(html, END, words);
            if (words == 0 || end < 0) {
                break;
            }
            boolean table = new String(html, words, end - words, StandardCharsets.UTF_8).equals("Table");
            String name = (table ? Label.TABLE : Label.FIGURE).in(language) + "\u00A0" + (table ? ++tables : ++figures);
            numbered.write(html, copied, words - copied);
            numbered.writeBytes(name.getBytes(StandardCharsets.UTF_8));
            copied = end;
        }
        numbered.write(html, copied, html.length - copied);
        return numbered.toByteArray();
    }

    private static int indexOf(byte[] text, byte[] part, int from) {
        for (int i = from; i <= text.length - part.length; i++) {
            if (text[i] == part[0] && Arrays.equals(text, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        return -1;
    }
}
