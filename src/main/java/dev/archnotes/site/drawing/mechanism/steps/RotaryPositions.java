package dev.archnotes.site.drawing.mechanism.steps;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.PositionEncoding.Rope;
import dev.archnotes.model.attention.RopeScaling;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.operation.RotarySpeeds;
import dev.archnotes.model.operation.RotarySpeeds.Rule;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Coordinates;
import dev.archnotes.site.drawing.LogScale;
import dev.archnotes.site.drawing.PathData;
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
 * Rotary positions as dials: a hand for a pair of dimensions, turned by the distance of query and key; the rim that
 * training has seen; below, the score of two equal vectors over the distance. Formulas are those of
 * {@link RotarySpeeds}.
 *
 * @param own the model's pairs by its own rule
 * @param published whether the makers state the trained length; where not, it is the configured one
 * @param farthest the greatest distance that is drawn
 */
public record RotaryPositions(RotarySpeeds own, boolean published, long farthest) implements MechanismFigure {
    /** A factor to try on a model that was released without one. */
    private static final long FACTOR = 4;

    private static final int DIALS = 8;
    private static final double PITCH = 90;
    private static final double RADIUS = 28;
    private static final double DIALS_TOP = 26;
    private static final double DIAL_ROW = 104;
    private static final double CURVE = 100;
    private static final double LOWEST = -0.25;

    /**
     * The figure of a model: of the layers that rotate and see farthest.
     *
     * @throws IllegalArgumentException where no layer rotates
     */
    public static RotaryPositions of(Variant variant) {
        Optional<Attention> found = Optional.empty();
        for (LayerBlock block : variant.architecture().sequence()) {
            Attention attention = block.attention();
            if (attention.positions().rope().isPresent()
                    && (found.isEmpty() || attention.limit().isEmpty())) {
                found = Optional.of(attention);
            }
        }
        Attention attention =
                found.orElseThrow(() -> new IllegalArgumentException("none of its layers has rotary positions"));
        Rope rope = attention.positions().rope().orElseThrow();
        Optional<RopeScaling> scaling = rope.scaling();
        long context = variant.context().trained().orElse(variant.context().configured());
        long trained = scaling.map(RopeScaling::originalContext)
                .filter(length -> length > 0)
                .orElse(context);
        double factor = scaling.map(RopeScaling::factor).orElse((double) FACTOR);
        long seen = attention.limit().map(limit -> limit.value()).orElse(Long.MAX_VALUE);
        long length = Math.min(trained, seen);
        return new RotaryPositions(
                new RotarySpeeds(
                        rope.base(),
                        rope.rotaryDim(),
                        scaling.map(way -> rule(way.method())).orElse(Rule.NONE),
                        factor,
                        length),
                scaling.isPresent() || variant.context().trained().isPresent(),
                Math.min(Math.round(length * factor), seen));
    }

    private static Rule rule(RopeScaling.Method method) {
        return method == RopeScaling.Method.LINEAR
                ? Rule.LINEAR
                : method == RopeScaling.Method.YARN ? Rule.YARN : Rule.LLAMA3;
    }

    /** The figure that was written so. */
    public static RotaryPositions read(FigureCode.Reader in) {
        return new RotaryPositions(
                new RotarySpeeds(
                        in.number(), in.number(), Rule.values()[(int) in.number()], in.number() / 100.0, in.number()),
                in.number() == 1,
                in.number());
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.number(own.base())
                .number(own.dimensions())
                .number(own.rule().ordinal())
                .number(Math.round(own.factor() * 100))
                .number(own.trained())
                .number(published ? 1 : 0)
                .number(farthest);
    }

    @Override
    public List<Control> controls() {
        List<String> values = new ArrayList<>();
        for (long distance : distances()) {
            values.add(Numerals.grouped(distance));
        }
        List<String> rules = new ArrayList<>();
        for (Rule rule : rules()) {
            rules.add(name(rule));
        }
        return List.of(
                new Control("Distance", values, 2),
                new Control("Scaling", rules, own.rule().ordinal()));
    }

    @Override
    public String invitation() {
        return "Try the greatest distance without scaling, then with.";
    }

    private List<Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(Rule.NONE, Rule.LINEAR, Rule.NTK, Rule.YARN));
        if (own.rule() == Rule.LLAMA3) {
            rules.add(Rule.LLAMA3);
        }
        return rules;
    }

    private static String name(Rule rule) {
        switch (rule) {
            case NONE:
                return "none";
            case LINEAR:
                return "linear";
            case NTK:
                return "NTK";
            case YARN:
                return "YaRN";
            default:
                return "Llama 3";
        }
    }

    /** Powers of four below the trained length, the length itself, and the farthest. */
    private List<Long> distances() {
        List<Long> distances = new ArrayList<>();
        for (long distance = 1; distance < own.trained(); distance *= 4) {
            distances.add(distance);
        }
        distances.add(own.trained());
        if (farthest > own.trained()) {
            distances.add(farthest);
        }
        return distances;
    }

    /** The pair of a dial: evenly from the fastest to the slowest, the first is 0. */
    int pair(int dial) {
        return (int) Math.round(dial * (own.pairs() - 1.0) / (DIALS - 1));
    }

    /** Turns that a pair made within the trained length before any scaling. */
    private double met(int pair) {
        return own.by(Rule.NONE).turns(pair, own.trained());
    }

    /** Whether a hand stands where training never had it. */
    boolean isUnseen(RotarySpeeds speeds, int pair, long distance) {
        double turns = speeds.turns(pair, distance);
        return turns - Math.floor(turns) > met(pair) + 1e-9;
    }

    @Override
    public Scene scene(Setting setting, double width) {
        long distance = distances().get(setting.at(0));
        RotarySpeeds speeds = own.by(rules().get(setting.at(1)));
        Sketch sketch = new Sketch(width);
        int inRow = sketch.narrow() ? DIALS / 2 : DIALS;
        sketch.words(TextStyle.FIGURE, Anchor.START, 0, 12, "fastest of " + own.pairs() + " pairs");
        double bottom = DIALS_TOP + DIALS / inRow * DIAL_ROW;
        if (sketch.narrow()) {
            sketch.words(TextStyle.FIGURE, Anchor.END, width, bottom, "slowest pair");
        } else {
            sketch.words(TextStyle.FIGURE, Anchor.END, width, 12, "slowest pair");
        }
        for (int dial = 0; dial < DIALS; dial++) {
            drawDial(
                    sketch,
                    speeds,
                    pair(dial),
                    distance,
                    PITCH * (dial % inRow) + PITCH / 2,
                    DIALS_TOP + DIAL_ROW * (dial / inRow) + RADIUS);
        }
        double below = sketch.paragraph(
                TextStyle.FIGURE,
                0,
                bottom + (sketch.narrow() ? 24 : 10),
                width - 12,
                "Hand: the key as the query sees it. Thick rim: angles met in training. λ: tokens for a full turn.");
        double end = drawCurve(sketch, speeds, distance, below + 10);
        return new Scene(
                sketch.picture(
                        end,
                        message(speeds, distance),
                        "Eight dials, one for a pair of dimensions each, with the angle between a query and a key "
                                + Numerals.grouped(distance)
                                + " tokens apart; below, the score of two equal vectors over their distance."),
                reading(speeds),
                outline(speeds, distance));
    }

    private void drawDial(Sketch sketch, RotarySpeeds speeds, int pair, long distance, double x, double y) {
        double turns = speeds.turns(pair, distance);
        double part = turns - Math.floor(turns);
        boolean unseen = isUnseen(speeds, pair, distance);
        String color = unseen ? " f-ffn" : " f-position";
        sketch.canvas().dot("f-dial", x, y, RADIUS, "");
        sketch.canvas()
                .stroke(
                        "f-pale" + color,
                        arc(new PathData().move(x, y), x, y, RADIUS - 5, part, true)
                                .close());
        if (met(pair) >= 1) {
            sketch.canvas().dot("f-curve f-rim f-position", x, y, RADIUS, "");
        } else {
            sketch.canvas().stroke("f-curve f-rim f-position", arc(new PathData(), x, y, RADIUS, met(pair), false));
        }
        double angle = 2 * Math.PI * part;
        sketch.line("f-way", x, y, x, y - RADIUS + 5);
        sketch.line("f-now" + color, x, y, x + (RADIUS - 5) * Math.sin(angle), y - (RADIUS - 5) * Math.cos(angle));
        sketch.words(TextStyle.FIGURE_STRONG, Anchor.MIDDLE, x, y + RADIUS + 17, turned(turns));
        sketch.words(
                unseen ? "f-ink" + color : "f-soft",
                TextStyle.FIGURE,
                Anchor.MIDDLE,
                x,
                y + RADIUS + 33,
                unseen ? "never met" : "λ " + length(speeds.wavelength(pair)));
    }

    /** Clockwise from the top: quadratic arcs of at most a sixteenth of a turn. */
    private static PathData arc(PathData path, double x, double y, double radius, double turns, boolean joined) {
        if (joined) {
            path.line(x, y - radius);
        } else {
            path.move(x, y - radius);
        }
        int steps = Math.max(1, (int) Math.ceil(turns * 16));
        double step = 2 * Math.PI * turns / steps;
        double outer = radius / Math.cos(step / 2);
        for (int i = 1; i <= steps; i++) {
            double middle = step * (i - 0.5);
            path.corner(
                    x + outer * Math.sin(middle),
                    y - outer * Math.cos(middle),
                    x + radius * Math.sin(step * i),
                    y - radius * Math.cos(step * i));
        }
        return path;
    }

    private double drawCurve(Sketch sketch, RotarySpeeds speeds, long distance, double top) {
        double width = sketch.width();
        double left = 22;
        LogScale across = new LogScale(1, farthest, left, width - 6);
        double base = top + 40 + CURVE;
        double zero = height(0, base);
        sketch.words(TextStyle.FIGURE, Anchor.START, 0, top + 12, "Score of two equal vectors, by tokens apart");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, left - 6, height(1, base) + 4, "1");
        sketch.words("f-soft", TextStyle.FIGURE, Anchor.END, left - 6, zero + 4, "0");
        sketch.line("f-rule", left, zero, width - 6, zero);
        sketch.line("f-rule", left, height(1, base), left, base);
        if (own.trained() < farthest || speeds.trained() == farthest) {
            double x = across.at(own.trained());
            sketch.line("f-ghost", x, top + 34, x, base);
            sketch.words(
                    "f-soft",
                    TextStyle.FIGURE,
                    Anchor.END,
                    Math.min(width, x + 40),
                    top + 30,
                    lengthName() + " " + Numerals.grouped(own.trained()));
        }
        if (speeds.rule() != Rule.NONE) {
            sketch.canvas().stroke("f-ghost", curve(own.by(Rule.NONE), across, base));
        }
        sketch.canvas().stroke("f-curve f-position", curve(speeds, across, base));
        double x = across.at(distance);
        double y = height(speeds.score(distance), base);
        sketch.line("f-now f-position", x, y + 7, x, base);
        sketch.canvas().dot("f-kept f-position", x, y, 4, "");
        boolean right = x < width - 60;
        sketch.words(
                TextStyle.FIGURE_STRONG,
                right ? Anchor.START : Anchor.END,
                right ? x + 8 : x,
                Math.min(y - (right ? 8 : 20), zero - 12),
                signed(speeds.score(distance)));
        double free = Double.NEGATIVE_INFINITY;
        for (long tick = 1; tick <= farthest; tick *= 16) {
            String text = Numerals.grouped(tick);
            double half = TextStyle.FIGURE.width(text) / 2;
            double place = Math.min(across.at(tick), width - half);
            if (place - half > free) {
                sketch.line("f-rule", across.at(tick), base, across.at(tick), base + 4);
                sketch.words("f-soft", TextStyle.FIGURE, Anchor.MIDDLE, place, base + 18, text);
                free = place + half + 8;
            }
        }
        return base + 26;
    }

    private String lengthName() {
        return published ? "trained:" : "configured:";
    }

    private static double height(double score, double base) {
        return base - CURVE * (score - LOWEST) / (1 - LOWEST);
    }

    private static PathData curve(RotarySpeeds speeds, LogScale across, double base) {
        PathData path = new PathData();
        long last = 0;
        double ratio = Math.log(across.high()) / (across.to() - across.from());
        double step = across.to() < 400 ? 2 : 3;
        for (double x = across.from(); x <= across.to(); x += step) {
            long distance = Math.round(Math.exp((x - across.from()) * ratio));
            if (distance == last) {
                continue;
            }
            double y = height(Math.max(LOWEST, speeds.score(distance)), base);
            if (last == 0) {
                path.move(across.at(distance), y);
            } else {
                path.line(across.at(distance), y);
            }
            last = distance;
        }
        return path;
    }

    private String message(RotarySpeeds speeds, long distance) {
        int gone = speeds.turning(distance);
        int still = 0;
        int unseen = 0;
        for (int pair = 0; pair < own.pairs(); pair++) {
            still += speeds.turns(pair, distance) < 1 / 16.0 ? 1 : 0;
            unseen += isUnseen(speeds, pair, distance) ? 1 : 0;
        }
        String scaled = speeds.rule() == Rule.NONE
                ? ""
                : " with " + name(speeds.rule()) + " scaling by " + Coordinates.print(own.factor());
        String apart = Numerals.grouped(distance) + (distance == 1 ? " token" : " tokens") + " apart" + scaled + ", ";
        if (unseen > 0) {
            return apart + unseen + " of " + own.pairs() + " hands point where training never had them";
        }
        if (distance > own.trained()) {
            return apart + "every hand points where training has had it"
                    + (speeds.rule() == Rule.NONE
                            ? ""
                            : speeds.rule() == Rule.LINEAR
                                    ? ", and the fast ones are slower too"
                                    : ", and the fast ones keep their speed");
        }
        int telling = own.pairs() - gone - still;
        if (gone == 0) {
            return apart + "only the " + telling + " fastest of " + own.pairs()
                    + " hands have moved: they tell near tokens apart";
        }
        if (still == 0) {
            return apart + gone + " of " + own.pairs() + " hands have gone round and repeat; the " + telling
                    + " slowest still tell far tokens apart";
        }
        return apart + gone + " of " + own.pairs() + " hands have gone round and repeat, " + still
                + " have hardly moved; the " + telling + " between tell this distance";
    }

    private String reading(RotarySpeeds speeds) {
        int turning = speeds.turning(own.trained());
        return "Of " + own.pairs() + " pairs the fastest turns once in " + length(speeds.wavelength(0))
                + " tokens, the slowest once in " + length(speeds.wavelength(own.pairs() - 1)) + "; " + turning
                + (turning == 1 ? " turns" : " turn") + " more than once within the "
                + (published ? "trained" : "configured") + " length of " + Numerals.grouped(own.trained())
                + " tokens.";
    }

    private List<String> outline(RotarySpeeds speeds, long distance) {
        List<String> lines = new ArrayList<>();
        for (int dial = 0; dial < DIALS; dial++) {
            int pair = pair(dial);
            lines.add("pair " + pair + ": a full turn in " + length(speeds.wavelength(pair)) + " tokens; "
                    + turned(speeds.turns(pair, distance)) + " at this distance"
                    + (isUnseen(speeds, pair, distance) ? ", never met in training" : ""));
        }
        lines.add("score of two equal vectors at this distance, the mean cosine of all " + own.pairs() + " pairs: "
                + signed(speeds.score(distance)));
        lines.add("hardly moved: less than a sixteenth of a turn");
        return lines;
    }

    private static String turned(double turns) {
        if (turns >= 10) {
            return Unit.LARGE_TOKENS.print((long) turns) + " turns";
        }
        if (turns >= 1) {
            return Numerals.quotient(Math.round(turns * 10), 10, 1) + " turns";
        }
        double degrees = turns * 360;
        return degrees < 0.1
                ? "< 0.1°"
                : degrees < 10
                        ? Numerals.quotient(Math.round(degrees * 10), 10, 1) + "°"
                        : Numerals.grouped(Math.round(degrees)) + "°";
    }

    /** A wavelength in three digits. */
    private static String length(double tokens) {
        return tokens < 1000
                ? Numerals.threeDigits(Math.round(tokens * 100), 100)
                : Unit.LARGE_TOKENS.print(Math.round(tokens));
    }

    private static String signed(double score) {
        return (score < -0.005 ? "−" : "") + Numerals.quotient(Math.round(Math.abs(score) * 100), 100, 2);
    }
}
