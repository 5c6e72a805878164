package dev.archnotes.site.drawing.mechanism.cost;

import dev.archnotes.model.ledger.Accelerator;
import dev.archnotes.model.ledger.BatchCost;
import dev.archnotes.model.ledger.DecodeStep;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.Sketch;
import java.util.ArrayList;
import java.util.List;

/**
 * Steps of decoding under the roof of an accelerator: the rate that it can reach at a number of operations for each
 * byte read (roofline model, doi:10.1145/1498765.1498785).
 *
 * @param models the models, in the order of the note
 */
public record Roofline(List<Model> models) implements MechanismFigure {
    static final Accelerator ACCELERATOR = Accelerator.H100;

    private static final int BATCHES = 10;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 17;
    private static final int START = 12;

    public Roofline {
        models = List.copyOf(models);
    }

    /**
     * A model that decodes.
     *
     * @param name its name
     * @param context the longest context that its makers claim
     * @param step what a step costs
     */
    public record Model(String name, long context, DecodeStep step) {
        boolean sparse() {
            return step.weights().experts() > 0;
        }
    }

    /** The figure of models. */
    public static Roofline of(List<Variant> variants) {
        List<Model> models = new ArrayList<>();
        for (Variant variant : variants) {
            long context = Math.max(
                    variant.context().configured(), variant.context().extended().orElse(0L));
            models.add(new Model(variant.name(), context, DecodeStep.of(variant.architecture())));
        }
        return new Roofline(models);
    }

    /** The figure that was written so. */
    public static Roofline read(FigureCode.Reader in) {
        List<Model> models = new ArrayList<>();
        for (long left = in.number(); left > 0; left--) {
            String name = in.name();
            long context = in.number();
            BatchCost weights = new BatchCost(in.number(), in.number(), in.number(), in.number(), in.number());
            List<DecodeStep.Cache> caches = new ArrayList<>();
            for (long more = in.number(); more > 0; more--) {
                caches.add(new DecodeStep.Cache(in.number(), in.number(), in.number()));
            }
            models.add(new Model(name, context, new DecodeStep(weights, caches)));
        }
        return new Roofline(models);
    }

    @Override
    public void write(FigureCode.Writer out) {
        out.number(models.size());
        for (Model model : models) {
            BatchCost weights = model.step().weights();
            out.name(model.name())
                    .number(model.context())
                    .number(weights.experts())
                    .number(weights.perToken())
                    .number(weights.routedBytes())
                    .number(weights.otherBytes())
                    .number(weights.flopsPerToken())
                    .number(model.step().caches().size());
            for (DecodeStep.Cache cache : model.step().caches()) {
                out.number(cache.limit()).number(cache.bytes()).number(cache.flops());
            }
        }
    }

    @Override
    public List<Control> controls() {
        List<String> batches = new ArrayList<>();
        for (int power = 0; power < BATCHES; power++) {
            batches.add(Long.toString(1L << power));
        }
        List<String> contexts = new ArrayList<>();
        for (int power = SHORTEST; power <= LONGEST; power++) {
            contexts.add(Numerals.grouped(1L << power));
        }
        return List.of(new Control("Batch", batches, 0), new Control("Context", contexts, START - SHORTEST));
    }

    @Override
    public String invitation() {
        return "Raise the batch to 128; then raise the context, and see which models fall back.";
    }

    /**
     * Where a model stands.
     *
     * @param model the model
     * @param intensity operations for each byte read
     */
    record Standing(Model model, double intensity) {
        double gigaflops() {
            return ACCELERATOR.attainableGigaflops(intensity);
        }

        /** Whether arithmetic limits it, not memory. */
        boolean isAtPeak() {
            return intensity >= ACCELERATOR.balance();
        }
    }

    @Override
    public Scene scene(Setting setting, double width) {
        long batch = 1L << setting.at(0);
        long context = 1L << SHORTEST + setting.at(1);
        List<Standing> standings = standings(batch, context);
        String balance = Numerals.grouped(Math.round(ACCELERATOR.balance()));
        return new Scene(
                new RooflinePicture(new Sketch(width), standings, models)
                        .draw(
                                message(batch, context, standings, balance),
                                "On logarithmic scales, the operations that a step of decoding does for each byte that "
                                        + "it reads against the rate that an " + ACCELERATOR.name()
                                        + " can then reach: a slope up to " + balance
                                        + " operations, a flat roof from there on."),
                reading(standings),
                outline(standings, context));
    }

    /** The models that reach a context, those with most operations for each byte first. */
    List<Standing> standings(long batch, long context) {
        List<Standing> standings = new ArrayList<>();
        for (Model model : models) {
            if (model.context() >= context) {
                Standing standing = new Standing(model, model.step().intensity(batch, context));
                int place = 0;
                while (place < standings.size() && standings.get(place).intensity() >= standing.intensity()) {
                    place++;
                }
                standings.add(place, standing);
            }
        }
        return standings;
    }

    private static String message(long batch, long context, List<Standing> standings, String balance) {
        String at = "At " + Numerals.grouped(context) + " tokens";
        if (standings.isEmpty()) {
            return at + " none of these models can follow";
        }
        if (batch == 1) {
            return "A single sequence of " + Numerals.grouped(context) + " tokens: "
                    + (standings.get(0).isAtPeak() ? "" : "every model waits for memory, with ") + "at most "
                    + decimal(standings.get(0).intensity()) + " operations for each byte where the "
                    + ACCELERATOR.name() + " could do " + balance;
        }
        String dense = gain(batch, context, standings, false);
        String sparse = gain(batch, context, standings, true);
        return at + " a batch of " + batch + " gives each byte that is read "
                + (dense.isEmpty() ? "" : dense + " times the work in dense models")
                + (dense.isEmpty() || sparse.isEmpty() ? "" : ", ")
                + (sparse.isEmpty()
                        ? ""
                        : sparse + (dense.isEmpty() ? " times the work" : "") + " in mixtures of experts");
    }

    /** By how much a batch multiplies the operations for each byte; empty where there is no such model. */
    private static String gain(long batch, long context, List<Standing> standings, boolean sparse) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (Standing standing : standings) {
            if (standing.model().sparse() == sparse) {
                double gain = standing.intensity() / standing.model().step().intensity(1, context);
                least = Math.min(least, gain);
                most = Math.max(most, gain);
            }
        }
        if (most == 0) {
            return "";
        }
        String from = decimal(least);
        String to = decimal(most);
        return from.equals(to) ? from : from + " to " + to;
    }

    private static String reading(List<Standing> standings) {
        if (standings.isEmpty()) {
            return "Their contexts are shorter.";
        }
        Standing first = standings.get(0);
        Standing last = standings.get(standings.size() - 1);
        int past = 0;
        while (past < standings.size() && standings.get(past).isAtPeak()) {
            past++;
        }
        String limits = past == 0
                ? "All wait for memory"
                : past == standings.size()
                        ? "All wait for arithmetic"
                        : (past == 1 ? "One waits" : past + " wait") + " for arithmetic, the others for memory";
        return limits + ". " + reached(first) + (first == last ? "." : "; " + reached(last) + ".");
    }

    private static String reached(Standing standing) {
        return standing.model().name() + ": " + decimal(standing.intensity()) + " operations for each byte, "
                + rate(standing.gigaflops()) + " of " + rate(ACCELERATOR.denseGigaflops()) + " TFLOP/s";
    }

    private List<String> outline(List<Standing> standings, long context) {
        List<String> lines = new ArrayList<>();
        for (Standing standing : standings) {
            lines.add(reached(standing));
        }
        for (Model model : models) {
            if (model.context() < context) {
                lines.add(model.name() + ": not drawn, its context ends at " + Numerals.grouped(model.context()));
            }
        }
        return lines;
    }

    /** A rate in 10¹² operations a second. */
    static String rate(double gigaflops) {
        return Numerals.threeDigits(Math.round(gigaflops), 1000);
    }

    static String decimal(double value) {
        return Numerals.quotient(Math.round(value * 10), 10, value < 10 ? 1 : 0);
    }
}
