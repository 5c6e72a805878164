package dev.archnotes.site.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.sites.ChangedDigits;
import dev.archnotes.sites.FieldGuide;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong last digit in any checked fact of the notes is found, and its hint is the right one. */
class CheckedFactsTest {
    @Test
    void everyChangedDigitIsFoundAndItsHintRestoresTheText(@TempDir Path folder) throws IOException {
        ChangedDigits changed = ChangedDigits.of(FieldGuide.NOTES, folder);

        assertThat(changed.right()).hasSizeGreaterThan(20);
        assertThat(changed.findings().all()).extracting(Diagnostic::rule).containsOnly(Rule.WRONG_FACT);
        assertThat(changed.findings().all())
                .extracting(Diagnostic::hint)
                .containsExactlyInAnyOrderElementsOf(changed.right());
    }
}
