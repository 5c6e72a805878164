package dev.archnotes.site.page;

import dev.archnotes.site.drawing.architecture.ArchitectureDrawing;
import dev.archnotes.site.drawing.strip.LayerStrip;
import java.util.List;
import java.util.Optional;

/**
 * The data sheet of a variant: specification with its sources, every figure with its working, the whole ledger.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param id the variant's id
 * @param family the family's page
 * @param calculator the calculator with it chosen
 * @param siblings the family's variants, this one included
 * @param strip its most asked-for figures
 * @param drawing its architecture
 * @param layers its layers
 * @param specification the values of the specification, and where they were read
 * @param figures all figures, by group
 * @param ledger every tensor
 * @param batches what decoding several sequences at once costs
 * @param published published figures beside the computed ones
 */
public record VariantPage(
        Head head,
        Listing listing,
        String id,
        Link family,
        String calculator,
        List<Link> siblings,
        List<FactView> strip,
        ArchitectureDrawing drawing,
        LayerStrip layers,
        Specification specification,
        List<FigureGroup> figures,
        Ledger ledger,
        Batches batches,
        List<ModelPage.PublishedRow> published)
        implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Script.CHARTS).and(Needs.of(Needs.Style.SHEET));
    }

    /** Whether tokens choose among experts, so that a batch reads more of them. */
    public boolean routed() {
        return batches.rows().stream().anyMatch(row -> !row.experts().isEmpty());
    }

    /**
     * The specification.
     *
     * @param rows its values
     * @param confidence how the configuration was read
     * @param sources where it was read
     */
    public record Specification(List<SpecificationRow> rows, String confidence, List<String> sources) {}

    /**
     * Every tensor.
     *
     * @param decoder those of the decoder, by part
     * @param total the sum of the decoder
     * @param extras those of prediction module and vision part
     */
    public record Ledger(List<LedgerGroup> decoder, String total, List<LedgerGroup> extras) {}

    /**
     * What decoding several sequences at once costs.
     *
     * @param rows expected weights read and intensity by batch size
     * @param critical the batch at which arithmetic overtakes bandwidth on an H100
     */
    public record Batches(List<BatchRow> rows, String critical) {}

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
     * @param matrix those that depend on the context
     * @param none the figures of what the model has none of
     */
    public record FigureGroup(
            String id, String label, List<FactView> facts, Optional<Matrix> matrix, List<FactView> none) {}

    /**
     * Figures by context.
     *
     * @param columns what each column counts
     * @param rows a line for each context
     */
    public record Matrix(List<String> columns, List<MatrixRow> rows) {}

    /**
     * Figures of one context.
     *
     * @param tokens the context
     * @param configured whether it is the one that is configured
     * @param cells a figure for each column
     */
    public record MatrixRow(String tokens, boolean configured, List<MatrixCell> cells) {}

    /**
     * A figure in such a table.
     *
     * @param fact the figure, where the model has it
     * @param also the path of the equal figure of the configured context, or empty
     */
    public record MatrixCell(Optional<FactView> fact, String also) {}

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
