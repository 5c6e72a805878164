package dev.archnotes.site.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.content.Explanations;
import dev.archnotes.site.content.Lineage;
import org.junit.jupiter.api.Test;

class LineageReaderTest {
    private final Diagnostics.Builder findings = Diagnostics.builder();

    @Test
    void reportsWhatCannotBe() {
        Lineage lineage = LineageReader.read("lineage.yaml", """
                lineage:
                  - {from: a, to: b, kind: stated, sentence: "B comes from A.", cite: x}
                  - {from: b, to: a, kind: inference, sentence: "A comes from B.", cite: y}
                  - {from: c, to: c, kind: stated, sentence: "C is C.", cite: z}
                  - {from: c, to: d, kind: hearsay, sentence: "D comes from C.", cite: z, sure: true}
                """, findings);
        assertThat(lineage.edges()).extracting(Lineage.Edge::cite).containsExactly("x");
        assertThat(findings.build().all())
                .extracting(Diagnostic::rule)
                .containsExactlyInAnyOrder(Rule.DUPLICATE_ID, Rule.IMPOSSIBLE_VALUE, Rule.WRONG_TYPE, Rule.UNKNOWN_KEY);
    }

    @Test
    void readsAConceptWithItsHeadingAndWhatStandsAgainst() {
        Explanations texts = MechanismReader.read("mechanisms.yaml", """
                mechanisms:
                  - id: window
                    name: Window
                    concept: sliding#mask
                    changes: "It forgets."
                    against:
                      - {mechanism: chunk, changes: "It slides."}
                  - {id: window, name: Again, concept: sliding, changes: "Twice."}
                """, findings);
        assertThat(texts.byId().get("window").concept()).isEqualTo("sliding");
        assertThat(texts.byId().get("window").anchor()).isEqualTo("mask");
        assertThat(texts.byId().get("window").against("chunk")).contains("It slides.");
        assertThat(findings.build().all()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.DUPLICATE_ID);
            assertThat(finding.location().line()).isEqualTo(8);
        });
    }
}
