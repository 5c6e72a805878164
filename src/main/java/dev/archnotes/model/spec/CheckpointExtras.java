package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.tensor.Part;
import java.util.List;
import java.util.Set;

/**
 * What a released checkpoint stores beyond the model's own weights, and which of its parts it stores in 16 bits where
 * its format would take fewer.
 *
 * @param tiedHeadStored the tied table is stored a second time as the head
 * @param predictionVocabularyCopies the prediction module stores its own copies of embedding and head
 * @param causalMasks the attention masks of learned positions are stored as buffers
 * @param wholeAttention the matrices of attention stay as they were trained
 * @param wholeDenseFeedForward so do those of dense feed-forward networks
 * @param wholeRoutedExperts so do those of routed experts
 * @param wholeSharedExperts so do those of shared experts
 * @param wholeVision so does the image part
 * @param apart tensors of the decoder and its prediction module in formats of their own
 */
public record CheckpointExtras(
        boolean tiedHeadStored,
        boolean predictionVocabularyCopies,
        boolean causalMasks,
        boolean wholeAttention,
        boolean wholeDenseFeedForward,
        boolean wholeRoutedExperts,
        boolean wholeSharedExperts,
        boolean wholeVision,
        List<StoredApart> apart)
        implements Described {
    private static final Attribute<Boolean> TIED_HEAD_STORED =
            Attribute.flag("tied_head_stored", "Tied head stored", false);
    private static final Attribute<Boolean> PREDICTION_VOCABULARY_COPIES =
            Attribute.flag("prediction_vocabulary_copies", "Prediction vocabulary copies", false);
    private static final Attribute<Boolean> CAUSAL_MASKS = Attribute.flag("causal_masks", "Causal masks", false);

    private static final Attribute<Boolean> WHOLE_ATTENTION =
            Attribute.flag("whole_attention", "Attention not quantized", false).later();
    private static final Attribute<Boolean> WHOLE_DENSE = Attribute.flag(
                    "whole_dense_ffn", "Dense feed-forward not quantized", false)
            .later();
    private static final Attribute<Boolean> WHOLE_ROUTED = Attribute.flag(
                    "whole_routed_experts", "Routed experts not quantized", false)
            .later();
    private static final Attribute<Boolean> WHOLE_SHARED = Attribute.flag(
                    "whole_shared_experts", "Shared experts not quantized", false)
            .later();
    private static final Attribute<Boolean> WHOLE_VISION =
            Attribute.flag("whole_vision", "Image part not quantized", false).later();

    /** How the extras of a checkpoint are written down, but for what is stored apart: no script makes any. */
    public static final Form<CheckpointExtras> FORM = Form.plain(CheckpointExtras::read)
            .with(
                    TIED_HEAD_STORED,
                    PREDICTION_VOCABULARY_COPIES,
                    CAUSAL_MASKS,
                    WHOLE_ATTENTION,
                    WHOLE_DENSE,
                    WHOLE_ROUTED,
                    WHOLE_SHARED,
                    WHOLE_VISION);

    public CheckpointExtras {
        apart = List.copyOf(apart);
    }

    private static CheckpointExtras read(Source in) {
        return new CheckpointExtras(
                TIED_HEAD_STORED.read(in),
                PREDICTION_VOCABULARY_COPIES.read(in),
                CAUSAL_MASKS.read(in),
                WHOLE_ATTENTION.read(in),
                WHOLE_DENSE.read(in),
                WHOLE_ROUTED.read(in),
                WHOLE_SHARED.read(in),
                WHOLE_VISION.read(in),
                List.of());
    }

    /** With everything stored as the format says. */
    public CheckpointExtras(boolean tiedHeadStored, boolean predictionVocabularyCopies, boolean causalMasks) {
        this(tiedHeadStored, predictionVocabularyCopies, causalMasks, false, false, false, false, false, List.of());
    }

    /** The same with parts of the decoder, and perhaps the image part, in 16 bits, and tensors in other formats. */
    public CheckpointExtras keeping(Set<Part> parts, boolean vision, List<StoredApart> others) {
        return new CheckpointExtras(
                tiedHeadStored,
                predictionVocabularyCopies,
                causalMasks,
                parts.contains(Part.ATTENTION),
                parts.contains(Part.DENSE_FEED_FORWARD),
                parts.contains(Part.ROUTED_EXPERTS),
                parts.contains(Part.SHARED_EXPERTS),
                vision,
                others);
    }

    /** The same with tensors in formats of their own. */
    public CheckpointExtras with(List<StoredApart> others) {
        return new CheckpointExtras(
                tiedHeadStored,
                predictionVocabularyCopies,
                causalMasks,
                wholeAttention,
                wholeDenseFeedForward,
                wholeRoutedExperts,
                wholeSharedExperts,
                wholeVision,
                others);
    }

    /** Whether a part of the decoder stays in 16 bits. */
    public boolean keeps(Part part) {
        return part == Part.ATTENTION && wholeAttention
                || part == Part.DENSE_FEED_FORWARD && wholeDenseFeedForward
                || part == Part.ROUTED_EXPERTS && wholeRoutedExperts
                || part == Part.SHARED_EXPERTS && wholeSharedExperts;
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
        WHOLE_ATTENTION.write(out, wholeAttention);
        WHOLE_DENSE.write(out, wholeDenseFeedForward);
        WHOLE_ROUTED.write(out, wholeRoutedExperts);
        WHOLE_SHARED.write(out, wholeSharedExperts);
        WHOLE_VISION.write(out, wholeVision);
    }
}
