package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Picture;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model from its token ids (below) to its scores (above): every distinct kind of layer once, with its pattern of
 * repetition, its norms where they act, its heads, experts and widths, and each part's share of the weights.
 *
 * @param picture the drawing, 360 units wide
 * @param outline the same content in sentences, bottom to top
 */
public record ArchitectureDrawing(Picture picture, List<String> outline) {
    public ArchitectureDrawing {
        outline = List.copyOf(outline);
    }

    /**
     * The drawing of a variant.
     *
     * @param links where parts lead, by what their concept explains; parts without an entry are not links
     */
    public static ArchitectureDrawing of(Variant variant, Map<ExplainedPart, String> links) {
        Subject subject = new Subject(
                variant, WeightInventory.of(variant.architecture()), Map.copyOf(links), Set.of(), Optional.empty());
        return new ArchitectureDrawing(new LayerStack(subject).picture(), ArchitectureOutline.of(subject));
    }
}
