package dev.archnotes.model.deployment;

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
 * @param report who says how much memory that is
 */
public record Card(String word, String name, String sold, long bytes, long megabytesPerSecond, Report report) {
    /** Who says how much of a memory there is to use. */
    public enum Report {
        /** NVIDIA's driver, of a card's own memory. */
        SMI(true, "as nvidia-smi reports it"),
        /** NVIDIA's driver, of a card's own memory with error correction in the memory itself. */
        ECC(true, "as nvidia-smi reports it; error correction takes a sixteenth"),
        /** AMD's driver, of a card's own memory. */
        ROCM(true, "as the driver reports it"),
        /** CUDA, of a memory that processor and graphics share. */
        CUDA(false, "as CUDA reports it; processor and graphics share it"),
        /** The compiler of an accelerator that is only rented. */
        XLA(false, "what the compiler XLA can use of it"),
        /** Nobody but the maker. */
        SOLD(false, "as its maker states it; what the driver reports is not known here"),
        /** The system, of a memory that processor and graphics share. */
        METAL(false, "what macOS 15 and later give to graphics by default"),
        /** The older system, where the newer one's part of this size is not known here. */
        THREE_QUARTERS(false, "three quarters, what macOS 14 gives to graphics; later ones give more"),
        /** The firmware, of a memory that processor and graphics share. */
        VARIABLE(false, "what the firmware gives to graphics at most");

        private final boolean card;
        private final String remark;

        Report(boolean card, String remark) {
            this.card = card;
            this.remark = remark;
        }
    }

    /**
     * All cards, by memory. The memory is what a driver printed; the bandwidth is that of the makers' data sheets,
     * white papers and pages of specifications. The table of sources, card by card, is {@code cards.csv} beside the
     * tests of this package.
     */
    public static final List<Card> ALL = List.of(
            nvidia("rtx-5060", "GeForce RTX 5060", 8, 8_151, 448_000),
            nvidia("rtx-4060", "GeForce RTX 4060", 8, 8_188, 272_000),
            nvidia("rtx-3070", "GeForce RTX 3070", 8, 8_192, 448_000),
            nvidia("rtx-3080", "GeForce RTX 3080", 10, 10_240, 760_000),
            apple("m4-16gb", "Apple M4, 16 GB", 16, 74, 120_000),
            nvidia("rtx-5070", "GeForce RTX 5070", 12, 12_227, 672_000),
            nvidia("rtx-4070", "GeForce RTX 4070", 12, 12_282, 504_000),
            nvidia("rtx-3060", "GeForce RTX 3060", 12, 12_288, 360_000),
            nvidia("rtx-3080-ti", "GeForce RTX 3080 Ti", 12, 12_288, 912_000),
            card("tpu-v5e", "TPU v5e, one chip", 16, 16_128, 819_000, Report.XLA),
            nvidia("rtx-5070-ti", "GeForce RTX 5070 Ti", 16, 16_303, 896_000),
            nvidia("rtx-5080", "GeForce RTX 5080", 16, 16_303, 960_000),
            card("rx-9070-xt", "Radeon RX 9070 XT", 16, 16_304, 640_000, Report.ROCM),
            nvidia("rtx-5060-ti-16gb", "GeForce RTX 5060 Ti 16 GB", 16, 16_311, 448_000),
            nvidia("rtx-4070-ti-super", "GeForce RTX 4070 Ti SUPER", 16, 16_376, 672_000),
            nvidia("rtx-4080", "GeForce RTX 4080", 16, 16_376, 716_800),
            nvidia("rtx-4060-ti-16gb", "GeForce RTX 4060 Ti 16 GB", 16, 16_380, 288_000),
            apple("m4-pro-24gb", "Apple M4 Pro, 24 GB", 24, 74, 273_000),
            card("a10", "NVIDIA A10", 24, 23_028, 600_000, Report.ECC),
            card("l4", "NVIDIA L4", 24, 23_034, 300_000, Report.ECC),
            card("rx-7900-xtx", "Radeon RX 7900 XTX", 24, 24_560, 960_000, Report.ROCM),
            nvidia("rtx-4090", "GeForce RTX 4090", 24, 24_564, 1_008_000),
            nvidia("rtx-3090", "GeForce RTX 3090", 24, 24_576, 936_000),
            apple("m5-32gb", "Apple M5, 32 GB", 32, 78, 153_000),
            apple("m4-max-36gb", "Apple M4 Max, 36 GB", 36, 78, 410_000),
            card("tpu-v6e", "TPU v6e, one chip", 32, 32_000, 1_638_000, Report.XLA),
            nvidia("rtx-5090", "GeForce RTX 5090", 32, 32_607, 1_792_000),
            card("r9700", "Radeon AI PRO R9700", 32, 32_624, 640_000, Report.ROCM),
            nvidia("v100-32gb", "NVIDIA V100 SXM2 32 GB", 32, 32_768, 900_000),
            apple("m4-pro-48gb", "Apple M4 Pro, 48 GB", 48, 78, 273_000),
            apple("m5-max-48gb", "Apple M5 Max, 48 GB", 48, 78, 614_000),
            nvidia("a100-40gb", "NVIDIA A100 SXM 40 GB", 40, 40_960, 1_555_000),
            card("l40s", "NVIDIA L40S", 48, 46_068, 864_000, Report.ECC),
            nvidia("rtx-a6000", "RTX A6000", 48, 49_140, 768_000),
            nvidia("rtx-6000-ada", "RTX 6000 Ada", 48, 49_140, 960_000),
            apple("m5-pro-64gb", "Apple M5 Pro, 64 GB", 64, 81, 307_000),
            apple("m1-max-64gb", "Apple M1 Max, 64 GB", 64, 81, 400_000),
            apple("m4-max-64gb", "Apple M4 Max, 64 GB", 64, 81, 546_000),
            card("mi250", "AMD Instinct MI250, one of two dies", 64, 65_520, 1_638_400, Report.ROCM),
            card("m3-ultra-96gb", "Apple M3 Ultra, 96 GB", 96, 73_728, 819_000, Report.THREE_QUARTERS),
            nvidia("h100-pcie", "NVIDIA H100 PCIe", 80, 81_559, 2_000_000),
            nvidia("h100", "NVIDIA H100 SXM", 80, 81_559, 3_350_000),
            nvidia("a100-80gb", "NVIDIA A100 SXM 80 GB", 80, 81_920, 2_039_000),
            nvidia("h100-nvl", "NVIDIA H100 NVL", 94, 95_830, 3_900_000),
            card("tpu-v5p", "TPU v5p, one chip", 95, 97_280, 2_765_000, Report.SOLD),
            nvidia("gh200", "NVIDIA GH200, HBM3", 96, 97_871, 4_000_000),
            nvidia("rtx-pro-6000", "RTX PRO 6000 Blackwell", 96, 97_887, 1_792_000),
            card("ryzen-ai-max-395-128gb", "Ryzen AI Max+ 395, 128 GB", 128, 98_304, 256_000, Report.VARIABLE),
            apple("m4-max-128gb", "Apple M4 Max, 128 GB", 128, 84, 546_000),
            apple("m5-max-128gb", "Apple M5 Max, 128 GB", 128, 84, 614_000),
            apple("m2-ultra-128gb", "Apple M2 Ultra, 128 GB", 128, 84, 800_000),
            card("dgx-spark", "NVIDIA DGX Spark", 128, 124_610, 273_000, Report.CUDA),
            card("gaudi-3", "Intel Gaudi 3", 128, 131_072, 3_670_000, Report.SOLD),
            nvidia("h200", "NVIDIA H200", 141, 143_771, 4_800_000),
            card("m2-ultra-192gb", "Apple M2 Ultra, 192 GB", 192, 147_456, 800_000, Report.THREE_QUARTERS),
            nvidia("b200", "NVIDIA B200", 180, 183_359, 8_000_000),
            nvidia("gb200", "NVIDIA GB200, one GPU", 186, 189_471, 8_000_000),
            card("tpu-7x", "TPU7x, one chip", 192, 194_048, 7_380_000, Report.XLA),
            card("mi300x", "AMD Instinct MI300X", 192, 196_592, 5_300_000, Report.ROCM),
            card("m3-ultra-256gb", "Apple M3 Ultra, 256 GB", 256, 196_608, 819_000, Report.THREE_QUARTERS),
            card("mi325x", "AMD Instinct MI325X", 256, 262_144, 6_000_000, Report.SOLD),
            nvidia("b300", "NVIDIA B300", 270, 275_040, 8_000_000),
            nvidia("gb300", "NVIDIA GB300, one GPU", 279, 284_208, 8_000_000),
            card("mi355x", "AMD Instinct MI355X", 288, 294_896, 8_000_000, Report.ROCM),
            card("m3-ultra-512gb", "Apple M3 Ultra, 512 GB", 512, 475_136, 819_000, Report.METAL));

    private static Card nvidia(String word, String name, int sold, int mebibytes, int megabytesPerSecond) {
        return card(word, name, sold, mebibytes, megabytesPerSecond, Report.SMI);
    }

    private static Card card(String word, String name, int sold, int mebibytes, int megabytesPerSecond, Report report) {
        return new Card(word, name, sold + " GB", (long) mebibytes << 20, megabytesPerSecond, report);
    }

    /** Metal's recommended working set: so many percent of the memory, in whole pages of 16 KiB. */
    private static Card apple(String word, String name, int sold, int percent, int megabytesPerSecond) {
        long pages = (((long) sold << 16) * percent + 99) / 100;
        return new Card(word, name, sold + " GB", pages << 14, megabytesPerSecond, Report.METAL);
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

    /** Its highest dense rate of 16-bit arithmetic in 10⁹ operations a second; 0 where it is not known here. */
    public long gigaflops() {
        return DenseRate.gigaflops(word);
    }

    /** Whether it is a card with a memory of its own, which one can buy. */
    public boolean ownMemory() {
        return report.card;
    }

    /** What there is to say of the memory. */
    public String remark() {
        return report.remark;
    }

    /**
     * The card with the least memory that holds so many bytes. A machine that shares its memory, or is only rented, is
     * named where no card holds them.
     */
    public static Optional<Card> smallest(long bytes) {
        Optional<Card> machine = Optional.empty();
        for (Card card : ALL) {
            if (card.bytes >= bytes && card.report.card) {
                return Optional.of(card);
            }
            if (card.bytes >= bytes && machine.isEmpty()) {
                machine = Optional.of(card);
            }
        }
        return machine;
    }
}
