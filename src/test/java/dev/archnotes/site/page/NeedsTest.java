package dev.archnotes.site.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the parts of a page need is joined, and fonts stand in one order on every page. */
class NeedsTest {

    @Test
    void needsOfSeveralPartsOfAPageAreJoined() {
        Needs needs = Needs.of(Needs.Script.CHARTS)
                .and(Needs.of(Needs.Face.MATH))
                .and(Needs.of(Needs.Script.CALCULATOR))
                .and(Needs.of(Needs.Face.BOLD))
                .and(Needs.of(Needs.Face.BOLD));

        assertThat(needs.faceFiles()).containsExactly("fonts/text-600.woff2", "fonts/math.woff2");
        assertThat(needs.scripts()).containsExactlyInAnyOrder(Needs.Script.CALCULATOR, Needs.Script.CHARTS);
    }

    @Test
    void whatIsNotNeededAddsNothing() {
        assertThat(Needs.of(Needs.Script.CHARTS).when(false)).isEqualTo(Needs.NOTHING);
    }
}
