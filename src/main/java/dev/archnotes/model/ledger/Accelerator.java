package dev.archnotes.model.ledger;

import java.util.Optional;

/**
 * A named accelerator.
 *
 * @param name its name as makers of models state it
 * @param denseGigaflops peak dense bfloat16 rate in 10⁹ operations a second
 * @param megabytesPerSecond memory bandwidth in 10⁶ bytes a second
 * @param memoryBytes its memory
 */
public record Accelerator(String name, long denseGigaflops, long megabytesPerSecond, long memoryBytes) {
    /** NVIDIA H100 SXM: 989.4 TFLOP/s dense BF16, 3.35 TB/s, 80 GB (NVIDIA H100 data sheet). */
    public static final Accelerator H100 = new Accelerator("H100", 989_400, 3_350_000, 80_000_000_000L);
    /** NVIDIA H800 SXM: the H100's arithmetic and memory with slower links. */
    public static final Accelerator H800 = new Accelerator("H800", 989_400, 3_350_000, 80_000_000_000L);

    /** The accelerator of a name, if it is known here. */
    public static Optional<Accelerator> named(String name) {
        if (name.equals(H100.name)) {
            return Optional.of(H100);
        }
        return name.equals(H800.name) ? Optional.of(H800) : Optional.empty();
    }

    /** Operations for each byte read at which arithmetic and bandwidth take equally long. */
    public double balance() {
        return (double) denseGigaflops * 1000 / megabytesPerSecond;
    }

    /** The rate in 10⁹ operations a second that memory and arithmetic allow at so many operations for each byte. */
    public double attainableGigaflops(double intensity) {
        return Math.min(denseGigaflops, intensity * megabytesPerSecond / 1000);
    }
}
