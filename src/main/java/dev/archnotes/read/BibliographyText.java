package dev.archnotes.read;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;

/** The LaTeX of a bibliography as plain text. */
final class BibliographyText {

    private BibliographyText() {}

    /** Without braces, with {@code \"o} as ö, without line breaks. */
    static String plain(String latex) {
        String text = latex;
        if (latex.indexOf('\\') >= 0) {
            try {
                text = new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(latex)));
            } catch (ParseException | TokenMgrException unknownCommand) {
                text = latex;
            }
        }
        return text.replace("{", "").replace("}", "").replace('~', '\u00A0').replaceAll("\\s+", " ").strip();
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
