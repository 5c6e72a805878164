package dev.archnotes.model.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How several cards share a model. */
public enum Split {
    /**
     * Each card has some consecutive layers, with their cache; the first has the embedding too, the last the head. All
     * get equally many layers, and where that does not come out even, cards before the last one more
     * ({@code get_pp_indices} of vLLM's {@code distributed/utils.py}).
     */
    PIPELINE("pipeline", "pipeline: consecutive layers"),
    /**
     * Each card has a part of every matrix and some heads with their cache (arXiv:1909.08053, section 3). Norms and
     * routers are on every card; so are the down-projections to a latent and what is cached of it, and KV heads where
     * there are fewer than cards ({@code ReplicatedLinear} and {@code num_kv_heads} of vLLM's models).
     */
    TENSOR("tensor", "tensor: a part of every matrix"),
    /**
     * Each card has some routed experts (arXiv:2006.16668, section 3) and all other weights, and serves some of the
     * sequences: data-parallel attention. A model without experts is on each card whole.
     */
    EXPERT("expert", "expert: experts divided, the rest on each card");

    private final String word;
    private final String label;

    Split(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The name by which it is asked for. */
    public String word() {
        return word;
    }

    /** Its name and what it does. */
    public String label() {
        return label;
    }

    /** The split of a name. */
    public static Optional<Split> named(String name) {
        String plain = WeightFormat.lower(name);
        for (Split split : values()) {
            if (split.word.equals(plain)) {
                return Optional.of(split);
            }
        }
        return Optional.empty();
    }

    /** All names, in their order. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Split split : values()) {
            words.add(split.word);
        }
        return words;
    }
}
