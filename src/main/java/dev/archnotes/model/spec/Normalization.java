package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The norms of the residual stream.
 *
 * @param kind LayerNorm (arXiv:1607.06450), with or without what it learns, or RMSNorm (arXiv:1910.07467)
 * @param placement where they act in a layer
 * @param epsilon the constant under the root, as the configuration writes it
 * @param zeroCentered whether the stored weight w acts as 1 + w
 * @param connections how each sub-layer reads and writes several residual streams, where there are several
 * @param ofEmbeddings whether a norm acts on the embeddings before the first layer
 */
public record Normalization(
        Kind kind,
        Placement placement,
        String epsilon,
        boolean zeroCentered,
        Optional<HyperConnections> connections,
        boolean ofEmbeddings)
        implements Described {
    private static final Attribute<Kind> KIND =
            Attribute.choice("kind", "Norm", Kind.values()).means("LayerNorm or RMSNorm.");
    private static final Attribute<Placement> PLACEMENT =
            Attribute.choice("placement", "Norm placement", Placement.values()).means("Where norms act in a layer.");
    private static final Attribute<String> EPSILON =
            Attribute.text("epsilon", "Norm epsilon").means("The constant under the root.");
    private static final Attribute<Boolean> ZERO_CENTERED = Attribute.flag("zero_centered", "Zero-centered norm", false)
            .means("Whether the stored weight w acts as 1 + w.");
    private static final Attribute<Boolean> OF_EMBEDDINGS =
            Attribute.flag("embedding_norm", "Embedding norm", false).later();
    private static final Attribute<Optional<HyperConnections>> CONNECTIONS = Attribute.optionalNested(
                    "hyper_connections", "Hyper-connections", HyperConnections.FORM)
            .means("Several residual streams, mixed before and after every sub-layer.")
            .later();

    /** How the norms of a model are written down. */
    public static final Form<Normalization> FORM =
            Form.plain(Normalization::read).with(KIND, PLACEMENT, EPSILON, ZERO_CENTERED, CONNECTIONS, OF_EMBEDDINGS);

    private static Normalization read(Source in) {
        return new Normalization(
                KIND.read(in),
                PLACEMENT.read(in),
                EPSILON.read(in),
                ZERO_CENTERED.read(in),
                CONNECTIONS.read(in),
                OF_EMBEDDINGS.read(in));
    }

    /** With one residual stream. */
    public Normalization(Kind kind, Placement placement, String epsilon, boolean zeroCentered) {
        this(kind, placement, epsilon, zeroCentered, Optional.empty(), false);
    }

    /** The same with a norm on the embeddings. */
    public Normalization withEmbeddingNorm() {
        return new Normalization(kind, placement, epsilon, zeroCentered, connections, true);
    }

    /** The same over several residual streams. */
    public Normalization with(HyperConnections own) {
        return new Normalization(kind, placement, epsilon, zeroCentered, Optional.of(own), ofEmbeddings);
    }

    /** The statistic that divides. */
    public enum Kind implements Choice {
        LAYER_NORM("LayerNorm", "LayerNorm", true, true),
        RMS_NORM("RMSNorm", "RMSNorm", true, false),
        /** LayerNorm with a gain alone. */
        BIAS_FREE_LAYER_NORM("bias-free-LayerNorm", "bias-free LayerNorm", true, false),
        /** LayerNorm that learns nothing (arXiv:2402.00838). */
        NON_PARAMETRIC_LAYER_NORM("non-parametric-LayerNorm", "non-parametric LayerNorm", false, false),
        /** RMSNorm that learns nothing. */
        NON_PARAMETRIC_RMS_NORM("non-parametric-RMSNorm", "non-parametric RMSNorm", false, false);

        private final String word;
        private final String label;
        private final boolean weighted;
        private final boolean biased;

        Kind(String word, String label, boolean weighted, boolean biased) {
            this.word = word;
            this.label = label;
            this.weighted = weighted;
            this.biased = biased;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Where the norms of a layer act. */
    public enum Placement implements Choice {
        /** On the input of each sub-layer. */
        PRE("pre", "pre", List.of("input_layernorm"), List.of("post_attention_layernorm")),
        /**
         * On the output of each sub-layer, inside the residual branch: x + norm(f(x)) (arXiv:2501.00656, section 2.1).
         */
        INSIDE_BRANCH(
                "inside-branch",
                "on the output, inside the branch",
                List.of("post_attention_layernorm"),
                List.of("post_feedforward_layernorm")),
        /** On input and output of each sub-layer, inside the residual branch. */
        SANDWICH(
                "sandwich",
                "sandwich",
                List.of("input_layernorm", "post_attention_layernorm"),
                List.of("pre_feedforward_layernorm", "post_feedforward_layernorm")),
        /**
         * Once, on what attention and feed-forward both read: x + attention(norm(x)) + feedForward(norm(x))
         * (arXiv:2204.02311, section 2).
         */
        PARALLEL("parallel", "parallel", List.of("input_layernorm"), List.of()),
        /** On what attention and feed-forward both read, for each of them by itself (arXiv:2204.06745). */
        PARALLEL_PAIR(
                "parallel-pair",
                "parallel, two norms",
                List.of("input_layernorm"),
                List.of("post_attention_layernorm")),
        /**
         * On the input of each sub-layer, and inside it before the matrix that leads out, over its inner width
         * (arXiv:2210.06423, section 2.1).
         */
        SUB_LAYER("sub-layer", "Sub-LN", List.of("input_layernorm"), List.of("post_attention_layernorm"));

        private final String word;
        private final String label;
        private final List<String> ofAttention;
        private final List<String> ofFeedForward;

        Placement(String word, String label, List<String> ofAttention, List<String> ofFeedForward) {
            this.word = word;
            this.label = label;
            this.ofAttention = ofAttention;
            this.ofFeedForward = ofFeedForward;
        }

        @Override
        public String word() {
            return word;
        }

        @Override
        public String label() {
            return label;
        }

        /** The names of the norms of one layer's attention, in the order in which they act. */
        public List<String> ofAttention() {
            return ofAttention;
        }

        /** The names of the norms of one layer's feed-forward, in the order in which they act. */
        public List<String> ofFeedForward() {
            return ofFeedForward;
        }

        public boolean normalizesInputs() {
            return this != INSIDE_BRANCH;
        }

        public boolean normalizesOutputs() {
            return this == INSIDE_BRANCH || this == SANDWICH;
        }

        /** Whether a norm acts inside each sub-layer, before the matrix that leads out. */
        public boolean normalizesInside() {
            return this == SUB_LAYER;
        }

        /** Whether attention and feed-forward of a layer read the same vector and are added together. */
        public boolean isParallel() {
            return this == PARALLEL || this == PARALLEL_PAIR;
        }

        /** Whether the feed-forward reads what the norm of the attention makes. */
        public boolean sharesNorm() {
            return this == PARALLEL;
        }
    }

    /** The tensors of one norm over {@code width} numbers. */
    public List<WeightTensor> tensors(String name, long width) {
        List<WeightTensor> tensors = new ArrayList<>();
        if (kind.weighted) {
            tensors.add(WeightTensor.of(name + ".weight", Part.NORM, width));
        }
        if (kind.biased) {
            tensors.add(WeightTensor.of(name + ".bias", Part.NORM, width));
        }
        return List.copyOf(tensors);
    }

    /** The tensors of the norm on the embeddings, where there is one. */
    public List<WeightTensor> embeddingTensors(long hiddenSize) {
        return ofEmbeddings ? tensors("embedding_norm", hiddenSize) : List.of();
    }

    /** The tensors of the final norm, and of what makes one stream of several before it. */
    public List<WeightTensor> finalTensors(long hiddenSize) {
        List<WeightTensor> tensors = new ArrayList<>();
        connections.ifPresent(own -> tensors.addAll(own.headTensors(hiddenSize)));
        tensors.addAll(tensors("norm", hiddenSize));
        return List.copyOf(tensors);
    }

    /** The tensors of all norms of one layer; a part that it does not have needs none. */
    public List<WeightTensor> layerTensors(LayerBlock layer, long hiddenSize) {
        List<WeightTensor> tensors = new ArrayList<>();
        boolean lone = placement.sharesNorm() && !layer.feedForward().isNone();
        if (!layer.attention().isNone() || lone) {
            placement.ofAttention().forEach(name -> tensors.addAll(tensors(name, hiddenSize)));
        }
        if (!layer.feedForward().isNone()) {
            placement.ofFeedForward().forEach(name -> tensors.addAll(tensors(name, hiddenSize)));
        }
        if (placement.normalizesInside()) {
            layer.attention().widthHandedOn().ifPresent(width -> tensors.addAll(tensors("attn_sub_norm", width)));
            layer.feedForward().widthHandedOn().ifPresent(width -> tensors.addAll(tensors("ffn_sub_norm", width)));
        }
        connections.ifPresent(own -> {
            tensors.addAll(own.tensors("attn_hc.", hiddenSize));
            tensors.addAll(own.tensors("ffn_hc.", hiddenSize));
        });
        return List.copyOf(tensors);
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        KIND.write(out, kind);
        PLACEMENT.write(out, placement);
        EPSILON.write(out, epsilon);
        ZERO_CENTERED.write(out, zeroCentered);
        CONNECTIONS.write(out, connections);
        OF_EMBEDDINGS.write(out, ofEmbeddings);
    }

    @Override
    public String phrase() {
        return kind.label() + ", " + placement.label() + ", epsilon " + epsilon
                + (zeroCentered ? ", zero-centered" : "")
                + (ofEmbeddings ? ", on the embeddings too" : "")
                + connections
                        .map(own -> ", hyper-connections over " + own.phrase())
                        .orElse("");
    }
}
