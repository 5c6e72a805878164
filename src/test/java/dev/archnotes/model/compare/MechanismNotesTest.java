package dev.archnotes.model.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Lineage;
import dev.archnotes.site.content.MechanismText;
import dev.archnotes.site.content.MechanismTexts;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.markdown.node.Heading;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.site.read.LineageReader;
import dev.archnotes.site.read.MechanismReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the real notes say of mechanisms and lineage fits what the models use and what the other notes hold. */
class MechanismNotesTest {
    private final Diagnostics.Builder findings = Diagnostics.builder();
    private final MechanismTexts texts =
            MechanismReader.read("notes/mechanisms.yaml", text("notes/mechanisms.yaml"), findings);
    private final Lineage lineage = LineageReader.read("notes/lineage.yaml", text("notes/lineage.yaml"), findings);

    @Test
    void bothFilesAreSound() {
        assertThat(findings.build()).isEmpty();
    }

    @Test
    void everyMechanismInUseIsExplained() {
        for (Structure variant : Catalog.structures()) {
            for (Mechanism mechanism : variant.profile().mechanisms()) {
                assertThat(texts.byId()).as(variant.model().id()).containsKey(mechanism.id());
            }
        }
    }

    @Test
    void everyTextIsOfAMechanismAndStandsAgainstOneOfItsKind() {
        for (MechanismText text : texts.byId().values()) {
            Mechanism mechanism = Mechanism.named(text.id()).orElseThrow();
            for (String other : text.against().keySet()) {
                assertThat(Mechanism.named(other).orElseThrow().aspect())
                        .as(text.id() + " against " + other)
                        .isEqualTo(mechanism.aspect());
            }
        }
    }

    @Test
    void everyTextIsOneSentenceOfItsOwn() {
        List<String> sentences = new ArrayList<>();
        texts.byId().values().forEach(text -> {
            sentences.add(text.changes());
            sentences.addAll(text.against().values());
        });
        assertThat(sentences)
                .doesNotHaveDuplicates()
                .allMatch(sentence -> sentence.endsWith(".") && sentence.indexOf(". ") < 0 && sentence.length() > 60);
    }

    @Test
    void everyConceptAndHeadingExists() throws IOException {
        Library library = LibraryReader.read(Path.of("notes")).library();
        Catalogue catalogue = Catalogue.of(library);
        for (MechanismText text : texts.byId().values()) {
            Note note = catalogue
                    .concept(text.concept())
                    .orElseThrow(() -> new AssertionError(text.id() + ": no concept " + text.concept()));
            if (!text.anchor().isEmpty()) {
                assertThat(note.document().headings())
                        .as(text.id())
                        .extracting(Heading::id)
                        .contains(text.anchor());
            }
        }
        for (Lineage.Edge edge : lineage.edges()) {
            assertThat(library.references()).containsKey(edge.cite());
        }
    }

    @Test
    void everyEdgeLeadsFromAnOlderFamilyToAYoungerOne() {
        List<String> slugs = Catalog.slugs();
        for (Lineage.Edge edge : lineage.edges()) {
            assertThat(slugs.indexOf(edge.from()))
                    .as(edge.from() + " to " + edge.to())
                    .isNotNegative()
                    .isLessThan(slugs.indexOf(edge.to()));
            assertThat(lineage.between(edge.to(), edge.from())).contains(edge);
        }
    }

    @Test
    void explainsTwoOpposedMechanismsOnce() {
        List<MechanismTexts.Explanation> told = texts.explain(
                List.of("latent-attention", "grouped-query-attention"),
                List.of(List.of("grouped-query-attention"), List.of("latent-attention")));
        assertThat(told).hasSize(1);
        assertThat(told.get(0).sentence())
                .isEqualTo(texts.byId()
                        .get("latent-attention")
                        .against("grouped-query-attention")
                        .orElseThrow());
        assertThat(texts.explain(List.of("attention-sinks"), List.of(List.of()))
                        .get(0)
                        .sentence())
                .isEqualTo(texts.byId().get("attention-sinks").changes());
    }

    private static String text(String path) {
        try {
            return Files.readString(Path.of(path));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
