package dev.archnotes.site.page;

import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.number.Dates;
import dev.archnotes.model.number.Printed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as a table or fact strip prints it.
 *
 * @param kind what kind of value
 * @param text the number or the words
 * @param unit the number's unit, empty where there is none
 * @param exact the exact value for machines and for hovering, empty where the text says it all
 * @param href where its working stands, empty where there is none
 * @param beyond whether it is stated at a context that is longer than the model can read
 * @param disputed what sources differ about, and where that is told, if they do
 */
public record Cell(
        Kind kind, String text, String unit, String exact, String href, boolean beyond, Optional<Link> disputed) {
    /** What a cell holds. */
    public enum Kind {
        NUMBER,
        WORDS,
        DATE,
        NOT_PUBLISHED,
        NOT_APPLICABLE
    }

    public static final Cell NOT_APPLICABLE = new Cell(Kind.NOT_APPLICABLE, "–", "", "", "");
    public static final Cell NOT_PUBLISHED = new Cell(Kind.NOT_PUBLISHED, "not published", "", "", "");

    /** A value on which sources agree. */
    public Cell(Kind kind, String text, String unit, String exact, String href) {
        this(kind, text, unit, exact, href, false, Optional.empty());
    }

    /** A day; a dash where there is none. */
    public static Cell date(String day) {
        return day.isEmpty() ? NOT_APPLICABLE : new Cell(Kind.DATE, Dates.print(day), "", day, "");
    }

    public static Cell words(String text) {
        return new Cell(Kind.WORDS, text, "", "", "");
    }

    public static Cell number(String text) {
        return new Cell(Kind.NUMBER, text, "", text, "");
    }

    /** The cell of a fact; {@code href} is where its working stands. */
    public static Cell of(Optional<Fact> fact, String href) {
        if (fact.isEmpty()) {
            return NOT_APPLICABLE;
        }
        FactValue value = fact.get().value();
        if (value instanceof FactValue.NotPublished) {
            return NOT_PUBLISHED;
        }
        if (value instanceof FactValue.Figure figure) {
            Printed printed = figure.printed();
            String exact = value instanceof FactValue.Whole whole
                    ? Long.toString(whole.value())
                    : Double.toString(value.sortKey());
            String link = fact.get().working().isPresent() ? href : "";
            return new Cell(Kind.NUMBER, printed.number(), printed.unit(), exact, link);
        }
        String words = value.print();
        boolean date =
                fact.get().path().equals(FactPath.RELEASED) || fact.get().path().equals(FactPath.ANNOUNCED);
        return date ? new Cell(Kind.DATE, Dates.print(words), "", words, "") : words(words);
    }

    /** The same value where sources differ about it. */
    public Cell disputedAt(Optional<Link> place) {
        return place.isEmpty() ? this : new Cell(kind, text, unit, exact, href, beyond, place);
    }

    /** The same value, stated at a context that is longer than the model can read. */
    public Cell beyondContext() {
        return isAbsent() ? this : new Cell(kind, text, unit, exact, href, true, disputed);
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    public boolean isDate() {
        return kind == Kind.DATE;
    }

    public boolean isAbsent() {
        return kind == Kind.NOT_APPLICABLE || kind == Kind.NOT_PUBLISHED;
    }

    public boolean isNotPublished() {
        return kind == Kind.NOT_PUBLISHED;
    }

    public boolean hasWorking() {
        return !href.isEmpty();
    }

    public boolean hasUnit() {
        return !unit.isEmpty();
    }

    /** What to sort by. */
    public String sort() {
        return isAbsent() ? "" : exact.isEmpty() ? text : exact;
    }

    /** All of it as plain text. */
    public String plain() {
        return unit.isEmpty() ? text : text + "\u2009" + unit;
    }

    /**
     * What scripts are to read of this cell.
     *
     * @param value what it stands for
     * @return null where its text says the same
     */
    public @Nullable String unlessSaid(String value) {
        return value.equals(plain()) && disputed.isEmpty() && !beyond ? null : value;
    }
}
