package dev.archnotes.site.drawing.gallery;

import dev.archnotes.Variants;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Figures of every kind, of every variant of the real notes that they can be drawn of. */
public final class AllFigures {
    private AllFigures() {}

    /**
     * A figure.
     *
     * @param kind its kind
     * @param subject the model, or empty
     * @param figure the figure
     */
    public record Drawn(FigureKind kind, String subject, MechanismFigure figure) {
        @Override
        public String toString() {
            return kind.word() + (subject.isEmpty() ? "" : " of " + subject);
        }

        /** The settings that differ from the first in one control, and the first. */
        public List<Setting> settings() {
            Setting start = Setting.start(figure);
            List<Setting> settings = new ArrayList<>(List.of(start));
            List<Control> controls = figure.controls();
            for (int i = 0; i < controls.size(); i++) {
                for (int place = 0; place < controls.get(i).values().size(); place++) {
                    if (place != start.at(i)) {
                        settings.add(start.with(i, place));
                    }
                }
            }
            return settings;
        }
    }

    /** All of them. */
    public static List<Drawn> all() {
        List<Drawn> drawn = new ArrayList<>();
        for (FigureKind kind : FigureKind.values()) {
            switch (kind.models()) {
                case NONE:
                    drawn.add(new Drawn(kind, "", Figures.of(kind, List.of())));
                    break;
                case EACH:
                    for (Variant variant : Variants.ALL) {
                        of(kind, variant).ifPresent(figure -> drawn.add(new Drawn(kind, variant.id(), figure)));
                    }
                    break;
                default:
                    drawn.add(new Drawn(kind, "all models", Figures.of(kind, Variants.ALL)));
            }
        }
        return drawn;
    }

    private static Optional<MechanismFigure> of(FigureKind kind, Variant variant) {
        try {
            return Optional.of(Figures.of(kind, List.of(variant)));
        } catch (IllegalArgumentException notOfThisModel) {
            return Optional.empty();
        }
    }
}
