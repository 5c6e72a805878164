package dev.archnotes.site.page;

import dev.archnotes.model.number.Printed;
import dev.archnotes.model.number.PrintedNumber;
import java.util.Optional;

/**
 * A checked figure in running text, such as {@code 68.6 KiB a token}: number, unit, and the words behind them.
 *
 * @param number the digits; empty where the fact is words
 * @param unit empty where there is none
 * @param words what follows, with the space before it; all of a fact in words
 * @param href where its working stands
 * @param per where the working of the fact stands by which it is divided; empty where it is no ratio
 */
public record CheckedFactView(String number, String unit, String words, String href, String per) {
    /** The figure as the author wrote it, taken apart. */
    public static CheckedFactView of(String text, String href, String per) {
        Optional<Printed> figure = PrintedNumber.parse(text, false).map(PrintedNumber::printed);
        String words =
                figure.map(printed -> text.substring(printed.text().length())).orElse(text);
        boolean apart = figure.isPresent() && (words.isEmpty() || Character.isWhitespace(words.charAt(0)));
        return apart
                ? new CheckedFactView(figure.get().number(), figure.get().unit(), words, href, per)
                : new CheckedFactView("", "", text, href, per);
    }

    public boolean isFigure() {
        return !number.isEmpty();
    }

    public boolean hasUnit() {
        return !unit.isEmpty();
    }
}
