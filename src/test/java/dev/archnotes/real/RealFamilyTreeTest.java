package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.plan.FamilyTreeTests;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The family tree of the real notes. */
@Tag("site")
class RealFamilyTreeTest extends FamilyTreeTests {
    RealFamilyTreeTest() {
        super(RealSite.get().catalogue());
    }

    @Test
    void aStepNamesItsModelItsRemarkAndItsSource() {
        assertThat(titles(".at-wide a.f-mark[href='../models/kimi-k2/'] > title"))
                .contains("Multi-head latent attention, adopted by Kimi K2 (64 instead of 128 "
                        + "heads), 11 Jul 2025: stated by the makers");
        assertThat(titles("tbody tr"))
                .contains("Multi-head latent attention after DeepSeek-V3 Kimi K2 11 Jul 2025 stated by the makers "
                        + "Kimi Team 2025a, section 2.3");
    }

    /** The check of the notes asks whether the steps are true; this asks whether any is missing. */
    @Test
    void noModelThatHasAMechanismIsLeftOut() {
        for (Timeline.History mechanism : library.timeline().histories()) {
            MechanismGroup.named(mechanism.feature()).ifPresent(feature -> {
                for (ModelFamily family : library.families()) {
                    boolean has =
                            family.variants().stream().anyMatch(variant -> feature.usedBy(variant.architecture()));
                    boolean told = mechanism.steps().stream()
                            .anyMatch(step -> !mechanism.dropped().contains(step)
                                    && step.model().equals(family.slug()));
                    assertThat(told)
                            .as("%s has %s", family.slug(), mechanism.id())
                            .isEqualTo(has);
                }
            });
        }
    }
}
