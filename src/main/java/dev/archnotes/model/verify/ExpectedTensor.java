package dev.archnotes.model.verify;

import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.tensor.Part;
import java.util.List;

/**
 * A tensor that a checkpoint should hold.
 *
 * @param name its name there
 * @param shape its shape there
 * @param part the part of the model that counts it
 * @param scope what it belongs to
 */
public record ExpectedTensor(String name, List<Long> shape, Part part, LedgerRow.Scope scope) {
    public ExpectedTensor {
        shape = List.copyOf(shape);
    }

    /** How many numbers it holds. */
    public long elements() {
        long product = 1;
        for (long size : shape) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }
}
