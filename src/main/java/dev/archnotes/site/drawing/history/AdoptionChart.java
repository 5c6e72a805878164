package dev.archnotes.site.drawing.history;

import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is read at a glance of a family tree: a row for each of the mechanisms that most of the described models took
 * up, a column for each of these models in order of time, and no curves. Where a mechanism comes from and who else used
 * it is for the whole tree to tell.
 */
public final class AdoptionChart {
    /** As many rows as one can keep apart. */
    private static final int MOST = 12;

    /** As many as one sentence can name. */
    private static final int MOST_NAMED = 4;

    /** Of fewer models nothing is common. */
    private static final int FEWEST = 4;

    private static final double PITCH = 22;
    private static final double SLANT = 62;

    /** The columns of a phone are closer than slanted names can stand, and there is no room for years. */
    private static final double UPRIGHT = 90;

    private static final double YEAR = 34;

    /** What the name of a mechanism may take of the width. */
    private static final double LONGEST_NAME = 0.45;

    private final List<HistoryLine> mechanisms;
    private final List<String> models;
    private final double width;
    private final boolean narrow;
    private final double slant;
    private final Canvas canvas = new Canvas();
    private final Map<String, Double> columns = new HashMap<>();
    private double left;
    private double head;

    private AdoptionChart(List<HistoryLine> mechanisms, List<String> models, double width) {
        this.mechanisms = mechanisms;
        this.models = models;
        this.width = width;
        this.narrow = width <= ByWidth.NARROW;
        this.slant = narrow ? UPRIGHT : SLANT;
    }

    /** The chart of a family tree. */
    public static ByWidth of(List<HistoryLine> mechanisms) {
        List<HistoryLine> shown = mechanisms.stream()
                .sorted(Comparator.comparingInt(
                                (HistoryLine mechanism) -> -described(mechanism).size())
                        .thenComparing(mechanisms::indexOf))
                .filter(mechanism -> !described(mechanism).isEmpty())
                .limit(MOST)
                .toList();
        List<HistoryLine> ordered = new ArrayList<>();
        TreeParts.of(mechanisms.stream().filter(shown::contains).toList()).forEach(ordered::addAll);
        List<String> models = Moment.of(mechanisms).stream()
                .filter(Moment::described)
                .map(Moment::by)
                .toList();
        return ByWidth.of(width -> new AdoptionChart(ordered, models, width).picture());
    }

    /**
     * What the chart shows, in a sentence: the mechanisms that at least three quarters of the models use. Empty where
     * there is none, or hardly a model.
     */
    public static Optional<String> finding(List<HistoryLine> mechanisms) {
        long models = Moment.of(mechanisms).stream().filter(Moment::described).count();
        List<HistoryLine> common = mechanisms.stream()
                .filter(mechanism -> 4 * users(mechanism) >= 3 * models)
                .sorted(Comparator.comparingLong(mechanism -> -users(mechanism)))
                .limit(MOST_NAMED)
                .toList();
        if (common.isEmpty() || models < FEWEST) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (HistoryLine mechanism : common) {
            names.add(names.isEmpty() ? mechanism.name() : withinSentence(mechanism.name()));
        }
        int last = names.size() - 1;
        String named = last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
        return Optional.of(named + (last == 0 ? ": in " : ": each in at least ") + users(common.get(last)) + " of "
                + models + " models");
    }

    /** {@code grouped-query} for {@code Grouped-query}; {@code RoPE} as it is. */
    private static String withinSentence(String name) {
        String rest = name.substring(1);
        return rest.equals(rest.toLowerCase(Locale.ROOT)) ? name.substring(0, 1).toLowerCase(Locale.ROOT) + rest : name;
    }

    /** How many of the described models use a mechanism and have not given it up. */
    private static long users(HistoryLine mechanism) {
        Map<String, HistoryLine.Kind> lastStep = new HashMap<>();
        described(mechanism).forEach(step -> lastStep.put(step.by(), step.kind()));
        return lastStep.values().stream()
                .filter(kind -> kind != HistoryLine.Kind.DROPPED)
                .count();
    }

    private static List<HistoryLine.Step> described(HistoryLine mechanism) {
        return mechanism.steps().stream().filter(HistoryLine.Step::described).toList();
    }

    private Picture picture() {
        measure();
        drawHeads();
        double bottom = drawRows();
        drawKey(bottom + 26);
        return new Picture(
                "chart adoption-chart",
                width,
                bottom + 32,
                "Mechanisms of the models described here, by date",
                "A row for each of the " + mechanisms.size()
                        + " mechanisms that most of the models took up, and a "
                        + "column for each model from the oldest to the newest. A dot stands where a model uses the "
                        + "mechanism, a cross where it gave it up.",
                canvas.marks());
    }

    private void measure() {
        double names = 0;
        for (HistoryLine mechanism : mechanisms) {
            names = Math.max(names, TextStyle.NAME.width(name(mechanism)));
        }
        left = Math.ceil(names + (narrow ? 8 : YEAR + 14));
        double overhang = 0;
        for (String model : models) {
            double length = TextStyle.STRONG.width(TreeParts.model(model, TextStyle.STRONG));
            head = Math.max(head, length * Math.sin(Math.toRadians(slant)));
            overhang = length * Math.cos(Math.toRadians(slant));
        }
        head = Math.ceil(head + 12);
        double pitch = (width - left - Math.max(8, overhang - 6)) / Math.max(1, models.size());
        for (int i = 0; i < models.size(); i++) {
            columns.put(models.get(i), (double) Math.round(left + pitch * (i + 0.5)));
        }
    }

    private String name(HistoryLine mechanism) {
        return TextStyle.NAME.fitted(mechanism.name(), LONGEST_NAME * width);
    }

    private double drawRows() {
        double y = head;
        for (List<HistoryLine> part : TreeParts.of(mechanisms)) {
            for (HistoryLine mechanism : part) {
                drawRow(mechanism, y + PITCH / 2);
                y += PITCH;
            }
            y += 6;
        }
        return y - 6;
    }

    private void drawRow(HistoryLine mechanism, double y) {
        Mark name = new Mark.Label("", TextStyle.NAME, Anchor.START, 0, y + 4, List.of(Run.words(name(mechanism))));
        canvas.add(mechanism.href().isEmpty() ? name : new Mark.Group("c-link", mechanism.href(), List.of(name)));
        if (!narrow) {
            canvas.text(
                    TextStyle.TICK,
                    Anchor.END,
                    left - 8,
                    y + 4,
                    mechanism.introduction().date().substring(0, 4));
        }
        List<HistoryLine.Step> steps = described(mechanism);
        double first = place(steps.get(0));
        double last = mechanism.end().isPresent() ? place(steps.get(steps.size() - 1)) : first;
        for (HistoryLine.Step step : steps) {
            last = Math.max(last, place(step));
        }
        List<Mark> marks = new ArrayList<>();
        marks.addAll(new Canvas()
                .stroke("f-used", new PathData().move(first, y).horizontal(last))
                .marks());
        for (HistoryLine.Step step : steps) {
            Canvas shape = new Canvas();
            TreeLines.draw(shape, step.kind(), Certainty.STATED, place(step), y);
            marks.add(new Mark.Group("f-mark", step.href(), step.tooltip(), shape.marks()));
        }
        canvas.add(new Mark.Group(mechanism.part().cssClass(), "", marks));
    }

    private double place(HistoryLine.Step step) {
        return Moment.place(columns, step.by());
    }

    private void drawHeads() {
        double bottom = head
                + PITCH * mechanisms.size()
                + 6.0 * (TreeParts.of(mechanisms).size() - 1);
        PathData grid = new PathData();
        for (String model : models) {
            double x = Moment.place(columns, model);
            grid.move(x, head - 4).vertical(bottom);
            String name = TreeParts.model(model, TextStyle.STRONG);
            canvas.add(new Mark.Turned("f-described", TextStyle.STRONG, x + (narrow ? 4 : 3), head - 8, -slant, name));
        }
        canvas.stroke("f-column", grid);
    }

    private void drawKey(double y) {
        double x = 0;
        x = key(HistoryLine.Kind.ADOPTED, "uses it", x, y);
        x = key(HistoryLine.Kind.DROPPED, "gave it up", x, y);
        if (!narrow) {
            canvas.text(TextStyle.SMALL, Anchor.START, x, y, "year: when it was introduced");
        }
    }

    private double key(HistoryLine.Kind kind, String words, double x, double y) {
        TreeLines.draw(canvas, kind, Certainty.STATED, x + 6, y - 4);
        canvas.text(TextStyle.SMALL, Anchor.START, x + 16, y, words);
        return x + 16 + TextStyle.SMALL.width(words) + 18;
    }
}
