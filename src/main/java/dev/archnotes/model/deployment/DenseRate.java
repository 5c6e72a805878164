package dev.archnotes.model.deployment;

/**
 * The highest dense rate of 16-bit multiplication of a card, by its maker. Of consumer cards it is the one that adds up
 * in 16 bits, twice the one that adds up in 32: a bound has to hold for both.
 */
final class DenseRate {
    private DenseRate() {}

    /** The rate in 10⁹ operations a second; 0 where it is not known here. The sources are in {@code rates.csv}. */
    static long gigaflops(String card) {
        switch (card) {
            case "h100":
            case "h200":
                return 989_400;
            case "h100-pcie":
                return 756_500;
            case "h100-nvl":
                return 835_500;
            case "gh200":
                return 990_000;
            case "b200":
                return 2_250_000;
            case "gb200":
                return 2_500_000;
            case "a100-40gb":
            case "a100-80gb":
                return 312_000;
            case "v100-32gb":
            case "a10":
                return 125_000;
            case "l4":
                return 121_000;
            case "l40s":
                return 362_050;
            case "rtx-a6000":
                return 154_800;
            case "rtx-6000-ada":
                return 364_200;
            case "rtx-3070":
                return 81_300;
            case "rtx-3080":
                return 119_000;
            case "rtx-3090":
                return 142_000;
            case "rtx-4080":
                return 194_900;
            case "rtx-4090":
                return 330_300;
            case "rtx-5090":
                return 419_000;
            case "mi300x":
            case "mi325x":
                return 1_307_400;
            case "mi355x":
                return 2_516_600;
            case "mi250":
                return 181_050;
            case "gaudi-3":
                return 1_835_000;
            case "tpu-v5e":
                return 197_000;
            case "tpu-v5p":
                return 459_000;
            case "tpu-v6e":
                return 918_000;
            case "tpu-7x":
                return 2_307_000;
            default:
                return 0;
        }
    }
}
