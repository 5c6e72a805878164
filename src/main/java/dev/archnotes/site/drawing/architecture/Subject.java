package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Shares;
import dev.archnotes.site.drawing.TextStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The model that a drawing shows.
 *
 * @param variant the variant
 * @param ledger its weights
 * @param links where the drawing's parts lead, by what their concept explains
 * @param lit parts to bring out, by key ({@code attention}, {@code feed-forward}, {@code norm}, {@code embedding},
 *     {@code layers}, {@code extras}); where empty, none is singled out
 * @param neighbor the model drawn at its side, if any: what only that one has gets an empty place
 */
record Subject(
        Variant variant,
        WeightInventory ledger,
        Map<ExplainedPart, String> links,
        Set<String> lit,
        Optional<Variant> neighbor) {
    Architecture architecture() {
        return variant.architecture();
    }

    /** The architecture drawn at its side. */
    Optional<Architecture> beside() {
        return neighbor.map(Variant::architecture);
    }

    Phrase phrase() {
        return new Phrase(variant.id());
    }

    long total() {
        return ledger.elements(LedgerRow.Scope.DECODER);
    }

    /** The weights of a part of one layer, its norms left out, times the number of layers. */
    static long weights(List<WeightTensor> tensors, long layers, boolean activeOnly) {
        long sum = 0;
        for (WeightTensor tensor : tensors) {
            if (tensor.part() != Part.NORM) {
                sum = Math.addExact(sum, activeOnly ? tensor.activeElements() : tensor.totalElements());
            }
        }
        return Math.multiplyExact(sum, layers);
    }

    /** {@code 11.4B · 1.7 %}: weights and their share of the decoder. */
    Phrase share(String path, long weights) {
        return phrase().figure(path + ".parameters", weights, Unit.PARAMETERS)
                .words(" · ")
                .fact(path + ".share", weights + "/" + total(), Shares.percent(weights, total()));
    }

    /** The bar of a share and its figures, along the lower edge of a part. */
    void drawShare(
            Canvas canvas,
            PartColor part,
            String path,
            long weights,
            long active,
            double left,
            double right,
            double y) {
        Phrase figures = share(path, weights);
        double from = left + 12;
        double to = right - 12 - TextStyle.SMALL.width(figures.text()) - 8;
        double length = to - from;
        canvas.box("d-share-track", from, y - 6, length, 4, 2);
        double all = Math.max(1.2, length * weights / total());
        if (active < weights) {
            canvas.box("d-share d-idle " + part.fill(), from, y - 6, all, 4, 0);
            canvas.box("d-share " + part.fill(), from, y - 6, Math.max(1.2, length * active / total()), 4, 0);
        } else {
            canvas.box("d-share " + part.fill(), from, y - 6, all, 4, 0);
        }
        canvas.text(TextStyle.SMALL, Anchor.END, right - 12, y, figures);
    }

    /** The empty place of a part that only the model at the side has. */
    void drawAbsent(Canvas canvas, double left, double top, double width, double height, String words) {
        canvas.box("d-absent", left, top, width, height, 6);
        canvas.text(TextStyle.SMALL, Anchor.MIDDLE, left + width / 2, top + height / 2 + 4, words);
    }

    /** Classes that say whether a part is brought out. */
    String emphasis(String key) {
        return lit.isEmpty() ? "" : lit.contains(key) ? " d-lit" : " d-same";
    }

    /** The same for a norm, which differs where the model at the side has another kind, or none in this place. */
    String normEmphasis(Predicate<Normalization.Placement> place) {
        Normalization own = architecture().normalization();
        boolean alike = beside().map(Architecture::normalization)
                .filter(other -> other.kind() == own.kind() && place.test(other.placement()))
                .isPresent();
        return lit.contains("norm") && alike ? " d-same" : emphasis("norm");
    }

    /** The same for a remark on an attention, which differs where no attention of the model at the side has it. */
    String emphasis(PartWords.Remark remark) {
        if (lit.isEmpty() || neighbor.isEmpty()) {
            return "";
        }
        PartWords words = new PartWords(new Subject(neighbor.get(), ledger, links, lit, Optional.empty()));
        boolean alike = neighbor.get().architecture().kinds().stream()
                .flatMap(kind -> words.of(kind.attention(), "").remarks().stream())
                .anyMatch(other -> other.phrase().text().equals(remark.phrase().text()));
        return alike ? "" : " d-lit";
    }

    String link(ExplainedPart concept) {
        return links.getOrDefault(concept, "");
    }
}
