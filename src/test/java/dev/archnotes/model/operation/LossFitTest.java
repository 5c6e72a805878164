package dev.archnotes.model.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LossFitTest {
    private static final double GOPHER = 5.76e23;

    @Test
    void aFitOfWholeNumbersIsSolvedByHand() {
        // N = D, for the two terms are alike
        LossFit fit = new LossFit(1, 8, 8, 1, 1);

        assertThat(fit.loss(4, 8)).isEqualTo(1 + 2 + 1);
        assertThat(fit.best(6 * 64).parameters()).isEqualTo(8, within(1e-9));
        assertThat(fit.best(6 * 64).tokens()).isEqualTo(8, within(1e-9));
        // 1/N + 1/D = 1/4, D = 4N / (N − 4); 6ND + 2N·24 is least at 3N² − 24N + 32 = 0
        LossFit.Run cheapest = fit.cheapest(6 * 64, 24);
        assertThat(cheapest.parameters()).isEqualTo(4 + 4 / Math.sqrt(3), within(1e-9));
        assertThat(fit.loss(cheapest.parameters(), cheapest.tokens())).isEqualTo(3, within(1e-9));
    }

    @Test
    void theRefitAsksForAboutTwentyTokensAParameter() {
        // arXiv:2404.10102, section 4: about twenty at the compute of Chinchilla
        LossFit.Run best = LossFit.REFITTED.best(GOPHER);

        assertThat(best.tokens() / best.parameters()).isBetween(17.0, 22.0);
        assertThat(best.parameters()).isEqualTo(72.2e9, within(0.1e9));
    }

    @Test
    void thePublishedConstantsAskForASmallerModel() {
        assertThat(LossFit.PUBLISHED.best(GOPHER).parameters()).isEqualTo(32.2e9, within(0.1e9));
    }

    @Test
    void theBestSizeIsTheBottomOfTheValley() {
        LossFit.Run best = LossFit.REFITTED.best(1e24);
        double lowest = LossFit.REFITTED.lossAt(1e24, best.parameters());

        assertThat(LossFit.REFITTED.lossAt(1e24, best.parameters() * 1.1)).isGreaterThan(lowest);
        assertThat(LossFit.REFITTED.lossAt(1e24, best.parameters() / 1.1)).isGreaterThan(lowest);
        assertThat(LossFit.REFITTED.cheapest(1e24, 0).parameters())
                .isEqualTo(best.parameters(), within(best.parameters() * 1e-6));
    }
}
