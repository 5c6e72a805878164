package dev.archnotes.site.drawing.mechanism;

import dev.archnotes.model.spec.Variant;
import java.util.List;
import java.util.Map;

/** Makes figures: of models at build time, and of their code in the browser. */
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
            case ROTARY_POSITIONS:
                return RotaryPositions.of(variants.get(0));
            case COMPUTE_OPTIMAL:
                return ComputeOptimal.of(variants);
            case TRAINING_MEMORY:
                return TrainingMemory.of(variants.get(0));
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

    /** The figure that was written so; see {@link MechanismFigure#write}. */
    public static MechanismFigure read(FigureKind kind, String code) {
        FigureCode.Reader in = new FigureCode.Reader(code);
        switch (kind) {
            case HEAD_SHARING:
                return HeadSharing.read(in);
            case ROTARY_POSITIONS:
                return RotaryPositions.read(in);
            case COMPUTE_OPTIMAL:
                return ComputeOptimal.read(in);
            case TRAINING_MEMORY:
                return TrainingMemory.read(in);
            default:
                throw new IllegalStateException("no figure of the kind " + kind.word());
        }
    }

    /** A figure as text that {@link #read} understands. */
    public static String code(MechanismFigure figure) {
        FigureCode.Writer out = new FigureCode.Writer();
        figure.write(out);
        return out.toString();
    }
}
