package dev.archnotes.site.drawing.gallery;

import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.FigureCode;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.attention.AttentionHeads;
import dev.archnotes.site.drawing.mechanism.attention.AttentionMask;
import dev.archnotes.site.drawing.mechanism.attention.CacheGrowth;
import dev.archnotes.site.drawing.mechanism.attention.HeadSharing;
import dev.archnotes.site.drawing.mechanism.attention.LogitGrowth;
import dev.archnotes.site.drawing.mechanism.attention.ReceptiveField;
import dev.archnotes.site.drawing.mechanism.attention.SparseReading;
import dev.archnotes.site.drawing.mechanism.attention.TwoHeads;
import dev.archnotes.site.drawing.mechanism.cost.ComputeOptimal;
import dev.archnotes.site.drawing.mechanism.cost.ImageTokens;
import dev.archnotes.site.drawing.mechanism.cost.ModelCuts;
import dev.archnotes.site.drawing.mechanism.cost.Roofline;
import dev.archnotes.site.drawing.mechanism.cost.TrainingMemory;
import dev.archnotes.site.drawing.mechanism.network.DecoderWalk;
import dev.archnotes.site.drawing.mechanism.network.ExpertsRead;
import dev.archnotes.site.drawing.mechanism.network.GatedFeedForward;
import dev.archnotes.site.drawing.mechanism.network.NormPlacement;
import dev.archnotes.site.drawing.mechanism.network.RouterChoice;
import dev.archnotes.site.drawing.mechanism.small.AcceptedTickets;
import dev.archnotes.site.drawing.mechanism.small.ActivationCurves;
import dev.archnotes.site.drawing.mechanism.small.FormatBits;
import dev.archnotes.site.drawing.mechanism.small.LearningRates;
import dev.archnotes.site.drawing.mechanism.small.PipelineBubble;
import dev.archnotes.site.drawing.mechanism.small.SameDistance;
import dev.archnotes.site.drawing.mechanism.small.SameLength;
import dev.archnotes.site.drawing.mechanism.small.SoftCapCurve;
import dev.archnotes.site.drawing.mechanism.steps.AttentionTiles;
import dev.archnotes.site.drawing.mechanism.steps.BytePairs;
import dev.archnotes.site.drawing.mechanism.steps.DeltaRule;
import dev.archnotes.site.drawing.mechanism.steps.DraftVerify;
import dev.archnotes.site.drawing.mechanism.steps.GradientSteps;
import dev.archnotes.site.drawing.mechanism.steps.NumberFormats;
import dev.archnotes.site.drawing.mechanism.steps.RotaryPositions;
import java.util.List;
import java.util.Map;

/** Makes figures of models; the scripts make them again from their code. */
public final class Figures {
    private Figures() {}

    /**
     * A figure of models.
     *
     * @param variants the models that it shows; one for a kind that takes them one at a time, none where it takes none
     * @throws IllegalArgumentException where it cannot be drawn of them; the message completes "Qwen3 8B: …"
     */
    public static MechanismFigure of(FigureKind kind, List<Variant> variants) {
        switch (kind) {
            case HEAD_SHARING:
                return HeadSharing.of(variants.get(0));
            case ATTENTION_MASK:
                return new AttentionMask();
            case RECEPTIVE_FIELD:
                return ReceptiveField.of(variants.get(0));
            case CACHE_GROWTH:
                return CacheGrowth.of(variants);
            case ROUTER:
                return new RouterChoice();
            case EXPERTS_READ:
                return ExpertsRead.of(variants.get(0));
            case ROOFLINE:
                return Roofline.of(variants);
            case NORM_PLACEMENT:
                return new NormPlacement();
            case DELTA_RULE:
                return new DeltaRule();
            case ATTENTION_TILES:
                return new AttentionTiles();
            case DRAFT_VERIFY:
                return new DraftVerify();
            case NUMBER_FORMATS:
                return new NumberFormats();
            case DECODER_WALK:
                return DecoderWalk.of(variants.get(0));
            case ATTENTION_HEADS:
                return new AttentionHeads();
            case GATED_FEED_FORWARD:
                return GatedFeedForward.of(variants.get(0));
            case LOGIT_GROWTH:
                return new LogitGrowth();
            case ROTARY_POSITIONS:
                return RotaryPositions.of(variants.get(0));
            case COMPUTE_OPTIMAL:
                return ComputeOptimal.of(variants);
            case TRAINING_MEMORY:
                return TrainingMemory.of(variants.get(0));
            case BYTE_PAIRS:
                return new BytePairs();
            case SPARSE_READING:
                return new SparseReading();
            case GRADIENT_STEPS:
                return new GradientSteps();
            case MODEL_CUTS:
                return ModelCuts.of(variants.get(0));
            case IMAGE_TOKENS:
                return ImageTokens.of(variants);
            case TWO_HEADS:
                return new TwoHeads();
            case ACTIVATION_CURVES:
                return new ActivationCurves();
            case SOFT_CAP_CURVE:
                return new SoftCapCurve();
            case LEARNING_RATES:
                return new LearningRates();
            case PIPELINE_BUBBLE:
                return new PipelineBubble();
            case FORMAT_BITS:
                return new FormatBits();
            case SAME_DISTANCE:
                return new SameDistance();
            case ACCEPTED_TICKETS:
                return new AcceptedTickets();
            case SAME_LENGTH:
                return new SameLength();
            default:
                throw new IllegalStateException("no figure of the kind " + kind.word());
        }
    }

    /** The models of each figure that a block asks for: one figure each, or all of them in one. */
    public static List<List<Variant>> subjects(FigureKind kind, List<Variant> variants) {
        return kind.models() == FigureKind.Models.EACH
                ? variants.stream().map(List::of).toList()
                : List.of(variants);
    }

    /** The setting at which a figure begins, where an author has chosen values of some controls. */
    public static Setting start(MechanismFigure figure, Map<String, String> chosen) {
        Setting setting = Setting.start(figure);
        List<Control> controls = figure.controls();
        for (int i = 0; i < controls.size(); i++) {
            int place = controls.get(i)
                    .values()
                    .indexOf(chosen.getOrDefault(controls.get(i).name(), ""));
            setting = place < 0 ? setting : setting.with(i, place);
        }
        return setting;
    }

    /** A figure as text, from which a script makes it again; see {@link MechanismFigure#write}. */
    public static String code(MechanismFigure figure) {
        FigureCode.Writer out = new FigureCode.Writer();
        figure.write(out);
        return out.toString();
    }
}
