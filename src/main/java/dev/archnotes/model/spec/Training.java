package dev.archnotes.model.spec;

import java.util.Optional;

/**
 * Training facts as published; absent where no source gives them.
 *
 * @param tokens pre-training tokens
 * @param gpuHours accelerator hours
 * @param accelerator the accelerator those hours are of
 * @param compute floating-point operations as the makers state them
 * @param source where they were read
 */
public record Training(
        Optional<Long> tokens,
        Optional<Long> gpuHours,
        Optional<String> accelerator,
        Optional<Double> compute,
        Optional<String> source) {
    public static final Training NOT_PUBLISHED =
            new Training(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
