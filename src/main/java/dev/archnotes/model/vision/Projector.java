package dev.archnotes.model.vision;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.tensor.Part;

/**
 * What brings the vectors of an encoder to the width of a decoder: one matrix, or two with an activation between them
 * (arXiv:2310.03744, section 3.2), over several vectors laid end to end.
 *
 * @param mergeSize the side of the square of patches laid end to end, 1 for none
 * @param encoderLayers the layers of the encoder whose outputs are laid end to end, 1 for the usual one
 * @param normalized whether a LayerNorm comes first
 * @param innerSize the width between two matrices; 0 for a single one
 * @param gated whether half of that width gates the other half
 * @param biased whether the matrices have biases
 */
public record Projector(
        long mergeSize, long encoderLayers, boolean normalized, long innerSize, boolean gated, boolean biased)
        implements Described {
    private static final Attribute<Long> MERGE_SIZE = Attribute.count("merge_size", "Merge size", 1);
    private static final Attribute<Long> ENCODER_LAYERS = Attribute.count("encoder_layers", "Layers read", 1);
    private static final Attribute<Boolean> NORMALIZED = Attribute.flag("normalized", "LayerNorm", false);
    private static final Attribute<Long> INNER_SIZE = Attribute.count("inner_size", "Inner size", 0);
    private static final Attribute<Boolean> GATED = Attribute.flag("gated", "Gated", false);
    private static final Attribute<Boolean> BIASED = Attribute.flag("biased", "Biases", true);

    static final Form<Projector> FORM =
            Form.plain(Projector::read).with(MERGE_SIZE, ENCODER_LAYERS, NORMALIZED, INNER_SIZE, GATED, BIASED);

    private static Projector read(Source in) {
        return new Projector(
                MERGE_SIZE.read(in),
                ENCODER_LAYERS.read(in),
                NORMALIZED.read(in),
                INNER_SIZE.read(in),
                GATED.read(in),
                BIASED.read(in));
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        MERGE_SIZE.write(out, mergeSize);
        ENCODER_LAYERS.write(out, encoderLayers);
        NORMALIZED.write(out, normalized);
        INNER_SIZE.write(out, innerSize);
        GATED.write(out, gated);
        BIASED.write(out, biased);
    }

    @Override
    public String phrase() {
        return innerSize == 0 ? "one matrix" : "two matrices";
    }

    /** Adds its tensors to those of an encoder of that width, with their names in transformers. */
    void addTo(VisionLayers out, long hiddenSize, long textHiddenSize) {
        long vectors = Math.multiplyExact(Math.multiplyExact(mergeSize, mergeSize), encoderLayers);
        long width = Math.multiplyExact(hiddenSize, vectors);
        String prefix = "multi_modal_projector.";
        if (normalized) {
            out.onceBiased(prefix + "layer_norm", Part.NORM, width);
        }
        if (innerSize == 0) {
            matrix(out, prefix + "linear", textHiddenSize, width);
        } else {
            matrix(out, prefix + "linear_1", innerSize, width);
            matrix(out, prefix + "linear_2", textHiddenSize, gated ? innerSize / 2 : innerSize);
        }
    }

    private void matrix(VisionLayers out, String name, long rows, long columns) {
        out.once(name + ".weight", Part.HEAD, rows, columns);
        if (biased) {
            out.once(name + ".bias", Part.HEAD, rows);
        }
    }
}
