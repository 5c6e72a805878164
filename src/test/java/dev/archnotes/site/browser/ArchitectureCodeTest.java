package dev.archnotes.site.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.archnotes.Variants;
import dev.archnotes.model.spec.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureCodeTest {
    static final Iterable<Variant> VARIANTS = Variants.ALL;

    @ParameterizedTest
    @FieldSource("VARIANTS")
    void whatIsWrittenIsReadAgain(Variant variant) {
        String code = ArchitectureCode.write(variant.architecture());
        assertThat(ArchitectureCode.read(code)).isEqualTo(variant.architecture());
        assertThat(code.length()).isLessThan(1000);
    }

    @Test
    void everyBeginningOfACodeIsRefused() {
        String code = ArchitectureCode.write(Variants.of("qwen3-next-80b-a3b").architecture());
        for (int end = 0; end < code.length(); end++) {
            String part = code.substring(0, end);
            assertThatIllegalArgumentException().as(part).isThrownBy(() -> ArchitectureCode.read(part));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ArchitectureCode.read(code + "~1"));
    }
}
