package dev.archnotes.model.network;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Mixture of experts (arXiv:1701.06538; shared experts in arXiv:2401.06066, section 3.2).
 *
 * @param experts routed experts of one layer
 * @param expertsPerToken routed experts that act on one token (top-k)
 * @param expertIntermediateSize the inner width of one routed expert
 * @param sharedExperts experts that every token passes besides the routed ones
 * @param sharedIntermediateSize the inner width of one shared expert
 * @param sharedGate whether a learned sigmoid gate scales the shared expert's output
 * @param denseBranchSize the inner width of an always-on dense branch beside the experts, 0 for none
 * @param latentSize the width to which a matrix shared by the routed experts narrows what they read, and from which
 *     another widens what they give; 0 where they work on the hidden size (arXiv:2601.18089)
 * @param router how experts are chosen
 * @param activation the non-linearity of all of them
 * @param biased whether the experts' matrices carry biases
 * @param branchNorms whether the experts have a norm of their own before them, and they and the dense branch one behind
 *     each ({@code modeling_gemma4.py} of {@code huggingface/transformers})
 * @param zeroExperts experts without weights that the router can choose as well, which hand on what they read
 *     (arXiv:2509.01322, section 2.1)
 * @param outputNorm whether a norm acts on what the experts give together ({@code modeling_axk1.py} of
 *     {@code huggingface/transformers})
 */
public record MixtureOfExperts(
        long experts,
        long expertsPerToken,
        long expertIntermediateSize,
        long sharedExperts,
        long sharedIntermediateSize,
        boolean sharedGate,
        long denseBranchSize,
        long latentSize,
        Router router,
        Activation activation,
        boolean biased,
        boolean branchNorms,
        long zeroExperts,
        boolean outputNorm)
        implements FeedForward {
    private static final Attribute<Long> EXPERTS =
            Attribute.size("experts", "Routed experts").means("Routed experts of a layer.");
    private static final Attribute<Long> EXPERTS_PER_TOKEN =
            Attribute.size("experts_per_token", "Experts per token").means("Routed experts that act on one token.");
    private static final Attribute<Long> EXPERT_INTERMEDIATE_SIZE =
            Attribute.size("expert_intermediate_size", "Expert size").means("Inner width of a routed expert.");
    private static final Attribute<Long> SHARED_EXPERTS = Attribute.count("shared_experts", "Shared experts", 0);
    private static final Attribute<Long> SHARED_INTERMEDIATE_SIZE =
            Attribute.count("shared_intermediate_size", "Shared expert size", 0);
    private static final Attribute<Boolean> SHARED_EXPERT_GATE =
            Attribute.flag("shared_expert_gate", "Gate of the shared expert", false);
    private static final Attribute<Long> DENSE_BRANCH_SIZE = Attribute.count("dense_branch_size", "Dense branch", 0)
            .means("Inner width of an always-on dense branch beside the experts.");
    private static final Attribute<Long> LATENT_SIZE = Attribute.count("latent_size", "Latent size of the experts", 0)
            .means("Width of the latent on which the routed experts work.");
    private static final Attribute<Router> ROUTER = Attribute.nested("router", "Router", Router.FORM);
    private static final Attribute<Activation> ACTIVATION =
            Attribute.choice("activation", "Activation", Activation.values());
    private static final Attribute<Boolean> BIASES = Attribute.flag("biases", "Biases", false);
    private static final Attribute<Boolean> BRANCH_NORMS =
            Attribute.flag("branch_norms", "Norms of the branches", false).later();
    private static final Attribute<Long> ZERO_EXPERTS =
            Attribute.count("zero_experts", "Experts without weights", 0).later();
    private static final Attribute<Boolean> OUTPUT_NORM =
            Attribute.flag("output_norm", "Norm of the experts' output", false).later();
    private static final Attribute<Attribute.Quotient> SPARSITY =
            Attribute.quotient("sparsity", "Sparsity", "Routed experts divided by those that act on a token.");
    private static final Attribute<Long> ALWAYS_ON =
            Attribute.derived("shared_experts", "Shared experts", "Experts that every token passes.");
    private static final Attribute<String> ROUTER_FUNCTION =
            Attribute.derivedText("router", "Router", "How scores become mixing weights.");
    private static final Attribute<Boolean> ROUTER_BIAS = Attribute.derivedFlag(
            "router_bias", "Selection bias", "Whether a balancing bias is added for the choice of experts.");
    private static final Attribute<String> ROUTER_GROUPS =
            Attribute.derivedText("router_groups", "Router groups", "Groups of experts and how many stay eligible.");
    private static final Attribute<String> ROUTER_SCALING =
            Attribute.derivedText("router_scaling", "Router scaling", "Factor on the mixing weights.");

    static final Form<MixtureOfExperts> FORM = Form.of(MixtureOfExperts::read, "experts", "mixture-of-experts")
            .with(
                    EXPERTS,
                    EXPERTS_PER_TOKEN,
                    EXPERT_INTERMEDIATE_SIZE,
                    SHARED_EXPERTS,
                    SHARED_INTERMEDIATE_SIZE,
                    SHARED_EXPERT_GATE,
                    DENSE_BRANCH_SIZE,
                    LATENT_SIZE,
                    ROUTER,
                    ACTIVATION,
                    BIASES,
                    BRANCH_NORMS,
                    ZERO_EXPERTS,
                    OUTPUT_NORM)
            .deriving(SPARSITY, ALWAYS_ON, ROUTER_FUNCTION, ROUTER_BIAS, ROUTER_GROUPS, ROUTER_SCALING)
            .suspecting(EXPERTS_PER_TOKEN);

    private static MixtureOfExperts read(Source in) {
        long experts = EXPERTS.read(in);
        long perToken = EXPERTS_PER_TOKEN.read(in);
        long size = EXPERT_INTERMEDIATE_SIZE.read(in);
        long shared = SHARED_EXPERTS.read(in);
        return new MixtureOfExperts(
                experts,
                perToken,
                size,
                shared,
                in.sizeIf(shared > 0, SHARED_INTERMEDIATE_SIZE.key()),
                SHARED_EXPERT_GATE.read(in),
                DENSE_BRANCH_SIZE.read(in),
                LATENT_SIZE.read(in),
                ROUTER.read(in),
                ACTIVATION.read(in),
                BIASES.read(in),
                BRANCH_NORMS.read(in),
                ZERO_EXPERTS.read(in),
                OUTPUT_NORM.read(in));
    }

    /** Experts that work on the hidden size, without norms of the branches. */
    public MixtureOfExperts(
            long experts,
            long expertsPerToken,
            long expertIntermediateSize,
            long sharedExperts,
            long sharedIntermediateSize,
            boolean sharedGate,
            long denseBranchSize,
            Router router,
            Activation activation,
            boolean biased) {
        this(
                experts,
                expertsPerToken,
                expertIntermediateSize,
                sharedExperts,
                sharedIntermediateSize,
                sharedGate,
                denseBranchSize,
                0,
                router,
                activation,
                biased,
                false);
    }

    /** Experts of which all have weights. */
    public MixtureOfExperts(
            long experts,
            long expertsPerToken,
            long expertIntermediateSize,
            long sharedExperts,
            long sharedIntermediateSize,
            boolean sharedGate,
            long denseBranchSize,
            long latentSize,
            Router router,
            Activation activation,
            boolean biased,
            boolean branchNorms) {
        this(
                experts,
                expertsPerToken,
                expertIntermediateSize,
                sharedExperts,
                sharedIntermediateSize,
                sharedGate,
                denseBranchSize,
                latentSize,
                router,
                activation,
                biased,
                branchNorms,
                0,
                false);
    }

    /** The same beside so many experts without weights. */
    public MixtureOfExperts withZeroExperts(long count) {
        return with(count, outputNorm);
    }

    /** The same with a norm on what the experts give together. */
    public MixtureOfExperts withOutputNorm() {
        return with(zeroExperts, true);
    }

    private MixtureOfExperts with(long withoutWeights, boolean normalized) {
        return new MixtureOfExperts(
                experts,
                expertsPerToken,
                expertIntermediateSize,
                sharedExperts,
                sharedIntermediateSize,
                sharedGate,
                denseBranchSize,
                latentSize,
                router,
                activation,
                biased,
                branchNorms,
                withoutWeights,
                normalized);
    }

    public MixtureOfExperts {
        if (experts <= 0 || expertsPerToken <= 0 || expertIntermediateSize <= 0) {
            throw new IllegalArgumentException("each size must be positive");
        }
        if (expertsPerToken > experts) {
            throw new IllegalArgumentException("top-" + expertsPerToken + " of only " + experts + " experts");
        }
        if (sharedExperts < 0
                || denseBranchSize < 0
                || latentSize < 0
                || zeroExperts < 0
                || (sharedExperts > 0 && sharedIntermediateSize <= 0)) {
            throw new IllegalArgumentException("each size must be positive");
        }
    }

    @Override
    public String kind() {
        return "mixture of experts";
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        List<WeightTensor> tensors = new ArrayList<>();
        long scored = Math.addExact(experts, zeroExperts);
        tensors.add(WeightTensor.of("router.weight", Part.ROUTER, scored, hiddenSize));
        if (router.biased()) {
            tensors.add(WeightTensor.of("router.bias", Part.ROUTER, scored));
        }
        if (router.selectionBias()) {
            tensors.add(WeightTensor.of("router.e_score_correction_bias", Part.ROUTER, scored));
        }
        if (router.learnedScales()) {
            tensors.add(WeightTensor.of("router.scale", Part.ROUTER, hiddenSize));
            tensors.add(WeightTensor.of("router.per_expert_scale", Part.ROUTER, experts));
        }
        if (outputNorm) {
            tensors.add(WeightTensor.of("post_mlp_layernorm.weight", Part.NORM, hiddenSize));
        }
        if (branchNorms) {
            tensors.add(WeightTensor.of("pre_feedforward_layernorm_2.weight", Part.NORM, hiddenSize));
            tensors.add(WeightTensor.of("post_feedforward_layernorm_1.weight", Part.NORM, hiddenSize));
            tensors.add(WeightTensor.of("post_feedforward_layernorm_2.weight", Part.NORM, hiddenSize));
        }
        tensors.addAll(new DenseFeedForward(expertIntermediateSize, activation, biased)
                .tensors("experts.", Part.ROUTED_EXPERTS, experts, expertsPerToken, expertWidth(hiddenSize)));
        if (latentSize > 0) {
            addLatent(tensors, hiddenSize);
        }
        if (sharedExperts > 0) {
            tensors.addAll(new DenseFeedForward(sharedIntermediateSize, activation, biased)
                    .tensors("shared_experts.", Part.SHARED_EXPERTS, sharedExperts, sharedExperts, hiddenSize));
        }
        if (sharedGate) {
            tensors.add(WeightTensor.of("shared_expert_gate.weight", Part.SHARED_EXPERTS, 1, hiddenSize));
        }
        if (denseBranchSize > 0) {
            tensors.addAll(new DenseFeedForward(denseBranchSize, activation, biased)
                    .tensors("dense_branch.", Part.DENSE_FEED_FORWARD, 1, 1, hiddenSize));
        }
        return List.copyOf(tensors);
    }

    private void addLatent(List<WeightTensor> tensors, long hiddenSize) {
        tensors.add(WeightTensor.of("fc1_latent_proj.weight", Part.DENSE_FEED_FORWARD, latentSize, hiddenSize));
        tensors.add(WeightTensor.of("fc2_latent_proj.weight", Part.DENSE_FEED_FORWARD, hiddenSize, latentSize));
        if (biased) {
            tensors.add(WeightTensor.of("fc1_latent_proj.bias", Part.DENSE_FEED_FORWARD, latentSize));
            tensors.add(WeightTensor.of("fc2_latent_proj.bias", Part.DENSE_FEED_FORWARD, hiddenSize));
        }
    }

    /** The width of what a routed expert reads and gives, in a model of the given hidden size. */
    public long expertWidth(long hiddenSize) {
        return latentSize > 0 ? latentSize : hiddenSize;
    }

    /** The weights of one routed expert. */
    public long parametersPerExpert(long hiddenSize) {
        long sum = 0;
        for (WeightTensor tensor :
                new DenseFeedForward(expertIntermediateSize, activation, biased).tensors(expertWidth(hiddenSize))) {
            sum = Math.addExact(sum, tensor.elements());
        }
        return sum;
    }

    @Override
    public Form<?> form() {
        return FORM;
    }

    @Override
    public void writeTo(Sink out) {
        EXPERTS.write(out, experts);
        EXPERTS_PER_TOKEN.write(out, expertsPerToken);
        EXPERT_INTERMEDIATE_SIZE.write(out, expertIntermediateSize);
        SHARED_EXPERTS.write(out, sharedExperts);
        SHARED_INTERMEDIATE_SIZE.write(out, sharedIntermediateSize);
        SHARED_EXPERT_GATE.write(out, sharedGate);
        DENSE_BRANCH_SIZE.write(out, denseBranchSize);
        LATENT_SIZE.write(out, latentSize);
        ROUTER.write(out, router);
        ACTIVATION.write(out, activation);
        BIASES.write(out, biased);
        BRANCH_NORMS.write(out, branchNorms);
        ZERO_EXPERTS.write(out, zeroExperts);
        OUTPUT_NORM.write(out, outputNorm);
    }

    @Override
    public void derivedTo(Sink out) {
        SPARSITY.write(out, new Attribute.Quotient(experts, expertsPerToken));
        ALWAYS_ON.write(out, sharedExperts);
        ROUTER_FUNCTION.write(out, router.functionInWords());
        ROUTER_BIAS.write(out, router.selectionBias());
        ROUTER_GROUPS.write(out, router.groupsInWords());
        ROUTER_SCALING.write(out, router.scalingInWords());
    }

    @Override
    public Optional<Activation> nonLinearity() {
        return Optional.of(activation);
    }

    @Override
    public Optional<MixtureOfExperts> sparse() {
        return Optional.of(this);
    }

    @Override
    public <R> R answer(FeedForward.Cases<R> cases) {
        return cases.experts(this);
    }
}
