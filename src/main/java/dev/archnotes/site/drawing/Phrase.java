package dev.archnotes.site.drawing;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import java.util.ArrayList;
import java.util.List;

/** A sentence under construction: words and facts of one variant, which may be broken into lines. */
public final class Phrase {
    private final String variant;
    private final List<Run> runs = new ArrayList<>();

    public Phrase(String variant) {
        this.variant = variant;
    }

    public Phrase words(String text) {
        if (!text.isEmpty()) {
            runs.add(Run.words(text));
        }
        return this;
    }

    /** A count as the site prints it, {@code 7,168}. */
    public Phrase count(String path, long value) {
        return fact(path, Long.toString(value), Numerals.grouped(value));
    }

    /** A fact that is a count. */
    public Phrase count(FactPath path, long value) {
        return count(path.text(), value);
    }

    /** A count with its noun, which takes an s where the count is not 1. */
    public Phrase counted(String path, long value, String noun) {
        return count(path, value).words(" " + noun + (value == 1 ? "" : "s"));
    }

    /** A figure in its unit, {@code 11.4B}. */
    public Phrase figure(String path, long value, Unit unit) {
        return fact(path, Long.toString(value), unit.print(value));
    }

    /** A fact in its unit. */
    public Phrase figure(FactPath path, long value, Unit unit) {
        return figure(path.text(), value, unit);
    }

    /** A fact of a sheet with its exact value and its printed form. */
    public Phrase fact(FactPath path, String value, String printed) {
        return fact(path.text(), value, printed);
    }

    /** Any fact with its exact value and its printed form. */
    public Phrase fact(String path, String value, String printed) {
        runs.add(new Run(printed, variant + "/" + path, value));
        return this;
    }

    public Phrase append(Phrase other) {
        runs.addAll(other.runs);
        return this;
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    public List<Run> runs() {
        return List.copyOf(runs);
    }

    public String text() {
        return text(runs);
    }

    public static String text(List<Run> runs) {
        StringBuilder text = new StringBuilder();
        for (Run run : runs) {
            text.append(run.text());
        }
        return text.toString();
    }

    /** The phrase in lines of at most this width, broken between words; a fact is never broken. */
    public List<List<Run>> lines(TextStyle style, double width) {
        List<List<Run>> lines = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        for (List<Run> word : unbreakable()) {
            List<Run> longer = new ArrayList<>(line);
            longer.addAll(word);
            if (!line.isEmpty() && style.width(text(longer).strip()) > width) {
                lines.add(joined(line));
                line = new ArrayList<>(word);
            } else {
                line = longer;
            }
        }
        if (!line.isEmpty()) {
            lines.add(joined(line));
        }
        return List.copyOf(lines);
    }

    /** Pieces between which a line may end: each ends with a space, except the last. */
    private List<List<Run>> unbreakable() {
        List<List<Run>> words = new ArrayList<>();
        List<Run> word = new ArrayList<>();
        for (Run run : runs) {
            if (run.isFact()) {
                word.add(run);
                continue;
            }
            int from = 0;
            for (int space = run.text().indexOf(' ');
                    space >= 0;
                    space = run.text().indexOf(' ', from)) {
                word.add(Run.words(run.text().substring(from, space + 1)));
                words.add(word);
                word = new ArrayList<>();
                from = space + 1;
            }
            if (from < run.text().length()) {
                word.add(Run.words(run.text().substring(from)));
            }
        }
        if (!word.isEmpty()) {
            words.add(word);
        }
        return words;
    }

    /** Neighboring plain runs as one, without space at the line's end. */
    private static List<Run> joined(List<Run> line) {
        List<Run> joined = new ArrayList<>();
        for (Run run : line) {
            int last = joined.size() - 1;
            if (last >= 0 && !run.isFact() && !joined.get(last).isFact()) {
                joined.set(last, Run.words(joined.get(last).text() + run.text()));
            } else {
                joined.add(run);
            }
        }
        int last = joined.size() - 1;
        if (!joined.get(last).isFact()) {
            joined.set(last, Run.words(joined.get(last).text().stripTrailing()));
        }
        return List.copyOf(joined);
    }
}
