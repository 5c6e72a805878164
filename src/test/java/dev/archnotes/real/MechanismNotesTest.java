package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.MechanismProfile;
import dev.archnotes.model.compare.Relative;
import dev.archnotes.model.compare.Relatives;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Evidence;
import dev.archnotes.site.content.Explanation;
import dev.archnotes.site.content.Explanations;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Lineage;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.markdown.node.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the real notes say of mechanisms and lineage fits what the models use and what the other notes hold. */
@Tag("site")
class MechanismNotesTest {
    private final Catalogue catalogue = RealSite.get().catalogue();
    private final Explanations texts = catalogue.library().explanations();
    private final Lineage lineage = catalogue.library().lineage();
    private final Relatives relatives = Relatives.of(catalogue.variants().stream()
            .map(variant -> Structure.of(variant, catalogue.sheet(variant)))
            .collect(Collectors.groupingBy(variant -> variant.variant().family())));

    @Test
    void everyMechanismInUseIsExplained() {
        for (Variant variant : catalogue.variants()) {
            for (Mechanism mechanism :
                    MechanismProfile.of(variant.architecture()).mechanisms()) {
                assertThat(texts.byId()).as(variant.id()).containsKey(mechanism.key());
            }
        }
    }

    @Test
    void everyTextIsOfAMechanismAndStandsAgainstOneOfItsKind() {
        for (Explanation text : texts.byId().values()) {
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
    void everyConceptAndHeadingExists() {
        Library library = catalogue.library();
        for (Explanation text : texts.byId().values()) {
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
        List<String> slugs =
                catalogue.familiesByDate().stream().map(ModelFamily::slug).toList();
        for (Lineage.Edge edge : lineage.edges()) {
            assertThat(slugs.indexOf(edge.from()))
                    .as(edge.from() + " to " + edge.to())
                    .isNotNegative()
                    .isLessThan(slugs.indexOf(edge.to()));
            assertThat(lineage.between(edge.to(), edge.from())).contains(edge);
        }
    }

    /**
     * A stated parent is among the five nearest of thirteen, save where the source itself names one idea and not a
     * block: gpt-oss is placed in GPT-2's line across six years, SmolLM3 shares its layers without positions with Llama
     * 4, and Qwen3 took from DeepSeek how to cut experts and left out the rest.
     */
    @Test
    void whatMakersStateOfTheirLineageIsNearInStructure() {
        Set<String> departures = Set.of("gpt-2>gpt-oss", "llama-4>smollm3", "deepseek-v3-r1>qwen3");
        List<Lineage.Edge> stated = lineage.edges().stream()
                .filter(edge -> edge.kind() == Evidence.STATED)
                .toList();
        assertThat(stated).hasSizeGreaterThanOrEqualTo(9);
        for (Lineage.Edge edge : stated) {
            List<String> near = relatives.nearest(edge.to(), 5).stream()
                    .map(Relative::family)
                    .toList();
            String name = edge.from() + ">" + edge.to();
            assertThat(near.contains(edge.from()))
                    .as("%s among the nearest of %s: %s", edge.from(), edge.to(), near)
                    .isEqualTo(!departures.contains(name));
        }
    }
}
