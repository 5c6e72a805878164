package dev.archnotes.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

    @Test
    void areSortedByPlaceAndEachIsThereOnce() {
        Diagnostic a2 = at("a.md", 2, 1);
        Diagnostic a10 = at("a.md", 10, 1);
        Diagnostic a10b = at("a.md", 10, 7);
        Diagnostic b = at("b.md", 1, 1);

        Diagnostics findings = Diagnostics.of(List.of(b, a10b, a2, a10, a2));

        assertThat(findings.all()).containsExactly(a2, a10, a10b, b);
        assertThat(Diagnostics.of(List.of(b)).and(Diagnostics.of(List.of(a2)))).containsExactly(a2, b);
    }

    @Test
    void knowWhetherAnythingStopsTheSite() {
        Diagnostics warned = Diagnostics.builder()
                .add(Diagnostic.warning(Rule.UNKNOWN_KEY, Location.startOf("a.md"), "w"))
                .build();

        assertThat(warned.hasErrors()).isFalse();
        assertThat(warned.count(Severity.WARNING)).isEqualTo(1);
        assertThat(warned.and(Diagnostics.of(List.of(at("a.md", 1, 1)))).hasErrors())
                .isTrue();
    }

    @Test
    void rulesAreNamedInWordsJoinedByHyphens() {
        assertThat(Rule.UNKNOWN_NOTE.id()).isEqualTo("unknown-note");
        assertThat(Rule.MALFORMED_YAML).hasToString("malformed-yaml");
    }

    @Test
    void linesAndColumnsCountFromOne() {
        assertThatThrownBy(() -> new Location("a.md", 0, 1)).hasMessageContaining("count from 1");
    }

    @Test
    void suggestsTheNearestWordUnlessItIsFarAway() {
        List<String> known = List.of("compare", "layers", "memory", "parameters", "cost");

        assertThat(Suggestion.closest("memroy", known)).contains("memory");
        assertThat(Suggestion.closest("Layer", known)).contains("layers");
        assertThat(Suggestion.closest("cots", known)).contains("cost");
        assertThat(Suggestion.closest("drawing", known)).isEmpty();
        assertThat(Suggestion.hint("comapre", known)).isEqualTo("did you mean \"compare\"?");
        assertThat(Suggestion.hint("xyz", known)).isEmpty();
        assertThat(Suggestion.distance("abcd", "acbd")).isEqualTo(1);
    }

    private static Diagnostic at(String path, int line, int column) {
        return Diagnostic.error(Rule.UNKNOWN_KEY, new Location(path, line, column), "m");
    }
}
