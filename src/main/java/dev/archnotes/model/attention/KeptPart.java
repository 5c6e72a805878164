package dev.archnotes.model.attention;

import dev.archnotes.model.tensor.Factor;
import java.util.List;
import java.util.Optional;

/**
 * One part of what a layer keeps of a sequence: so many numbers for each entry, and an entry for every so many tokens.
 *
 * @param numbers the numbers of an entry, a sum of products
 * @param limit the most tokens of which entries are kept, where there is a limit
 * @param every tokens for one entry, 1 where each has its own
 */
public record KeptPart(List<List<Factor>> numbers, Optional<Factor> limit, long every) {
    public KeptPart {
        numbers = List.copyOf(numbers);
    }

    /** Numbers of an entry. */
    public long entryNumbers() {
        return Attention.sum(numbers);
    }

    /** Entries at a context: of whole groups of tokens only. */
    public long entries(long context) {
        return Math.min(context, limit.map(Factor::value).orElse(context)) / every;
    }
}
