package dev.archnotes.model.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Types whose layers do not each project and keep keys and values of one width. */
class KeyValueConfigsTest {
    private static Variant read(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return JsonSource.model("x.json", text, findings).orElseThrow(() -> new AssertionError(findings.build()));
    }

    private static FactSheet sheet(String text) {
        return FactSheet.of(read(text));
    }

    private static List<String> messages(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        JsonSource.model("x.json", text, findings);
        return findings.build().all().stream().map(Diagnostic::message).toList();
    }

    private static String fixture(String id) {
        return Variants.text(Path.of("src/test/resources/configs/other/" + id + ".json"));
    }

    private static SoftmaxAttention attention(Variant model, String name) {
        return model.architecture().kinds().stream()
                .filter(kind -> kind.attentionName().equals(name))
                .map(LayerBlock::attention)
                .map(SoftmaxAttention.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The total is that of the class in huggingface/transformers made without weights, with the router biases that are
     * buffers there. Each of 47 layers leaves 248 of 256 experts of 3 × 2,048 × 4,096 weights idle. A full layer (9 of
     * 48) keeps 4 × (192 + 128) numbers of a token, a windowed one 8 × (192 + 128).
     */
    @Test
    void mimoV2FlashHasValuesNarrowerThanKeys() {
        FactSheet sheet = sheet(fixture("mimo-v2-flash"));

        assertThat(sheet.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(308_778_780_864L);
        assertThat(sheet.whole(FactPath.PARAMETERS_ACTIVE_ALL))
                .isEqualTo(308_778_780_864L - 47L * 248 * 3 * 2_048 * 4_096);
        assertThat(sheet.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(9 * 4 * (192 + 128) * 2);
        assertThat(sheet.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN))
                .isEqualTo(9 * 4 * (192 + 128) * 2 + 39 * 8 * (192 + 128) * 2);
        assertThat(sheet.whole(FactPath.kvCacheBytesAt(4_096)))
                .isEqualTo(4_096L * 9 * 4 * (192 + 128) * 2 + 128L * 39 * 8 * (192 + 128) * 2);
        assertThat(sheet.whole(FactPath.ATTENTION_VALUE_HEAD_DIM)).isEqualTo(128);
        assertThat(sheet.whole(FactPath.costAttentionFlopsPerTokenAt(4_096)))
                .as("two operations for each of 192 + 128 numbers of 64 heads and each visible token")
                .isEqualTo(2L * 64 * (192 + 128) * (9 * 4_096 + 39 * 128));
        assertThat(messages(fixture("mimo-v2-flash"))).isEmpty();
    }

    /**
     * {@code configuration_mimo_v2_flash.py}: layer 0 and every sixth are full, windowed layers double the KV heads.
     */
    @Test
    void mimoV2FlashInTheSpellingOfTransformers5() {
        String text = """
                {"model_type": "mimo_v2_flash", "dtype": "bfloat16", "vocab_size": 100, "hidden_size": 32,
                 "num_hidden_layers": 7, "num_attention_heads": 4, "num_key_value_heads": 1, "head_dim": 8,
                 "v_head_dim": 6, "intermediate_size": 48, "moe_intermediate_size": 16, "n_routed_experts": 4,
                 "num_experts_per_tok": 2, "max_position_embeddings": 1000, "rms_norm_eps": 1e-05,
                 "attention_bias": true, "sliding_window": 16, "routed_scaling_factor": 1.0,
                 "mlp_layer_types": ["dense", "sparse", "sparse", "dense", "sparse", "sparse", "sparse"],
                 "rope_parameters": {
                   "full_attention": {"rope_type": "default", "rope_theta": 5000000, "partial_rotary_factor": 0.5},
                   "sliding_attention": {"rope_type": "default", "rope_theta": 20000}}}
                """;
        // by hand: two tables and a norm; 2 norms a layer; full layers 0 and 5 with one KV head, others with two and
        // sinks; biases on queries, keys and values; two dense networks; five with router, its bias and four experts
        long full = 4 * 8 * 32 + 8 * 32 + 6 * 32 + 4 * 6 * 32 + 4 * 8 + 8 + 6;
        long near = 4 * 8 * 32 + 16 * 32 + 12 * 32 + 4 * 6 * 32 + 4 * 8 + 16 + 12 + 4;
        long expected = 2 * 100 * 32
                + 32
                + 7 * 2 * 32
                + 2 * full
                + 5 * near
                + 2 * 3 * 48 * 32
                + 5 * (4 * 32 + 4 + 4 * 3 * 16 * 32);

        Variant model = read(text);

        assertThat(FactSheet.of(model).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(expected);
        assertThat(attention(model, "full").positions().rope().orElseThrow().rotaryDim())
                .isEqualTo(4);
        assertThat(attention(model, "windowed").positions().rope().orElseThrow().rotaryDim())
                .as("0.334 of 8 where a layer type names no share")
                .isEqualTo(2);
        assertThat(attention(model, "windowed").positions().rope().orElseThrow().base())
                .isEqualTo(20_000);
        assertThat(messages(text)).isEmpty();
    }

    @Test
    void whatWouldChangeMimosFiguresIsAnError() {
        String text = fixture("mimo-v2-flash");

        assertThat(messages(text.replace("\"n_shared_experts\": null", "\"n_shared_experts\": 1")))
                .anyMatch(message -> message.contains("a shared expert is not known"));
        assertThat(messages(text.replace("\"hybrid_layer_pattern\": [0, 1,", "\"hybrid_layer_pattern\": [0,")))
                .anyMatch(message -> message.contains("47 entries for 48 layers"));
        assertThat(messages(text.replace("\"swa_num_key_value_heads\": 8", "\"swa_num_key_value_heads\": 7")))
                .anyMatch(message -> message.contains("64 heads are not divisible by 7 KV heads"));
    }
}
