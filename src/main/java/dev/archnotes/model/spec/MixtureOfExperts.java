package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Attributes;
import dev.archnotes.model.form.Form;
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
 * @param router how experts are chosen
 * @param activation the non-linearity of all of them
 * @param biased whether the experts' matrices carry biases
 */
public record MixtureOfExperts(
        long experts,
        long expertsPerToken,
        long expertIntermediateSize,
        long sharedExperts,
        long sharedIntermediateSize,
        boolean sharedGate,
        long denseBranchSize,
        Router router,
        Activation activation,
        boolean biased)
        implements FeedForward {
    private static final Attribute<MixtureOfExperts, Long> EXPERTS = Attribute.size(
                    "experts", "Routed experts", MixtureOfExperts::experts)
            .means("Routed experts of a layer.");
    private static final Attribute<MixtureOfExperts, Long> EXPERTS_PER_TOKEN = Attribute.size(
                    "experts_per_token", "Experts per token", MixtureOfExperts::expertsPerToken)
            .means("Routed experts that act on one token.");
    private static final Attribute<MixtureOfExperts, Long> EXPERT_INTERMEDIATE_SIZE = Attribute.size(
                    "expert_intermediate_size", "Expert size", MixtureOfExperts::expertIntermediateSize)
            .means("Inner width of a routed expert.");
    private static final Attribute<MixtureOfExperts, Long> SHARED_EXPERTS =
            Attribute.count("shared_experts", "Shared experts", MixtureOfExperts::sharedExperts);
    private static final Attribute<MixtureOfExperts, Long> SHARED_INTERMEDIATE_SIZE = Attribute.sizeIf(
            SHARED_EXPERTS, "shared_intermediate_size", "Shared expert size", MixtureOfExperts::sharedIntermediateSize);
    private static final Attribute<MixtureOfExperts, Boolean> SHARED_EXPERT_GATE =
            Attribute.flag("shared_expert_gate", "Gate of the shared expert", MixtureOfExperts::sharedGate);
    private static final Attribute<MixtureOfExperts, Long> DENSE_BRANCH_SIZE = Attribute.count(
                    "dense_branch_size", "Dense branch", MixtureOfExperts::denseBranchSize)
            .means("Inner width of an always-on dense branch beside the experts.");
    private static final Attribute<MixtureOfExperts, Router> ROUTER =
            Attribute.nested("router", "Router", MixtureOfExperts::router, Router.FORM);
    private static final Attribute<MixtureOfExperts, Activation> ACTIVATION =
            Attribute.choice("activation", "Activation", MixtureOfExperts::activation, Activation.values());
    private static final Attribute<MixtureOfExperts, Boolean> BIASES =
            Attribute.flag("biases", "Biases", MixtureOfExperts::biased);

    static final Form<MixtureOfExperts> FORM = Form.<MixtureOfExperts>of("experts", "mixture-of-experts")
            .suspect(EXPERTS_PER_TOKEN)
            .with(EXPERTS)
            .with(EXPERTS_PER_TOKEN)
            .fact(Attribute.quotient(
                    "sparsity",
                    "Sparsity",
                    "Routed experts divided by those that act on a token.",
                    MixtureOfExperts::experts,
                    MixtureOfExperts::expertsPerToken))
            .with(EXPERT_INTERMEDIATE_SIZE)
            .with(SHARED_EXPERTS)
            .fact(Attribute.derived(
                    "shared_experts",
                    "Shared experts",
                    "Experts that every token passes.",
                    MixtureOfExperts::sharedExperts))
            .with(SHARED_INTERMEDIATE_SIZE)
            .with(SHARED_EXPERT_GATE)
            .with(DENSE_BRANCH_SIZE)
            .with(ROUTER)
            .fact(Attribute.derivedText(
                    "router",
                    "Router",
                    "How scores become mixing weights.",
                    network -> network.router().function().label()))
            .fact(Attribute.derivedFlag(
                    "router_bias",
                    "Selection bias",
                    "Whether a balancing bias is added for the choice of experts.",
                    network -> network.router().selectionBias()))
            .fact(Attribute.derivedText(
                    "router_groups",
                    "Router groups",
                    "Groups of experts and how many stay eligible.",
                    network -> network.router().groupsInWords()))
            .fact(Attribute.derivedText(
                    "router_scaling",
                    "Router scaling",
                    "Factor on the mixing weights.",
                    network -> network.router().scalingInWords()))
            .with(ACTIVATION)
            .with(BIASES)
            .make(values -> new MixtureOfExperts(
                    values.get(EXPERTS),
                    values.get(EXPERTS_PER_TOKEN),
                    values.get(EXPERT_INTERMEDIATE_SIZE),
                    values.get(SHARED_EXPERTS),
                    values.get(SHARED_INTERMEDIATE_SIZE),
                    values.get(SHARED_EXPERT_GATE),
                    values.get(DENSE_BRANCH_SIZE),
                    values.get(ROUTER),
                    values.get(ACTIVATION),
                    values.get(BIASES)));

    public MixtureOfExperts {
        if (experts <= 0 || expertsPerToken <= 0 || expertIntermediateSize <= 0) {
            throw new IllegalArgumentException("experts, experts per token and expert size must be positive");
        }
        if (expertsPerToken > experts) {
            throw new IllegalArgumentException("top-" + expertsPerToken + " of only " + experts + " experts");
        }
        if (sharedExperts < 0 || denseBranchSize < 0 || (sharedExperts > 0 && sharedIntermediateSize <= 0)) {
            throw new IllegalArgumentException("shared experts need a positive size");
        }
    }

    @Override
    public String kind() {
        return "mixture of experts";
    }

    @Override
    public List<WeightTensor> tensors(long hiddenSize) {
        List<WeightTensor> tensors = new ArrayList<>();
        tensors.add(WeightTensor.of("router.weight", Part.ROUTER, experts, hiddenSize));
        if (router.biased()) {
            tensors.add(WeightTensor.of("router.bias", Part.ROUTER, experts));
        }
        if (router.selectionBias()) {
            tensors.add(WeightTensor.of("router.e_score_correction_bias", Part.ROUTER, experts));
        }
        tensors.addAll(new DenseFeedForward(expertIntermediateSize, activation, biased)
                .tensors("experts.", Part.ROUTED_EXPERTS, experts, expertsPerToken, hiddenSize));
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

    /** The weights of one routed expert. */
    public long parametersPerExpert(long hiddenSize) {
        long sum = 0;
        for (WeightTensor tensor :
                new DenseFeedForward(expertIntermediateSize, activation, biased).tensors(hiddenSize)) {
            sum = Math.addExact(sum, tensor.elements());
        }
        return sum;
    }

    @Override
    public Attributes attributes() {
        return FORM.of(this);
    }

    @Override
    public Optional<MixtureOfExperts> sparse() {
        return Optional.of(this);
    }

    @Override
    public <R> R answer(FeedForwardCases<R> cases) {
        return cases.experts(this);
    }
}
