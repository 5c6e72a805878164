package dev.archnotes.site.page;

import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.ledger.Expression;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The working of a figure, ready to print.
 *
 * @param symbols the formula in words, piece by piece
 * @param numbers the formula with its values put in
 * @param result the exact result
 */
public record Working(List<Piece> symbols, List<Piece> numbers, String result) {
    /**
     * A piece of a formula.
     *
     * @param text its text
     * @param href where the value stands in the specification, empty for operators and constants
     */
    public record Piece(String text, String href) {
        public boolean isLink() {
            return !href.isEmpty();
        }
    }

    /** The working of a fact as printed on a page, if the fact is computed. */
    public static Optional<Working> of(Fact fact, Variant variant, PagePath page) {
        if (fact.working().isEmpty()) {
            return Optional.empty();
        }
        List<Piece> symbols = new ArrayList<>();
        List<Piece> numbers = new ArrayList<>();
        for (Expression.Token token : fact.working().get().tokens()) {
            Expression.Term term = token.term();
            if (term != null) {
                String place = term.place();
                String href = place.isEmpty() ? "" : page.to(Paths.specification(variant, place));
                symbols.add(new Piece(term.name(), ""));
                numbers.add(new Piece(Numerals.grouped(term.value()), href));
            } else {
                symbols.add(new Piece(token.text(), ""));
                numbers.add(new Piece(token.text(), ""));
            }
        }
        long value = ((FactValue.Whole) fact.value()).value();
        return Optional.of(new Working(symbols, numbers, Numerals.grouped(value)));
    }

    /** Whether the formula is one value that stands elsewhere: its number is then the result, to be printed once. */
    public boolean restates() {
        return numbers.size() == 1 && numbers.get(0).text().equals(result);
    }

    /** The formula and its result in one line of plain text. */
    public String plain() {
        StringBuilder line = new StringBuilder();
        symbols.forEach(piece -> line.append(piece.text()));
        line.append(" = ");
        numbers.forEach(piece -> line.append(piece.text()));
        return restates() ? line.toString() : line.append(" = ").append(result).toString();
    }
}
