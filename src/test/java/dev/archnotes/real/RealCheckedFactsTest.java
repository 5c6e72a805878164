package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.sites.ChangedDigits;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong last digit in any checked fact of the real notes is found, and its hint is the right one. */
@Tag("site")
class RealCheckedFactsTest {
    @Test
    void everyChangedDigitIsFoundAndItsHintRestoresTheText(@TempDir Path folder) throws IOException {
        ChangedDigits changed = ChangedDigits.of(RealSite.NOTES, folder);

        assertThat(changed.right()).hasSizeGreaterThan(700);
        assertThat(changed.findings().all()).extracting(Diagnostic::rule).containsOnly(Rule.WRONG_FACT);
        assertThat(changed.findings().all())
                .extracting(Diagnostic::hint)
                .containsExactlyInAnyOrderElementsOf(changed.right());
    }
}
