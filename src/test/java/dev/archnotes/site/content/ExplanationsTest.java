package dev.archnotes.site.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.sites.FieldGuide;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationsTest {
    private final Explanations texts = FieldGuide.get().catalogue().library().explanations();

    @Test
    void explainsTwoOpposedMechanismsOnce() {
        List<Explanations.Sentence> told = texts.explain(
                List.of("latent-attention", "grouped-query-attention"),
                List.of(List.of("grouped-query-attention"), List.of("latent-attention")));
        assertThat(told).hasSize(1);
        assertThat(told.get(0).text())
                .isEqualTo(texts.byId()
                        .get("latent-attention")
                        .against("grouped-query-attention")
                        .orElseThrow());
        assertThat(texts.explain(List.of("gated-deltanet"), List.of(List.of()))
                        .get(0)
                        .text())
                .isEqualTo(texts.byId().get("gated-deltanet").changes());
    }
}
