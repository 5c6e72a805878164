package dev.archnotes.model.compare.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.compare.Catalog;
import dev.archnotes.model.compare.MechanismUse;
import dev.archnotes.model.compare.PairChoice;
import dev.archnotes.model.compare.PairComparison;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.content.Lineage;
import dev.archnotes.site.read.LineageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The sentences of all pairs of families, read side by side. */
class PairSentenceTest {
    private final MechanismUse use = MechanismUse.of(Catalog.structures());

    @Test
    void noTwoPairsHaveTheSameSentence() throws IOException {
        List<String> sentences = sentences(lineage());
        assertThat(sentences)
                .hasSize(Catalog.FAMILIES.size() * (Catalog.FAMILIES.size() - 1) / 2)
                .doesNotHaveDuplicates();
    }

    @Test
    void hardlyTwoPairsDifferInNamesAndNumbersOnly() throws IOException {
        Map<String, Integer> skeletons = new HashMap<>();
        for (String sentence : sentences(lineage())) {
            skeletons.merge(skeleton(sentence), 1, Integer::sum);
        }
        int repeated = skeletons.values().stream().mapToInt(count -> count - 1).sum();
        assertThat(repeated).as("sentences that repeat the skeleton of another").isLessThanOrEqualTo(4);
    }

    @Test
    void noBeginningIsWornOut() throws IOException {
        Map<String, Integer> beginnings = new HashMap<>();
        for (String sentence : sentences(lineage())) {
            String[] words = skeleton(sentence).split(" ");
            beginnings.merge(String.join(" ", List.of(words).subList(0, 5)), 1, Integer::sum);
        }
        assertThat(beginnings.values()).allMatch(count -> count <= 6);
    }

    @Test
    void theyAreSentences() throws IOException {
        for (String sentence : sentences(Lineage.EMPTY)) {
            assertThat(sentence)
                    .endsWith(".")
                    .doesNotContain("  ")
                    .doesNotContain(" ,")
                    .doesNotContain("..")
                    .doesNotContain(" ;")
                    .doesNotContain("null");
            assertThat(sentence.length()).as(sentence).isBetween(60, 420);
        }
    }

    @Test
    void everyPairOfVariantsHasOne() {
        List<Structure> all = Catalog.structures();
        for (Structure first : all) {
            for (Structure second : all) {
                if (first != second) {
                    assertThat(PairSentence.of(PairComparison.of(first, second), use))
                            .endsWith(".")
                            .doesNotContain("NaN")
                            .doesNotContain("  ");
                }
            }
        }
    }

    private List<String> sentences(Lineage lineage) {
        List<String> slugs = Catalog.slugs();
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < slugs.size(); i++) {
            for (int j = i + 1; j < slugs.size(); j++) {
                PairChoice choice = PairChoice.of(Catalog.structures(slugs.get(i)), Catalog.structures(slugs.get(j)));
                sentences.add(lineage.between(slugs.get(i), slugs.get(j))
                        .map(Lineage.Edge::sentence)
                        .orElseGet(() -> PairSentence.of(PairComparison.of(choice.first(), choice.second()), use)));
            }
        }
        return sentences;
    }

    private static Lineage lineage() throws IOException {
        return LineageReader.read(
                "notes/lineage.yaml", Files.readString(Path.of("notes/lineage.yaml")), Diagnostics.builder());
    }

    /** The sentence with every name and number replaced by a placeholder. */
    private static String skeleton(String sentence) {
        String skeleton = sentence;
        List<String> names = new ArrayList<>();
        for (Structure variant : Catalog.structures()) {
            names.add(PairView.name(variant));
            names.add(PairView.shortName(variant));
        }
        List<String> longestFirst = new ArrayList<>(new HashSet<>(names));
        longestFirst.sort((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));
        for (String name : longestFirst) {
            skeleton = skeleton.replace(name, "N");
        }
        return skeleton.replaceAll("[0-9][0-9.,]*[BMT]?(?:\u202F?[%×]| [KMG]iB)?", "#");
    }
}
