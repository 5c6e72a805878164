package dev.archnotes.drawing;

import java.util.List;

/** Draws the adoption chart. The years from 2023 on take more room: most adoptions fall there. */
final class AdoptionPicture {
    private static final int DENSE = 2023;
    private static final double DENSE_WEIGHT = 2.4;

    private final List<Mechanism> mechanisms;
    private final int first;
    private final int last;
    private final double width;
    private final boolean wide;
    private final double left;
    private final double right;
    private final double pitch;
    private final Canvas canvas = new Canvas();

    AdoptionPicture(List<Mechanism> mechanisms, int first, int last, double width) {
        this.mechanisms = mechanisms;
        this.first = first;
        this.last = last;
        this.width = width;
        this.wide = width > ByWidth.NARROW;
        double names = 0;
        for (Mechanism mechanism : mechanisms) {
            names = Math.max(names, TextStyle.NAME.width(mechanism.name()));
        }
        this.left = wide ? names + 16 : 6;
        this.right = width - (wide ? 16 : 10);
        this.pitch = wide ? 27 : 38;
    }

    private double at(double year) {
        double inside = Math.max(first, Math.min(last + 1.0, year));
        double total = weight(last + 1.0);
        return left + (right - left) * weight(inside) / total;
    }

    private double weight(double year) {
        return year <= DENSE ? year - first : DENSE - first + (year - DENSE) * DENSE_WEIGHT;
    }

    Picture picture() {
        double top = 44;
        double bottom = top + pitch * mechanisms.size();
        drawYears(top, bottom);
        drawKey();
        for (int i = 0; i < mechanisms.size(); i++) {
            drawMechanism(mechanisms.get(i), top + pitch * i + (wide ? 16 : 28));
        }
        return new Picture("chart adoption-chart", width, bottom + 24, "Which mechanism was used when",
                "A thin line runs from a mechanism's publication to its first use in a large model, a thick one while models take it up; "
                        + "filled marks are models that this site describes, crosses those that gave it up.",
                canvas.marks());
    }

    private void drawYears(double top, double bottom) {
        PathData grid = new PathData();
        for (int year = first; year <= last; year++) {
            grid.move(at(year), top - 4).vertical(bottom + 4);
            double middle = (at(year) + at(year + 1)) / 2;
            boolean brief = at(year + 1) - at(year) < 30;
            canvas.text(TextStyle.TICK, Anchor.MIDDLE, middle, bottom + 18, brief ? "’" + Integer.toString(year).substring(2) : Integer.toString(year));
        }
        canvas.stroke("c-grid", grid);
    }

    private void drawKey() {
        double x = 6;
        canvas.dot("a-start", x, 10, 3.4, "");
        x = after("published", x);
        canvas.dot("a-mark", x, 10, 3, "");
        x = after("taken up", x);
        canvas.dot("a-mark a-described", x, 10, 4, "");
        x = after("by a model described here", x);
        double second = wide ? x : 6;
        double y = wide ? 10 : 27;
        cross(second, y);
        canvas.text(TextStyle.SMALL, Anchor.START, second + 10, y + 4, "given up by a model");
    }

    private double after(String words, double x) {
        canvas.text(TextStyle.SMALL, Anchor.START, x + 9, 14, words);
        return x + 9 + TextStyle.SMALL.width(words) + 16;
    }

    private void drawMechanism(Mechanism mechanism, double y) {
        Canvas row = new Canvas();
        row.text("", TextStyle.NAME, wide ? Anchor.END : Anchor.START, wide ? left - 14 : 0, wide ? y + 4 : y - 11, List.of(Run.words(mechanism.name())));
        canvas.add(new Mark.Group("c-link", mechanism.href(), row.marks()));
        double start = at(Dates.year(mechanism.introduced().date()));
        double used = mechanism.adopted().isEmpty() ? at(last + 1.0) : at(Dates.year(mechanism.adopted().get(0).date()));
        double stop = mechanism.abandoned() ? at(Dates.year(mechanism.dropped().get(mechanism.dropped().size() - 1).date())) : at(last + 1.0);
        Canvas line = new Canvas();
        line.stroke("a-known", new PathData().move(start, y).horizontal(used), "");
        line.stroke("a-used", new PathData().move(used, y).horizontal(stop), "");
        if (!mechanism.abandoned()) {
            line.stroke("a-on", new PathData().move(stop, y - 4.5).line(stop + 7, y).line(stop, y + 4.5).close(), "");
        }
        boolean earlier = Dates.year(mechanism.introduced().date()) < first;
        line.dot("a-start", start, y, 3.4, say(mechanism.introduced()) + (earlier ? " (before the first year shown)" : ""));
        for (Adoption adoption : mechanism.adopted()) {
            line.dot(adoption.described() ? "a-mark a-described" : "a-mark", at(Dates.year(adoption.date())), y, adoption.described() ? 4 : 3, say(adoption));
        }
        canvas.add(new Mark.Group("part-" + mechanism.part(), "", line.marks()));
        for (Adoption adoption : mechanism.dropped()) {
            cross(at(Dates.year(adoption.date())), y);
        }
    }

    private static String say(Adoption adoption) {
        return adoption.by() + ", " + Dates.day(adoption.date());
    }

    private void cross(double x, double y) {
        canvas.stroke("a-drop", new PathData().move(x - 4, y - 4).line(x + 4, y + 4).move(x - 4, y + 4).line(x + 4, y - 4));
    }
}
