package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Attributes;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;

/**
 * What a released checkpoint stores beyond the model's own weights.
 *
 * @param tiedHeadStored the tied table is stored a second time as the head
 * @param predictionVocabularyCopies the prediction module stores its own copies of embedding and head
 * @param causalMasks the attention masks of learned positions are stored as buffers
 */
public record CheckpointExtras(boolean tiedHeadStored, boolean predictionVocabularyCopies, boolean causalMasks)
        implements Described {
    private static final Attribute<CheckpointExtras, Boolean> TIED_HEAD_STORED =
            Attribute.flag("tied_head_stored", "Tied head stored", CheckpointExtras::tiedHeadStored);
    private static final Attribute<CheckpointExtras, Boolean> PREDICTION_VOCABULARY_COPIES = Attribute.flag(
            "prediction_vocabulary_copies",
            "Prediction vocabulary copies",
            CheckpointExtras::predictionVocabularyCopies);
    private static final Attribute<CheckpointExtras, Boolean> CAUSAL_MASKS =
            Attribute.flag("causal_masks", "Causal masks", CheckpointExtras::causalMasks);

    /** How the extras of a checkpoint are written down. */
    public static final Form<CheckpointExtras> FORM = Form.<CheckpointExtras>plain()
            .with(TIED_HEAD_STORED)
            .with(PREDICTION_VOCABULARY_COPIES)
            .with(CAUSAL_MASKS)
            .make(values -> new CheckpointExtras(
                    values.get(TIED_HEAD_STORED), values.get(PREDICTION_VOCABULARY_COPIES), values.get(CAUSAL_MASKS)));

    @Override
    public Attributes attributes() {
        return FORM.of(this);
    }
}
