package dev.archnotes.site.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.sites.FieldGuide;
import org.junit.jupiter.api.Test;

/** The family tree of the field guide. */
class HistoryChartsTest extends FamilyTreeTests {
    HistoryChartsTest() {
        super(FieldGuide.get().catalogue());
    }

    @Test
    void aStepNamesItsModelItsRemarkAndItsSource() {
        assertThat(titles(".at-wide a.f-mark[href='../models/heron/'] > title"))
                .contains("Shared heads, adopted by Heron (9B only), 5 Sep 2024: "
                        + "same structure in the released configuration");
        assertThat(titles("tbody tr"))
                .contains(
                        "Shared heads after Rail Heron 5 Sep 2024 our inference Marsh Laboratory and Rail 2024",
                        "Shared heads made from A head for each query Rail 20 Aug 2022 stated by the makers "
                                + "Marsh Laboratory and Rail 2024, section 2");
    }
}
