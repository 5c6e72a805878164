package dev.archnotes.model.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactPathTest {
    @Test
    void everyConstantIsAPathOfTheDictionaryUnderItsOwnName() throws IllegalAccessException {
        for (Field field : FactPath.class.getFields()) {
            FactPath path = (FactPath) field.get(null);
            assertThat(Dictionary.of(path).path()).isEqualTo(path);
            assertThat(field.getName()).isEqualToIgnoringCase(path.text().replace('.', '_'));
        }
    }

    /** Members of a family have a method; attributes of kinds of parts have a constant where code names them. */
    @Test
    void everyOtherPathHasAConstant() throws IllegalAccessException {
        Set<FactPath> named = new HashSet<>();
        for (Field field : FactPath.class.getFields()) {
            named.add((FactPath) field.get(null));
        }
        assertThat(Dictionary.DEFINITIONS)
                .extracting(FactDefinition::path)
                .filteredOn(path -> !path.text().matches("parameters\\.groups\\..*|.*_at[a-z0-9_]*\\.\\d+"))
                .filteredOn(path ->
                        !path.text().matches("(attention|normalization|feed_forward|residual_stream|multipliers)\\..*"))
                .allMatch(named::contains);
    }

    @Test
    void aFigureAtALongerContextThanTheModelReadsIsBeyondIt() {
        FactSheet olmo = FactSheet.of(Variants.of("olmo-2-7b"));
        assertThat(olmo.whole(FactPath.CONTEXT_CONFIGURED)).isEqualTo(4_096);
        assertThat(olmo.isBeyondContext(FactPath.kvCacheBytesAt(4_096))).isFalse();
        assertThat(olmo.isBeyondContext(FactPath.kvCacheBytesAt(32_768))).isTrue();
        assertThat(olmo.isBeyondContext(FactPath.kvCacheBytesAt8Bits(32_768))).isTrue();
        assertThat(olmo.isBeyondContext(FactPath.KV_CACHE_BYTES_AT_CONTEXT)).isFalse();
        assertThat(olmo.isBeyondContext(FactPath.PARAMETERS_TOTAL)).isFalse();
        assertThat(FactSheet.of(Variants.of("qwen3-8b")).isBeyondContext(FactPath.kvCacheBytesAt(131_072)))
                .as("131,072 with YaRN, by its card")
                .isFalse();
    }
}
