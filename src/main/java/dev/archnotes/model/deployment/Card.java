package dev.archnotes.model.deployment;

import dev.archnotes.model.ledger.Accelerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A card, or a machine whose processor and graphics share one memory, that one person may have. Memory is sold in
 * gigabytes and built in gibibytes: a card of "24 GB" has nearly 24 GiB, of which the driver keeps some. What the
 * driver reports is what a model can have at most.
 *
 * @param word the name by which it is asked for
 * @param name its maker's name for it
 * @param sold its memory as sold
 * @param bytes the memory that its driver reports; of a shared memory, what the system gives to graphics
 * @param megabytesPerSecond bandwidth of the memory in 10⁶ bytes a second, by its maker's data sheet
 * @param remark what there is to say of the memory
 */
public record Card(String word, String name, String sold, long bytes, long megabytesPerSecond, String remark) {
    private static final long MEBI = 1L << 20;
    private static final String SMI = "as nvidia-smi reports it";
    private static final String ECC = "as nvidia-smi reports it; error correction takes a sixteenth";
    private static final String SHARED = "three quarters of the memory, what macOS gives to graphics by default";

    /** All cards, by memory. Bandwidths are those of the makers' data sheets and pages of specifications. */
    public static final List<Card> ALL = List.of(
            nvidia("rtx-3060", "GeForce RTX 3060", 12, 12_288, 360_000),
            nvidia("rtx-4060-ti-16gb", "GeForce RTX 4060 Ti 16 GB", 16, 16_380, 288_000),
            new Card("l4", "NVIDIA L4", "24 GB", 23_034 * MEBI, 300_000, ECC),
            nvidia("rtx-4090", "GeForce RTX 4090", 24, 24_564, 1_008_000),
            nvidia("rtx-3090", "GeForce RTX 3090", 24, 24_576, 936_000),
            shared("m4-max-36gb", "Apple M4 Max, 36 GB", 36, 410_000),
            nvidia("rtx-5090", "GeForce RTX 5090", 32, 32_607, 1_792_000),
            shared("m4-pro-48gb", "Apple M4 Pro, 48 GB", 48, 273_000),
            nvidia("a100-40gb", "NVIDIA A100 40 GB", 40, 40_960, 1_555_000),
            new Card("l40s", "NVIDIA L40S", "48 GB", 46_068 * MEBI, 864_000, ECC),
            nvidia("h100", "NVIDIA H100 SXM", 80, 81_559, Accelerator.H100.megabytesPerSecond()),
            nvidia("a100-80gb", "NVIDIA A100 SXM 80 GB", 80, 81_920, 2_039_000),
            nvidia("rtx-pro-6000", "RTX PRO 6000 Blackwell", 96, 97_887, 1_792_000),
            shared("m4-max-128gb", "Apple M4 Max, 128 GB", 128, 546_000),
            nvidia("h200", "NVIDIA H200", 141, 143_771, 4_800_000),
            shared("m2-ultra-192gb", "Apple M2 Ultra, 192 GB", 192, 800_000),
            nvidia("b200", "NVIDIA B200", 192, 183_359, 8_000_000),
            new Card("mi300x", "AMD Instinct MI300X", "192 GB", 206_141_652_992L, 5_300_000, "as rocm-smi reports it"),
            shared("m3-ultra-512gb", "Apple M3 Ultra, 512 GB", 512, 819_000));

    private static Card nvidia(String word, String name, long sold, long mebibytes, long megabytesPerSecond) {
        return new Card(word, name, sold + " GB", mebibytes * MEBI, megabytesPerSecond, SMI);
    }

    private static Card shared(String word, String name, long sold, long megabytesPerSecond) {
        return new Card(word, name, sold + " GB", (sold << 30) / 4 * 3, megabytesPerSecond, SHARED);
    }

    /** The card of a name, in letters of either size. */
    public static Optional<Card> named(String name) {
        String plain = WeightFormat.lower(name);
        for (Card card : ALL) {
            if (card.word.equals(plain)) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }

    /** All names, by memory. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Card card : ALL) {
            words.add(card.word);
        }
        return words;
    }

    /** The card with the least memory that holds so many bytes. */
    public static Optional<Card> smallest(long bytes) {
        for (Card card : ALL) {
            if (card.bytes >= bytes) {
                return Optional.of(card);
            }
        }
        return Optional.empty();
    }
}
