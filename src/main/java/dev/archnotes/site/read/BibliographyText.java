package dev.archnotes.site.read;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;

/** The LaTeX of a bibliography as plain text. */
final class BibliographyText {
    private static final Pattern ESCAPED = Pattern.compile("\\\\([&%#_$])");
    private static final char PERCENT = '\uE000';

    private BibliographyText() {}

    /** Without braces, with {@code \"o} as ö, without line breaks. */
    static String plain(String latex) {
        String text = ESCAPED.matcher(latex).replaceAll("$1");
        if (text.indexOf('\\') >= 0) {
            try {
                // a bare percent sign would begin a comment
                text = new LaTeXPrinter()
                        .print(new LaTeXParser().parse(new StringReader(text.replace('%', PERCENT))))
                        .replace(PERCENT, '%');
            } catch (ParseException | TokenMgrException unknownCommand) {
                return text;
            }
        }
        return text.replace("{", "")
                .replace("}", "")
                .replace('~', '\u00A0')
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** The parts between a separator that stands outside braces. */
    static List<String> split(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0 && text.startsWith(separator, i)) {
                parts.add(text.substring(start, i));
                start = i + separator.length();
                i = start - 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
