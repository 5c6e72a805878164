package dev.archnotes.site.page;

import dev.archnotes.site.drawing.architecture.ArchitectureDrawing;
import dev.archnotes.site.drawing.strip.LayerStrip;
import java.util.List;

/**
 * The data sheet of a variant: specification with its sources, every figure with its working, the whole ledger.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param family the family's page
 * @param siblings the family's variants, this one included
 * @param strip its most asked-for figures
 * @param drawing its architecture
 * @param layers its layers
 * @param specification the values of the specification
 * @param confidence how the configuration was read
 * @param sources where it was read
 * @param figures all figures, by group
 * @param ledger every tensor of the decoder, by part
 * @param total the sum of the decoder
 * @param extras tensors of prediction module and vision part
 * @param batch expected weights read and intensity by batch size
 * @param criticalBatch the batch at which arithmetic overtakes bandwidth on an H100
 * @param published published figures beside the computed ones
 */
public record VariantPage(
        Head head,
        Listing listing,
        Link family,
        List<Link> siblings,
        List<FactView> strip,
        ArchitectureDrawing drawing,
        LayerStrip layers,
        List<SpecificationRow> specification,
        String confidence,
        List<String> sources,
        List<FigureGroup> figures,
        List<LedgerGroup> ledger,
        String total,
        List<LedgerGroup> extras,
        List<BatchRow> batch,
        String criticalBatch,
        List<PublishedRow> published)
        implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.CHARTS);
    }

    /** Whether tokens choose among experts, so that a batch reads more of them. */
    public boolean routed() {
        return batch.stream().anyMatch(row -> !row.experts().isEmpty());
    }

    /**
     * A value of the specification.
     *
     * @param place its dotted path
     * @param value its value
     */
    public record SpecificationRow(String place, String value) {}

    /**
     * Figures under a heading.
     *
     * @param id the heading's id
     * @param label the heading
     * @param facts the figures
     * @param none the figures of what the model has none of
     */
    public record FigureGroup(String id, String label, List<FactView> facts, List<FactView> none) {}

    /**
     * What a batch of tokens does in one decoding step.
     *
     * @param tokens the batch
     * @param experts expected distinct routed experts touched in a layer, empty for a model without experts
     * @param weightBytes expected bytes of weights read
     * @param intensity operations per byte read
     */
    public record BatchRow(String tokens, String experts, String weightBytes, String intensity) {}
}
