package dev.archnotes.model.checkpoint;

import java.util.List;
import java.util.Optional;

/**
 * A tensor as a file holds it.
 *
 * @param name its name in the file
 * @param shape the sizes of its axes, the one that varies slowest first
 * @param format how its numbers are stored
 * @param bytes the bytes that it takes
 * @param file the file that holds it
 */
public record StoredTensor(String name, List<Long> shape, NumberFormat format, long bytes, String file) {
    public StoredTensor {
        shape = List.copyOf(shape);
    }

    /** How many numbers it holds. */
    public long elements() {
        return elements(shape).orElse(0L);
    }

    /** The product of sizes; empty where it does not fit into 64 bits. */
    static Optional<Long> elements(List<Long> shape) {
        long product = 1;
        boolean counted = true;
        for (long size : shape) {
            if (size == 0) {
                return Optional.of(0L);
            }
            counted &= size > 0 && product <= Long.MAX_VALUE / size;
            product *= counted ? size : 1;
        }
        return counted ? Optional.of(product) : Optional.empty();
    }
}
