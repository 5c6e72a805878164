package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ExplainedPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two models drawn for one look: what corresponds stands at the same height, and where only one has something, the
 * other shows an empty place.
 *
 * @param first the drawing of the first
 * @param second the drawing of the second, exactly as high
 */
public record AlignedPair(ArchitectureDrawing first, ArchitectureDrawing second) {
    /**
     * The aligned drawings of two variants.
     *
     * @param links where parts lead, by what their concept explains; parts without an entry are not links
     * @param lit the parts to bring out: {@code attention}, {@code feed-forward}, {@code norm}, {@code embedding},
     *     {@code layers}, {@code extras}; where empty, none is singled out
     */
    public static AlignedPair of(Variant first, Variant second, Map<ExplainedPart, String> links, Set<String> lit) {
        Subject left = subject(first, second, links, lit);
        Subject right = subject(second, first, links, lit);
        List<LayerMatch> matches =
                LayerMatch.of(left.architecture().kinds(), right.architecture().kinds());
        LayerStack one = new LayerStack(
                left,
                inFull(
                        matches.stream()
                                .filter(LayerMatch::isPair)
                                .map(LayerMatch::first)
                                .toList(),
                        left.architecture().kinds()));
        LayerStack other = new LayerStack(
                right,
                inFull(
                        matches.stream()
                                .filter(LayerMatch::isPair)
                                .map(LayerMatch::second)
                                .toList(),
                        right.architecture().kinds()));
        Alignment alignment = new Alignment(one, other);
        alignment.beside(one.head(), other.head());
        for (int m = matches.size() - 1; m >= 0; m--) {
            alignment.layers(matches.get(m));
        }
        alignment.between(one.below(), other.below());
        alignment.beside(one.embedding(), other.embedding());
        alignment.beside(one.key(), other.key());
        return new AlignedPair(
                new ArchitectureDrawing(one.picture(alignment.left), ArchitectureOutline.of(left)),
                new ArchitectureDrawing(other.picture(alignment.right), ArchitectureOutline.of(right)));
    }

    private static Subject subject(Variant variant, Variant beside, Map<ExplainedPart, String> links, Set<String> lit) {
        return new Subject(
                variant,
                WeightInventory.of(variant.architecture()),
                Map.copyOf(links),
                Set.copyOf(lit),
                Optional.of(beside));
    }

    /** The kinds in the order in which they may show a part in full: where a reader compares comes first. */
    private static List<Integer> inFull(List<Integer> compared, List<LayerBlock> kinds) {
        List<Integer> order = new ArrayList<>(compared);
        for (int k = 0; k < kinds.size(); k++) {
            if (!order.contains(k)) {
                order.add(k);
            }
        }
        return order;
    }

    /** Both columns, top first, grown in step. */
    private static final class Alignment {
        private final LayerStack one;
        private final LayerStack other;
        private final List<PlacedSection> left = new ArrayList<>();
        private final List<PlacedSection> right = new ArrayList<>();

        Alignment(LayerStack one, LayerStack other) {
            this.one = one;
            this.other = other;
        }

        void beside(Section first, Section second) {
            Rows rows = first.rows().or(second.rows());
            left.add(new PlacedSection(first, rows));
            right.add(new PlacedSection(second, rows));
        }

        void layers(LayerMatch match) {
            between(
                    match.first() == LayerMatch.NONE ? List.of() : one.above(match.first()),
                    match.second() == LayerMatch.NONE ? List.of() : other.above(match.second()));
            if (match.isPair()) {
                beside(one.layer(match.first()), other.layer(match.second()));
            } else if (match.second() == LayerMatch.NONE) {
                Section layer = one.layer(match.first());
                left.add(PlacedSection.of(layer));
                right.add(PlacedSection.of(new AbsentSection(layer.height())));
            } else {
                Section layer = other.layer(match.second());
                left.add(PlacedSection.of(new AbsentSection(layer.height())));
                right.add(PlacedSection.of(layer));
            }
        }

        /** Notes and gaps stand on the layer below them; a longer stream above makes up for fewer. */
        void between(List<Section> first, List<Section> second) {
            double height = Math.max(height(first), height(second));
            fill(left, first, height);
            fill(right, second, height);
        }

        private static void fill(List<PlacedSection> column, List<Section> sections, double height) {
            if (height > height(sections)) {
                column.add(PlacedSection.of(new GapSection(height - height(sections))));
            }
            sections.forEach(section -> column.add(PlacedSection.of(section)));
        }

        private static double height(List<Section> sections) {
            return sections.stream().mapToDouble(Section::height).sum();
        }
    }
}
