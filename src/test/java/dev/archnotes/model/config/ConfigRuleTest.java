package dev.archnotes.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Rule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ConfigRuleTest {
    @Test
    void eachIsARuleOfFindings() {
        assertThat(ConfigRule.values())
                .extracting(Enum::name)
                .isSubsetOf(Arrays.stream(Rule.values()).map(Enum::name).toList());
    }
}
