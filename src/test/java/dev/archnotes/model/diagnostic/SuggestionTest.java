package dev.archnotes.model.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {
    private static final List<String> KNOWN = List.of(
            "num_attention_heads", "latent-attention", "llama", "qwen3", "kv_cache.bytes_per_token", "hidden_size");

    @ParameterizedTest
    @CsvSource({
        "latnt-attention, latent-attention",
        "num_atention_head, num_attention_heads",
        "kv_cache.byte_per_tokens, kv_cache.bytes_per_token",
        "lama, llama",
        "hidden_sise, hidden_size"
    })
    void aSlipIsMended(String written, String meant) {
        assertThat(Suggestion.closest(written, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"new_attention_kind", "num_query_headers", "hidden_layers", "gamma"})
    void anotherWordIsNotTakenForASlip(String written) {
        assertThat(Suggestion.closest(written, KNOWN)).isEmpty();
    }
}
