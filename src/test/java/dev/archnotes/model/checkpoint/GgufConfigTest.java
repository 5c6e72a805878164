package dev.archnotes.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GgufConfigTest {
    private static final Path CONFIGS = Path.of("src/test/resources/configs");
    private static final NumberFormat FORMAT = new NumberFormat("Q8_0", 32, 34);

    /** A file with this metadata, its table, and other tensors that matter by their name alone. */
    private static GgufConfig.Made made(String architecture, String metadata, long rows, String... others) {
        Map<String, String> keys = new HashMap<>(Map.of("general.architecture", architecture));
        for (String entry : metadata.strip().split("\\s+")) {
            String[] pair = entry.split("=");
            keys.put(architecture + "." + pair[0], pair[1]);
        }
        List<StoredTensor> tensors = new ArrayList<>();
        tensors.add(new StoredTensor("token_embd.weight", List.of(rows, 64L), FORMAT, 0, "model.gguf"));
        for (String other : others) {
            tensors.add(new StoredTensor(other, List.of(64L), FORMAT, 0, "model.gguf"));
        }
        return GgufConfig.of(keys, tensors);
    }

    private static FactSheet facts(String config) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return FactSheet.of(JsonSource.model("config.json", config, findings)
                .orElseThrow(() -> new AssertionError(findings.build().toString())));
    }

    /** The figures that a file's metadata gives are those of the configuration that it was converted from. */
    private static void assertSame(GgufConfig.Made made, String model) {
        assertThat(made.refusal()).isEmpty();
        FactSheet found = facts(made.text().orElseThrow());
        FactSheet expected = facts(Variants.text(CONFIGS.resolve(model + ".json")));
        for (FactPath path :
                List.of(FactPath.PARAMETERS_TOTAL, FactPath.PARAMETERS_ACTIVE_ALL, FactPath.KV_CACHE_BYTES_PER_TOKEN)) {
            assertThat(found.find(path).map(fact -> found.whole(path)))
                    .as(path.text())
                    .isEqualTo(expected.find(path).map(fact -> expected.whole(path)));
        }
    }

    /** Keys as the converters of llama.cpp write them ({@code add_gguf_parameters} of {@code TextModel}). */
    @Test
    void denseModels() {
        assertSame(made("qwen3", """
                block_count=36 context_length=40960 embedding_length=4096 feed_forward_length=12288
                attention.head_count=32 attention.head_count_kv=8 attention.key_length=128 attention.value_length=128
                rope.freq_base=1000000.0 attention.layer_norm_rms_epsilon=1.0E-6
                """, 151_936, "output.weight"), "qwen3-8b");
        assertSame(made("qwen2", """
                block_count=28 context_length=32768 embedding_length=3584 feed_forward_length=18944
                attention.head_count=28 attention.head_count_kv=4 rope.freq_base=1000000.0
                attention.layer_norm_rms_epsilon=1.0E-6
                """, 152_064, "output.weight", "blk.0.attn_q.bias"), "other/qwen2.5-7b");
        assertSame(made("llama", """
                block_count=16 context_length=131072 embedding_length=2048 feed_forward_length=8192
                attention.head_count=32 attention.head_count_kv=8 attention.key_length=64 attention.value_length=64
                rope.dimension_count=64 vocab_size=128256 rope.freq_base=500000.0
                attention.layer_norm_rms_epsilon=1.0E-5
                """, 128_256, "rope_freqs.weight"), "llama-3.2-1b");
        assertSame(made("olmo2", """
                block_count=32 context_length=4096 embedding_length=4096 feed_forward_length=11008
                attention.head_count=32 rope.freq_base=500000.0 attention.layer_norm_rms_epsilon=1.0E-6
                """, 100_352, "output.weight"), "olmo-2-7b");
    }

    @Test
    void mixtures() {
        assertSame(made("llama", """
                block_count=32 context_length=32768 embedding_length=4096 feed_forward_length=14336
                attention.head_count=32 attention.head_count_kv=8 rope.dimension_count=128 rope.freq_base=1000000.0
                attention.layer_norm_rms_epsilon=1.0E-5 expert_count=8 expert_used_count=2
                """, 32_000, "output.weight"), "other/mixtral-8x7b");
        assertSame(made("qwen3moe", """
                block_count=48 context_length=40960 embedding_length=2048 feed_forward_length=6144
                attention.head_count=32 attention.head_count_kv=4 attention.key_length=128 attention.value_length=128
                rope.freq_base=1000000.0 attention.layer_norm_rms_epsilon=1.0E-6 expert_count=128 expert_used_count=8
                expert_feed_forward_length=768
                """, 151_936, "output.weight"), "qwen3-30b-a3b");
        assertSame(
                made("gpt-oss", """
                block_count=24 context_length=131072 embedding_length=2880 feed_forward_length=2880
                attention.head_count=64 attention.head_count_kv=8 attention.key_length=64 attention.value_length=64
                rope.freq_base=150000.0 attention.layer_norm_rms_epsilon=1.0E-5 expert_count=32 expert_used_count=4
                expert_feed_forward_length=2880 attention.sliding_window=128 rope.scaling.type=yarn
                rope.scaling.factor=32.0 rope.scaling.original_context_length=4096
                """, 201_088, "output.weight", "blk.0.attn_q.bias", "blk.0.attn_output.bias"),
                "gpt-oss-20b");
    }

    /** Latent attention stored by heads: the cached vector is one head of keys, the sizes of the heads stand beside. */
    @Test
    void latentAttention() {
        assertSame(made("deepseek2", """
                block_count=27 context_length=163840 embedding_length=2048 feed_forward_length=10944
                attention.head_count=16 attention.head_count_kv=1 attention.kv_lora_rank=512
                attention.key_length=576 attention.value_length=512 attention.key_length_mla=192
                attention.value_length_mla=128 rope.dimension_count=64 rope.freq_base=10000.0
                attention.layer_norm_rms_epsilon=1.0E-6 leading_dense_block_count=1 expert_count=64
                expert_used_count=6 expert_shared_count=2 expert_feed_forward_length=1408 expert_gating_func=1
                expert_weights_scale=1.0 rope.scaling.type=yarn rope.scaling.factor=40.0
                rope.scaling.original_context_length=4096
                """, 102_400, "output.weight"), "other/deepseek-v2-lite");
    }

    /** What the metadata does not state is refused by its name, and not guessed. */
    @ParameterizedTest
    @CsvSource({
        "qwen3next, block_count=4, the metadata of the architecture \"qwen3next\" does not state",
        "qwen3, block_count=36, the key qwen3.attention.head_count is missing",
        "qwen3, block_count=[36], qwen3.block_count is stated layer by layer",
        "qwen3, block_count=-1, qwen3.block_count is \"-1\""
    })
    void whatDoesNotSufficeIsRefused(String architecture, String metadata, String refusal) {
        GgufConfig.Made made = made(architecture, metadata + " embedding_length=64", 100);

        assertThat(made.text()).isEqualTo(Optional.empty());
        assertThat(made.refusal()).contains(refusal);
    }
}
