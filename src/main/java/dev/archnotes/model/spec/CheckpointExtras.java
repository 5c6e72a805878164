package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;

/**
 * What a released checkpoint stores beyond the model's own weights.
 *
 * @param tiedHeadStored the tied table is stored a second time as the head
 * @param predictionVocabularyCopies the prediction module stores its own copies of embedding and head
 * @param causalMasks the attention masks of learned positions are stored as buffers
 */
public record CheckpointExtras(boolean tiedHeadStored, boolean predictionVocabularyCopies, boolean causalMasks)
        implements Described {
    private static final Attribute<Boolean> TIED_HEAD_STORED =
            Attribute.flag("tied_head_stored", "Tied head stored", false);
    private static final Attribute<Boolean> PREDICTION_VOCABULARY_COPIES =
            Attribute.flag("prediction_vocabulary_copies", "Prediction vocabulary copies", false);
    private static final Attribute<Boolean> CAUSAL_MASKS = Attribute.flag("causal_masks", "Causal masks", false);

    /** How the extras of a checkpoint are written down. */
    public static final Form<CheckpointExtras> FORM =
            Form.plain(CheckpointExtras::read).with(TIED_HEAD_STORED, PREDICTION_VOCABULARY_COPIES, CAUSAL_MASKS);

    private static CheckpointExtras read(Source in) {
        return new CheckpointExtras(
                TIED_HEAD_STORED.read(in), PREDICTION_VOCABULARY_COPIES.read(in), CAUSAL_MASKS.read(in));
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        TIED_HEAD_STORED.write(out, tiedHeadStored);
        PREDICTION_VOCABULARY_COPIES.write(out, predictionVocabularyCopies);
        CAUSAL_MASKS.write(out, causalMasks);
    }
}
