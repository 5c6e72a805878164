package dev.archnotes.site.plan;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.page.VariantPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The values of a specification by their dotted place, as {@code architecture.yaml} has them. */
final class SpecificationRows {
    private final List<VariantPage.SpecificationRow> rows = new ArrayList<>();
    private final Set<String> parts = new HashSet<>();

    private SpecificationRows() {}

    static List<VariantPage.SpecificationRow> of(Variant variant) {
        SpecificationRows out = new SpecificationRows();
        Architecture architecture = variant.architecture();
        out.add("vocabulary_size", architecture.vocabularySize());
        out.add("hidden_size", architecture.hiddenSize());
        out.add("tied_embeddings", architecture.tiedEmbeddings() ? "true" : "false");
        if (architecture.headBias()) {
            out.add("head_bias", "true");
        }
        if (architecture.learnedPositions() > 0) {
            out.add("learned_positions", architecture.learnedPositions());
        }
        out.add("normalization", architecture.normalization().phrase());
        if (!architecture.stream().isPlain()) {
            out.add("residual_stream", architecture.stream().phrase());
        }
        architecture.multipliers().writeTo(out.new PartRows("multipliers."));
        out.add("layers", Numerals.grouped(architecture.layers()) + ": " + layers(architecture));
        for (LayerBlock kind : architecture.kinds()) {
            out.part("attention." + kind.attentionName() + ".", kind.attention().kind(), kind.attention());
            out.part(
                    "feed_forward." + kind.feedForwardName() + ".",
                    kind.feedForward().kind(),
                    kind.feedForward());
        }
        architecture
                .predictionModule()
                .ifPresent(module -> out.add(
                        "prediction_module",
                        module.depth() + " × (" + module.layer().attentionName() + ", "
                                + module.layer().feedForwardName() + ")"));
        architecture.vision().ifPresent(vision -> out.add("vision", vision.name()));
        out.add("checkpoint.storage", architecture.storage().label());
        out.add("context.configured", variant.context().configured());
        variant.context().trained().ifPresent(tokens -> out.add("context.trained", tokens));
        variant.context().extended().ifPresent(tokens -> out.add("context.extended", tokens));
        variant.training().tokens().ifPresent(tokens -> out.add("training.tokens", tokens));
        variant.training().gpuHours().ifPresent(hours -> out.add("training.gpu_hours", hours));
        return List.copyOf(out.rows);
    }

    private void add(String place, long value) {
        add(place, Numerals.grouped(value));
    }

    private void add(String place, String value) {
        rows.add(new VariantPage.SpecificationRow(place, value));
    }

    private static String layers(Architecture architecture) {
        List<String> groups = new ArrayList<>();
        for (LayerGroup group : architecture.groups()) {
            List<String> blocks = new ArrayList<>();
            for (LayerBlock block : group.blocks()) {
                blocks.add(block.count() + " (" + block.attentionName() + ", " + block.feedForwardName() + ")");
            }
            String pattern = String.join(" + ", blocks);
            groups.add(group.repeat() == 1 ? pattern : group.repeat() + " × [" + pattern + "]");
        }
        return String.join(", then ", groups);
    }

    /** The rows of a named part, once. */
    private void part(String place, String kind, Described part) {
        if (parts.add(place)) {
            add(place + "kind", kind);
            part.writeTo(new PartRows(place));
        }
    }

    /** A row for each attribute that says something. */
    private final class PartRows implements Sink {
        private final String place;

        PartRows(String place) {
            this.place = place;
        }

        private void put(Attribute<?> at, String value, boolean absent) {
            if (!absent) {
                add(place + at.key(), value);
            }
        }

        @Override
        public void whole(Attribute<?> at, long value, boolean absent) {
            put(at, Numerals.grouped(value), absent);
        }

        @Override
        public void flag(Attribute<?> at, boolean value, boolean absent) {
            put(at, Boolean.toString(value), absent);
        }

        @Override
        public void decimal(Attribute<?> at, double value, boolean absent) {
            put(at, Double.toString(value), absent);
        }

        @Override
        public void optionalDecimal(Attribute<?> at, Optional<Double> value) {
            value.ifPresent(number -> decimal(at, number, false));
        }

        @Override
        public void text(Attribute<?> at, String value, boolean absent) {
            put(at, value, absent);
        }

        @Override
        public void choice(Attribute<?> at, Choice value, boolean absent) {
            put(at, value.label(), false);
        }

        @Override
        public void nested(Attribute<?> at, Described value) {
            put(at, value.phrase(), false);
        }

        @Override
        public void optionalNested(Attribute<?> at, Optional<? extends Described> value) {
            value.ifPresent(there -> nested(at, there));
        }

        @Override
        public void beside(Attribute<?> at, Described value) {
            value.writeTo(this);
        }

        @Override
        public void quotient(Attribute<?> at, long dividend, long divisor) {
            throw new IllegalStateException(at.key() + " follows from the others and has no row");
        }
    }
}
