package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Constants by which a model multiplies numbers on their way. They have no weights and change neither cache nor cost;
 * without them the model computes something else. Values are kept to a millionth, finer than the 16 bits in which they
 * are applied.
 *
 * @param embedding by what a token's row of the embedding table is multiplied, for instance the root of the hidden size
 *     in Gemma ({@code modeling_gemma.py} of {@code huggingface/transformers})
 * @param residual by what the output of each sub-layer is multiplied before it is added to the stream (Granite)
 * @param output by what the output scores are multiplied
 * @param outputSoftCap the bound of {@code cap · tanh(x / cap)} on the output scores
 */
public record Multipliers(
        Optional<Double> embedding, Optional<Double> residual, Optional<Double> output, Optional<Double> outputSoftCap)
        implements Described {
    /** Nothing is multiplied. */
    public static final Multipliers NONE =
            new Multipliers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Larger than any; a larger number is a mistake. */
    private static final double MOST = 1_000_000;

    private static final double MILLION = 1_000_000;

    /** How they are written down: apart, so that a script which only counts is made without it. */
    private static final class Written {
        static final Attribute<Optional<Double>> EMBEDDING = Attribute.optionalDecimal(
                        "embedding", "Embedding multiplier")
                .means("By what a token's row of the embedding table is multiplied.");
        static final Attribute<Optional<Double>> RESIDUAL = Attribute.optionalDecimal("residual", "Residual multiplier")
                .means("By what the output of a sub-layer is multiplied before it is added.");
        static final Attribute<Optional<Double>> OUTPUT = Attribute.optionalDecimal("output", "Output multiplier")
                .means("By what the output scores are multiplied.");
        static final Attribute<Optional<Double>> OUTPUT_SOFT_CAP =
                Attribute.optionalDecimal("output_soft_cap", "Output soft-cap").means("The bound on output scores.");
        static final Form<Multipliers> FORM =
                Form.plain(Written::read).with(EMBEDDING, RESIDUAL, OUTPUT, OUTPUT_SOFT_CAP);

        private Written() {}

        private static Multipliers read(Source in) {
            return new Multipliers(
                    read(EMBEDDING, in), read(RESIDUAL, in), read(OUTPUT, in), read(OUTPUT_SOFT_CAP, in));
        }

        private static Optional<Double> read(Attribute<Optional<Double>> at, Source in) {
            Optional<Double> value = at.read(in);
            if (value.isPresent() && !isPossible(value.get())) {
                in.impossible(at.key(), "a multiplier beyond 0 or a million", "");
                return Optional.empty();
            }
            return value;
        }
    }

    /** How they are written down; a model without any says nothing. */
    public static Form<Multipliers> written() {
        return Written.FORM;
    }

    /** Whether a model can multiply by this number; 1 is possible and says nothing. */
    public static boolean isPossible(double value) {
        return value >= 1 / MILLION && value <= MOST;
    }

    public Multipliers {
        embedding = kept(embedding);
        residual = kept(residual);
        output = kept(output);
        outputSoftCap = kept(outputSoftCap);
    }

    private static Optional<Double> kept(Optional<Double> value) {
        if (value.isPresent() && !isPossible(value.get())) {
            throw new IllegalArgumentException("a multiplier beyond 0 or a million");
        }
        return value.map(number -> Math.round(number * MILLION) / MILLION);
    }

    /** Only the root of the hidden size on the embeddings, and a cap on the output scores where there is one. */
    public static Multipliers rootOfWidth(long hiddenSize, Optional<Double> outputSoftCap) {
        return new Multipliers(Optional.of(Math.sqrt(hiddenSize)), Optional.empty(), Optional.empty(), outputSoftCap);
    }

    /** Whether nothing is multiplied. */
    public boolean isNone() {
        return equals(NONE);
    }

    @Override
    public Form<?> form() {
        return Written.FORM;
    }

    @Override
    public void writeTo(Sink out) {
        Written.EMBEDDING.write(out, embedding);
        Written.RESIDUAL.write(out, residual);
        Written.OUTPUT.write(out, output);
        Written.OUTPUT_SOFT_CAP.write(out, outputSoftCap);
    }

    /** {@code multipliers on embedding, output}. */
    @Override
    public String phrase() {
        List<String> places = new ArrayList<>();
        embedding.ifPresent(value -> places.add("embedding"));
        residual.ifPresent(value -> places.add("residual"));
        output.ifPresent(value -> places.add("output"));
        String multiplied = places.isEmpty() ? "" : "multipliers on " + String.join(", ", places);
        String cap = outputSoftCap.isPresent() ? "soft-capped output" : "";
        return multiplied + (multiplied.isEmpty() || cap.isEmpty() ? "" : "; ") + cap;
    }
}
