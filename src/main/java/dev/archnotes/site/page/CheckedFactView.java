package dev.archnotes.site.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A checked figure in running text, such as {@code 68.6 KiB a token}: number, unit, and the words behind them.
 *
 * @param number the digits; empty where the fact is words
 * @param unit empty where there is none
 * @param words what follows, with the space before it; all of a fact in words
 * @param href where its working stands
 * @param preview its working in one line
 */
public record CheckedFactView(String number, String unit, String words, String href, String preview) {
    private static final String SPACE = "[ \u00A0\u2009\u202F]*+";
    private static final Pattern FIGURE = Pattern.compile(
            "(\\d[\\d,]*+(?:\\.\\d++)?(?:" + SPACE + "×" + SPACE + "10[⁰¹²³⁴⁵⁶⁷⁸⁹]++)?)" + "(?:" + SPACE
                    + "([KMGT]iB|[kKMGT]?B|[kKMT]|%|×|[MGTP]?FLOPs?+)(?=\\s|$))?+(\\s.*)?",
            Pattern.DOTALL);

    /** The figure as the author wrote it, taken apart. */
    public static CheckedFactView of(String text, String href, String preview) {
        Matcher figure = FIGURE.matcher(text);
        return figure.matches()
                ? new CheckedFactView(
                        figure.group(1), orEmpty(figure.group(2)), orEmpty(figure.group(3)), href, preview)
                : new CheckedFactView("", "", text, href, preview);
    }

    private static String orEmpty(String group) {
        return group == null ? "" : group;
    }

    public boolean isFigure() {
        return !number.isEmpty();
    }

    public boolean hasUnit() {
        return !unit.isEmpty();
    }
}
