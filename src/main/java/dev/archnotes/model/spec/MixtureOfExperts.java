package dev.archnotes.model.spec;

import java.util.ArrayList;
import java.util.List;

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
}
