package dev.archnotes.site.drawing.concept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The map of concepts has a place for each, and says what it was given. */
class ConceptMapTest {
    private static final List<MapConcept> TWO = List.of(
            concept(ExplainedPart.CACHE, "KV cache", "What was computed once is kept.", "concepts/kv-cache/"),
            concept(
                    ExplainedPart.NORMALIZATION,
                    "Normalization",
                    "Every branch begins with a norm.",
                    "concepts/normalization/"));

    @Test
    void linksAreReachedFromTheTopOfTheBlockToItsBottom() {
        for (Picture picture : both(ConceptMap.of(TWO))) {
            assertThat(linked(picture))
                    .extracting(Mark.Group::href)
                    .containsExactly("concepts/normalization/", "concepts/kv-cache/");
            assertThat(picture.role()).isEqualTo("group");
        }
    }

    @Test
    void aLinkReadsAsTitleAndSentence() {
        for (Picture picture : both(ConceptMap.of(TWO))) {
            assertThat(words(linked(picture).get(0))).isEqualTo("Normalization Every branch begins with a norm.");
            assertThat(words(linked(picture).get(1))).isEqualTo("KV cache What was computed once is kept.");
        }
    }

    @Test
    void whatHasNoPartIsNotLost() {
        MapConcept stranger =
                new MapConcept(Optional.empty(), "Tokenization", "Text in pieces.", "concepts/tokenization/");
        MapConcept again =
                concept(ExplainedPart.CACHE, "Paged cache", "A second note of the same concept.", "concepts/paged/");
        ConceptMap map = ConceptMap.of(List.of(TWO.get(0), stranger, again));
        assertThat(map.others()).containsExactly(stranger, again);
        assertThat(both(map)).extracting(Picture::role).containsOnly("group");
    }

    @Test
    void aBlockWithoutConceptsLeadsNowhere() {
        assertThat(both(ConceptMap.of(List.of()))).extracting(Picture::role).containsOnly("img");
        assertThat(both(ConceptMap.of(List.of())))
                .allSatisfy(picture -> assertThat(linked(picture)).isEmpty());
    }

    @Test
    void aLongSentenceMakesItsRowHigher() {
        MapConcept brief = concept(ExplainedPart.STATE, "Linear attention", "Short.", "#");
        MapConcept wordy = concept(
                ExplainedPart.STATE, "Linear attention", "word ".repeat(60).strip(), "#");
        List<Picture> low = both(ConceptMap.of(List.of(brief)));
        List<Picture> high = both(ConceptMap.of(List.of(wordy)));
        for (int i = 0; i < low.size(); i++) {
            assertThat(high.get(i).height()).isGreaterThan(low.get(i).height());
        }
    }

    private static MapConcept concept(ExplainedPart part, String title, String key, String href) {
        return new MapConcept(Optional.of(part), title, key, href);
    }

    private static List<Picture> both(ConceptMap map) {
        return List.of(map.pictures().narrow(), map.pictures().wide());
    }

    private static List<Mark.Group> linked(Picture picture) {
        List<Mark.Group> groups = new ArrayList<>();
        for (Mark mark : picture.marks()) {
            if (mark instanceof Mark.Group group && !group.href().isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private static String words(Mark.Group group) {
        return group.marks().stream()
                .filter(Mark.Label.class::isInstance)
                .map(mark -> ((Mark.Label) mark).text())
                .collect(Collectors.joining(" "));
    }
}
