package dev.archnotes.model.tensor;

import java.util.List;

/**
 * One kind of released weight tensor: {@code q_proj.weight [4096 × 5120]}, once a layer, or
 * {@code experts.gate_proj.weight [2048 × 7168]}, 256 copies of which 8 act on one token.
 *
 * @param name the tensor's name within its layer or model, in the checkpoint's words
 * @param shape the sizes of its axes, output first, as stored
 * @param part the group that counts it
 * @param copies how many such tensors one layer holds (experts), 1 otherwise
 * @param activeCopies how many of the copies act on one token
 */
public record WeightTensor(String name, List<Long> shape, Part part, long copies, long activeCopies) {
    public WeightTensor {
        shape = List.copyOf(shape);
        for (long size : shape) {
            if (size <= 0) {
                throw new IllegalArgumentException(name + ": an axis of size " + size);
            }
        }
        if (copies < 0 || activeCopies < 0 || activeCopies > copies) {
            throw new IllegalArgumentException(name + ": " + activeCopies + " of " + copies + " copies active");
        }
    }

    /** A tensor that every token uses. */
    public static WeightTensor of(String name, Part part, long... shape) {
        return new WeightTensor(name, axes(shape), part, 1, 1);
    }

    /** A tensor of each of {@code copies} experts, {@code activeCopies} of which act on one token. */
    public static WeightTensor ofExperts(String name, Part part, long copies, long activeCopies, long... shape) {
        return new WeightTensor(name, axes(shape), part, copies, activeCopies);
    }

    private static List<Long> axes(long[] shape) {
        Long[] boxed = new Long[shape.length];
        for (int i = 0; i < shape.length; i++) {
            boxed[i] = shape[i];
        }
        return List.of(boxed);
    }

    /** The number of elements of one copy. */
    public long elements() {
        long product = 1;
        for (long size : shape) {
            product = Math.multiplyExact(product, size);
        }
        return product;
    }

    /** The number of elements of all copies. */
    public long totalElements() {
        return Math.multiplyExact(elements(), copies);
    }

    /** The number of elements that act on one token. */
    public long activeElements() {
        return Math.multiplyExact(elements(), activeCopies);
    }

    /** Whether this is a matrix (or a stack of them) that multiplies the token, rather than a vector. */
    public boolean isMatrix() {
        return shape.size() >= 2;
    }
}
