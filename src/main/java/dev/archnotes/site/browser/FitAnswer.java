package dev.archnotes.site.browser;

import dev.archnotes.model.deployment.Engine;
import dev.archnotes.model.deployment.Fit;
import dev.archnotes.model.deployment.FitFigures;
import dev.archnotes.model.deployment.PlacedWeights;
import dev.archnotes.model.json.JsonWriter;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Architecture;

/**
 * What the calculator says of a model, as JSON; the same text on the JVM and in a browser. All numbers are integers
 * that a browser holds exactly, or decimal fractions.
 */
final class FitAnswer {
    private static final long EXACT = (1L << 53) - 1;

    /** Contexts of a curve: from 1,024 to 2,097,152 tokens, four between each and its double. */
    private static final int POINTS = 45;

    private FitAnswer() {}

    /** What a model takes, what fits beside it, and bounds of speed. */
    static String of(String code, String question) {
        try {
            Question asked = Question.of(code, question);
            Architecture architecture = asked.setup().architecture();
            Fit fit = Fit.of(asked.setup());
            exact(fit.together().totalBytes());
            JsonWriter out = new JsonWriter().open('{');
            FitFigures.write(
                    fit, asked.memoryBytes(), asked.megabytesPerSecond(), asked.gigaflops(), new JsonFigures(out));
            WeightInventory ledger = WeightInventory.of(architecture);
            whole(out, "usual_overhead", Engine.usual(architecture).overhead());
            whole(out, "undivided_heads", fit.undividedHeads());
            whole(out, "layers", architecture.layers());
            whole(out, "total", ledger.elements(LedgerRow.Scope.DECODER));
            whole(out, "active", ledger.activeElements());
            whole(out, "prediction_module", ledger.elements(LedgerRow.Scope.PREDICTION_MODULE));
            whole(out, "image_encoder", ArchitectureCode.imageWeights(code));
            out.key("parts").open('[');
            for (PlacedWeights.Stretch stretch : fit.weights().stretches()) {
                out.open('[').value(stretch.part().label()).value(stretch.format());
                out.value(exact(stretch.elements()))
                        .value(exact(stretch.bytes()))
                        .close(']');
            }
            return out.close(']').close('}').toString();
        } catch (ArithmeticException large) {
            return problem("the figures are too large to be exact");
        } catch (IllegalArgumentException wrong) {
            return problem(String.valueOf(wrong.getMessage()));
        }
    }

    /** Contexts, and the total on the fullest card at each. */
    static String curve(String code, String question) {
        try {
            Fit fit = Fit.of(Question.of(code, question).setup());
            JsonWriter out = new JsonWriter().open('{').key("points").open('[');
            for (int i = 0; i < POINTS; i++) {
                long context = (4L + i % 4) << (8 + i / 4);
                out.open('[')
                        .value(context)
                        .value(exact(fit.at(context).fullest().totalBytes()))
                        .close(']');
            }
            return out.close(']').close('}').toString();
        } catch (ArithmeticException large) {
            return problem("the figures are too large to be exact");
        } catch (IllegalArgumentException wrong) {
            return problem(String.valueOf(wrong.getMessage()));
        }
    }

    static String problem(String words) {
        return new JsonWriter().open('{').key("problem").value(words).close('}').toString();
    }

    private static void whole(JsonWriter out, String key, long value) {
        out.key(key).value(exact(value));
    }

    static long exact(long value) {
        if (value > EXACT) {
            throw new ArithmeticException("over 53 bits");
        }
        return value;
    }
}
