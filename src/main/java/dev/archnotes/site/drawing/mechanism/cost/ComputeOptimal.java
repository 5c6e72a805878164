package dev.archnotes.site.drawing.mechanism.cost;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.operation.LossFit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Coordinates;
import dev.archnotes.site.drawing.LogScale;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The loss that a budget buys at each size, a valley, above the tokens that each size then sees; the models of the
 * catalogue stand by their own parameters and tokens, not by a loss. Formulas are those of {@link LossFit}.
 *
 * @param models the models whose training tokens are published
 */
public record ComputeOptimal(List<Trained> models) implements MechanismFigure {
    private static final int LEAST = 19;
    private static final int MOST = 26;
    private static final int SERVED_LEAST = 12;
    private static final int SERVED_MOST = 14;

    private static final double LEFT = 44;
    private static final double VALLEYS_TOP = 30;
    private static final double TOKENS_GAP = 44;
    private static final double LOW_LOSS = 1.4;
    private static final double HIGH_LOSS = 3.4;
    private static final double STEP = 6;
    /** How many half lines below its dot a name may stand, and how far aside the line to it may lean. */
    private static final int FARTHEST = 14;

    private static final double LEAD = 24;
    private static final int PROBES = 12;
    private static final double GAP = 4;

    /**
     * A model as it was trained.
     *
     * @param name its name
     * @param parameters the parameters that act on a token
     * @param tokens training tokens
     * @param mixture whether it has further ones
     */
    public record Trained(String name, long parameters, long tokens, boolean mixture) {}

    public ComputeOptimal {
        models = List.copyOf(models);
    }

    /** The figure of some models; those whose tokens are not published are left out. */
    public static ComputeOptimal of(List<Variant> variants) {
        List<Trained> models = new ArrayList<>();
        for (Variant variant : variants) {
            Optional<Long> tokens = variant.training().tokens();
            if (tokens.isPresent()) {
                FactSheet facts = FactSheet.of(variant);
                long active = facts.whole(FactPath.PARAMETERS_ACTIVE_ALL);
                models.add(new Trained(
                        variant.name(), active, tokens.get(), active < facts.whole(FactPath.PARAMETERS_TOTAL)));
            }
        }
        return new ComputeOptimal(models);
    }

    /** The figure that was written so. */
    public static ComputeOptimal read(FigureCode.Reader in) {
        long count = in.number();
        List<Trained> models = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            models.add(new Trained(in.name(), in.number(), in.number(), in.number() == 1));
        }
        return new ComputeOptimal(models);
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.number(models.size());
        for (Trained model : models) {
            out.name(model.name())
                    .number(model.parameters())
                    .number(model.tokens())
                    .number(model.mixture() ? 1 : 0);
        }
    }

    @Override
    public List<Control> controls() {
        List<String> budgets = new ArrayList<>();
        for (int exponent = LEAST; exponent <= MOST; exponent++) {
            budgets.add(power(exponent));
        }
        List<String> served = new ArrayList<>(List.of("0"));
        for (int exponent = SERVED_LEAST; exponent <= SERVED_MOST; exponent++) {
            served.add(power(exponent));
        }
        return List.of(
                new Control("Compute", budgets, 2),
                new Control("Tokens served", served, 0),
                new Control("Fit", List.of("refitted 2024", "published 2022"), 0));
    }

    @Override
    public String invitation() {
        return "Try ten times the compute, then 10¹³ tokens served.";
    }

    private static String power(int exponent) {
        StringBuilder text = new StringBuilder("10");
        String digits = Integer.toString(exponent);
        for (int i = 0; i < digits.length(); i++) {
            text.append("⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(digits.charAt(i) - '0'));
        }
        return text.toString();
    }

    private static double ten(int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    @Override
    public Scene scene(Setting setting, double width) {
        int exponent = LEAST + setting.at(0);
        int served = setting.at(1) == 0 ? 0 : SERVED_LEAST + setting.at(1) - 1;
        LossFit fit = setting.at(2) == 0 ? LossFit.REFITTED : LossFit.PUBLISHED;
        LossFit.Run best = fit.best(ten(exponent));
        LossFit.Run chosen = served == 0 ? best : fit.cheapest(ten(exponent), ten(served));
        Sketch sketch = new Sketch(width);
        Plot plot = new Plot(sketch, fit, exponent, best, chosen);
        double bottom = plot.draw();
        return new Scene(
                sketch.picture(
                        bottom,
                        message(exponent, served, chosen),
                        "Above, the predicted loss over the parameters, a curve for each budget; below, the tokens "
                                + "that each size then sees, and models by their parameters and tokens."),
                reading(exponent, served, best, chosen),
                outline(fit, exponent, chosen));
    }

    private static String message(int exponent, int served, LossFit.Run chosen) {
        return served == 0
                ? power(exponent) + " operations are best spent on " + parameters(chosen) + " parameters and "
                        + tokens(chosen) + " tokens: smaller models learn too little, larger ones see too little"
                : "A model that will serve " + power(served) + " tokens should be smaller, " + parameters(chosen)
                        + ", and see more, " + tokens(chosen) + " tokens";
    }

    private static String reading(int exponent, int served, LossFit.Run best, LossFit.Run chosen) {
        String text = "Lowest loss for " + power(exponent) + " operations: " + parameters(best) + " parameters, "
                + tokens(best) + " tokens, " + ratio(best) + " tokens per parameter.";
        if (served == 0) {
            return text;
        }
        double before = best.compute() + 2 * best.parameters() * ten(served);
        double after = chosen.compute() + 2 * chosen.parameters() * ten(served);
        return text + " With serving, the same loss costs least at " + ratio(chosen) + " tokens per parameter: "
                + Numerals.quotient(Math.round(100 * (1 - after / before)), 1, 0)
                + "\u202F% less for training and serving together.";
    }

    private List<String> outline(LossFit fit, int exponent, LossFit.Run chosen) {
        List<String> lines = new ArrayList<>();
        lines.add("the fit is of one family of runs: its losses are of their data and tokens");
        for (int size = 7; size <= 12; size++) {
            double n = ten(size);
            lines.add("at " + Unit.PARAMETERS.print((long) n) + " parameters " + power(exponent)
                    + " operations buy a loss of "
                    + Coordinates.print(fit.lossAt(ten(exponent), n)));
        }
        lines.add("marked: " + parameters(chosen) + " parameters, " + tokens(chosen) + " tokens, a loss of "
                + Coordinates.print(fit.loss(chosen.parameters(), chosen.tokens())));
        for (Trained model : models) {
            lines.add(model.name() + ": " + Unit.PARAMETERS.print(model.parameters())
                    + (model.mixture() ? " active parameters, " : " parameters, ")
                    + Unit.LARGE_TOKENS.print(model.tokens()) + " tokens");
        }
        return lines;
    }

    private static String parameters(LossFit.Run run) {
        return Unit.PARAMETERS.print(Math.round(run.parameters()));
    }

    private static String tokens(LossFit.Run run) {
        return Unit.LARGE_TOKENS.print(Math.round(run.tokens()));
    }

    private static String ratio(LossFit.Run run) {
        double ratio = run.tokens() / run.parameters();
        return ratio < 10 ? Numerals.quotient(Math.round(ratio * 10), 10, 1) : Numerals.grouped(Math.round(ratio));
    }

    /** Two plots that share the axis of parameters. */
    private final class Plot {
        private final Sketch sketch;
        private final LossFit fit;
        private final int exponent;
        private final LossFit.Run best;
        private final LossFit.Run chosen;
        private final LogScale across;
        private final double valleysEnd;
        private final double tokensTop;
        private final double tokensEnd;
        private final LogScale up;

        private Plot(Sketch sketch, LossFit fit, int exponent, LossFit.Run best, LossFit.Run chosen) {
            this.sketch = sketch;
            this.fit = fit;
            this.exponent = exponent;
            this.best = best;
            this.chosen = chosen;
            double tall = sketch.narrow() ? 170 : 210;
            across = new LogScale(1e7, 1e13, LEFT, sketch.width() - 14);
            valleysEnd = VALLEYS_TOP + tall;
            tokensTop = valleysEnd + TOKENS_GAP;
            tokensEnd = tokensTop + tall;
            up = new LogScale(1e9, 1e14, tokensEnd, tokensTop);
        }

        private double draw() {
            axes();
            for (int each = LEAST; each <= MOST; each++) {
                if (each != exponent) {
                    sketch.canvas().stroke("f-rule", valley(each));
                }
            }
            sketch.canvas().stroke("f-curve", valley(exponent));
            sketch.canvas().stroke("f-curve", budget());
            sketch.canvas().stroke("f-ghost", frontier());
            double x = across.at(chosen.parameters());
            double y = height(fit.loss(chosen.parameters(), chosen.tokens()));
            double bestX = across.at(best.parameters());
            if (chosen != best) {
                sketch.arrow(bestX - 5, y, x + 6, y);
                sketch.canvas().dot("f-made", bestX, y, 4, "");
                sketch.canvas().dot("f-made", bestX, up.at(best.tokens()), 4, "");
            }
            sketch.line("f-ghost", x, y + 6, x, up.at(chosen.tokens()) - 6);
            mark(x, y, ratio(chosen) + " tokens per parameter");
            LossFit.Run least = fit.best(ten(LEAST));
            named(
                    "f-soft",
                    up.at(least.tokens()) + 17,
                    across.at(least.parameters()),
                    Anchor.START,
                    "best split of each budget");
            dots();
            sketch.canvas().dot("f-kept", x, y, 5, "");
            sketch.canvas().dot("f-kept", x, up.at(chosen.tokens()), 5, "");
            return tokensEnd + 42;
        }

        private void mark(double x, double y, String text) {
            double half = TextStyle.FIGURE_STRONG.width(text) / 2;
            // above the curve only where the floor leaves no room below it
            double place = height(fit.floor()) - y > 30 ? y + 19 : y - 12;
            sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, Math.min(x, sketch.width() - half), place, text);
        }

        private void axes() {
            sketch.words(
                    TextStyle.FIGURE,
                    Anchor.START,
                    0,
                    12,
                    "Loss in nats per token; bold: with " + power(exponent) + " operations");
            for (int tick = 2; tick * 0.5 + 1 <= HIGH_LOSS; tick++) {
                double loss = 1 + tick * 0.5;
                sketch.line("f-rule", LEFT - 4, height(loss), LEFT, height(loss));
                sketch.words(
                        "f-soft", TextStyle.FIGURE, Anchor.END, LEFT - 8, height(loss) + 4, Coordinates.print(loss));
            }
            sketch.line("f-ghost", LEFT, height(fit.floor()), sketch.width() - 14, height(fit.floor()));
            named(
                    "f-soft",
                    height(fit.floor()) + 15,
                    LEFT + 8,
                    Anchor.START,
                    "no model falls below " + Coordinates.print(fit.floor()));
            sketch.line("f-rule", LEFT, VALLEYS_TOP, LEFT, valleysEnd);
            sketch.line("f-rule", LEFT, valleysEnd, sketch.width() - 14, valleysEnd);
            sketch.words(
                    TextStyle.FIGURE,
                    Anchor.START,
                    0,
                    tokensTop - 14,
                    "Training tokens; bold: what " + power(exponent) + " operations pay for");
            sketch.line("f-rule", LEFT, tokensTop, LEFT, tokensEnd);
            sketch.line("f-rule", LEFT, tokensEnd, sketch.width() - 14, tokensEnd);
            for (int size = 9; size <= 13; size += 2) {
                double place = up.at(ten(size));
                sketch.line("f-rule", LEFT - 4, place, LEFT, place);
                sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, LEFT - 8, place + 4, rounded(ten(size)));
            }
            for (int size = 7; size <= 13; size += 2) {
                double place = across.at(ten(size));
                sketch.line("f-rule", place, tokensEnd, place, tokensEnd + 4);
                sketch.line("f-rule", place, valleysEnd, place, valleysEnd + 4);
                sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, place, tokensEnd + 18, rounded(ten(size)));
            }
            sketch.words(TextStyle.FIGURE, Anchor.END, sketch.width(), tokensEnd + 36, "parameters (active)");
        }

        /** {@code 10B}: a power of ten without decimals. */
        private String rounded(double power) {
            double value = power;
            int step = 0;
            while (value >= 1000 && step < 4) {
                value /= 1000;
                step++;
            }
            return Long.toString(Math.round(value)) + " KMBT".substring(step, step + 1);
        }

        private double height(double loss) {
            return valleysEnd - (valleysEnd - VALLEYS_TOP) * (loss - LOW_LOSS) / (HIGH_LOSS - LOW_LOSS);
        }

        /** The parameters that stand at a place. */
        private double size(double x) {
            return across.low()
                    * Math.exp((x - across.from())
                            / (across.to() - across.from())
                            * Math.log(across.high() / across.low()));
        }

        private PathData valley(int budget) {
            PathData path = new PathData();
            boolean inside = false;
            for (double x = across.from(); x <= across.to(); x += STEP) {
                double loss = fit.lossAt(ten(budget), size(x));
                if (loss > HIGH_LOSS) {
                    inside = false;
                } else if (inside) {
                    path.line(x, height(loss));
                } else {
                    path.move(x, height(loss));
                    inside = true;
                }
            }
            return path;
        }

        /** Where parameters and tokens together cost the budget. */
        private PathData budget() {
            PathData path = new PathData();
            double product = ten(exponent) / 6;
            double from = Math.max(across.low(), product / up.high());
            double to = Math.min(across.high(), product / up.low());
            return path.move(across.at(from), up.at(product / from)).line(across.at(to), up.at(product / to));
        }

        private PathData frontier() {
            LossFit.Run from = fit.best(ten(LEAST));
            LossFit.Run to = fit.best(ten(MOST));
            return new PathData()
                    .move(across.at(from.parameters()), up.at(from.tokens()))
                    .line(across.at(to.parameters()), up.at(to.tokens()));
        }

        private void dots() {
            for (Trained model : models) {
                double x = across.at(model.parameters());
                double y = up.at(model.tokens());
                sketch.canvas()
                        .dot(
                                model.mixture() ? "f-made f-ffn" : "f-kept f-token",
                                x,
                                y,
                                3.5,
                                model.name() + ": " + Unit.PARAMETERS.print(model.parameters())
                                        + (model.mixture() ? " active, " : ", ")
                                        + Unit.LARGE_TOKENS.print(model.tokens()) + " tokens");
            }
            List<Trained> crowded = new ArrayList<>();
            for (Trained model : models) {
                double x = across.at(model.parameters());
                double y = up.at(model.tokens());
                String name = name(model);
                if (!(isOpen(x, y, name) && named("f-soft", y + 4, x + 8, Anchor.START, name))
                        && !named("f-soft", y + 4, x - 8, Anchor.END, name)
                        && !named("f-soft", y - 8, x, Anchor.MIDDLE, name)
                        && !named("f-soft", y + 17, x, Anchor.MIDDLE, name)) {
                    int place = 0;
                    while (place < crowded.size() && crowded.get(place).parameters() > model.parameters()) {
                        place++;
                    }
                    crowded.add(place, model);
                }
            }
            // from the right, where the room is, so that no line has to pass a name that was there first
            for (Trained model : crowded) {
                nameFarther(across.at(model.parameters()), up.at(model.tokens()), name(model));
            }
        }

        /** Whether a name behind a dot leaves other dots their way down, to names of their own. */
        private boolean isOpen(double x, double y, String name) {
            double right = x + 8 + TextStyle.FIGURE.width(name);
            for (Trained model : models) {
                double dotX = across.at(model.parameters());
                double above = y - up.at(model.tokens());
                if (dotX > x + 8 && dotX < right && above > 0 && above < 2 * Sketch.LINE) {
                    return false;
                }
            }
            return true;
        }

        private String name(Trained model) {
            return model.mixture() && !sketch.narrow() ? model.name() + " (mixture)" : model.name();
        }

        /** Writes the name of a dot in a crowd below it, at the end of a line that crosses no other name. */
        private void nameFarther(double x, double y, String name) {
            for (int row = 0; row <= FARTHEST; row++) {
                double baseline = y + 20 + row * Sketch.LINE / 2;
                for (double aside = -LEAD; aside <= 3 * LEAD; aside += LEAD / 2) {
                    double end = x + aside;
                    if (isFree(x, y, end, baseline - 12)
                            && named("f-soft", baseline, end, aside < 0 ? Anchor.END : Anchor.START, name)) {
                        sketch.line("f-way", x, y + 5, end, baseline - 12);
                        return;
                    }
                }
            }
        }

        /** Whether a line from a dot passes no name and no other dot. */
        private boolean isFree(double fromX, double fromY, double toX, double toY) {
            for (int step = 1; step < PROBES; step++) {
                double x = fromX + (toX - fromX) * step / PROBES;
                double y = fromY + (toY - fromY) * step / PROBES;
                if (!sketch.canvas().isFree(label("", y + 4, x, Anchor.MIDDLE, "."))) {
                    return false;
                }
                for (Trained model : models) {
                    double dotX = across.at(model.parameters());
                    double dotY = up.at(model.tokens());
                    if ((dotX != fromX || dotY != fromY) && Math.hypot(dotX - x, dotY - y) < 6) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** Writes a name where it touches nothing that is written already. */
        private boolean named(String classes, double y, double x, Anchor anchor, String text) {
            Mark.Label label = label(classes, y, x, anchor, text);
            boolean fits = label.left() >= LEFT
                    && label.right() <= sketch.width()
                    && sketch.canvas().isFree(label(classes, y, x - GAP, anchor, text))
                    && sketch.canvas().isFree(label(classes, y, x + GAP, anchor, text))
                    && !coversADot(label);
            if (fits) {
                sketch.canvas().add(label);
            }
            return fits;
        }

        private static Mark.Label label(String classes, double y, double x, Anchor anchor, String text) {
            return new Mark.Label(classes, TextStyle.FIGURE, anchor, x, y, List.of(Run.words(text)));
        }

        private boolean coversADot(Mark.Label label) {
            if (label.top() < tokensTop) {
                return false;
            }
            for (Trained model : models) {
                if (covers(label, across.at(model.parameters()), up.at(model.tokens()))) {
                    return true;
                }
            }
            return covers(label, across.at(chosen.parameters()), up.at(chosen.tokens()))
                    || covers(label, across.at(best.parameters()), up.at(best.tokens()));
        }

        private static boolean covers(Mark.Label label, double x, double y) {
            return x + GAP > label.left()
                    && x - GAP < label.right()
                    && y + GAP > label.top()
                    && y - GAP < label.bottom();
        }
    }
}
