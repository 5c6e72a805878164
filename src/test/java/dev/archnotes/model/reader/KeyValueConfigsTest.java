package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Types whose layers do not each project and keep keys and values of one width. */
class KeyValueConfigsTest extends MadeConfigs {
    private static List<String> messages(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        JsonSource.model("x.json", text, findings);
        return findings.build().all().stream().map(Diagnostic::message).toList();
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
        assertThat(sheet.print(FactPath.ATTENTION_SINKS))
                .as("in windowed layers")
                .contains("yes");
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

    /**
     * What Google released holds, as the hub counts the elements of the safetensors files: all that is counted here,
     * the audio part, and the key and value projections of layers that share a cache, which no code uses. The bounds of
     * clipped matrices have no axes, and the hub counts none. Public files quote 25,805,936,206, 31,273,088,876,
     * 11,959,730,224, 5,123,178,051 and 7,996,156,490.
     */
    @ParameterizedTest
    @CsvSource({
        "gemma-4-26b-a4b, 25805936206, 0, 0",
        "gemma-4-31b, 31273088876, 0, 0",
        // a projection from 640 numbers of a waveform
        "gemma-4-12b, 11959730224, 2457600, 0",
        // 20 of 35 layers share, 4 of them with heads of 512; 18 of 42, 3 of them with heads of 512
        "gemma-4-e2b, 5123178051, 307183904, 18880512",
        "gemma-4-e4b, 7996156490, 308756768, 55055616",
    })
    void gemma4HasThePublishedElements(String id, long published, long audio, long unused) {
        FactSheet sheet = sheet(fixture(id));

        assertThat(sheet.whole(FactPath.PARAMETERS_WITH_EXTRAS)).isEqualTo(published - audio - unused);
        if (unused > 0) {
            long hidden = sheet.whole(FactPath.HIDDEN_SIZE);
            assertThat(audio).isEqualTo(conformer(hidden));
            long kvHeads = sheet.whole(FactPath.ATTENTION_KV_HEADS);
            long global = id.endsWith("e2b") ? 4 : 3;
            long local = id.endsWith("e2b") ? 16 : 15;
            assertThat(unused)
                    .isEqualTo(
                            global * (2 * kvHeads * 512 * hidden + 512) + local * (2 * kvHeads * 256 * hidden + 256));
        }
    }

    /** The audio part in {@code modeling_gemma4.py}: two convolutions, twelve layers of 1,024, two projections. */
    private static long conformer(long hidden) {
        long width = 1_024;
        long start = 9 * 128 + 128 + 9 * 128 * 32 + 32 + 32 * 32 * width;
        long feedForward = 8 * width * width + 2 * width;
        long attention = 5 * width * width + 128;
        long convolution = 3 * width * width + 5 * width + 2 * width;
        return start
                + 12 * (2 * feedForward + attention + convolution + 3 * width)
                + 1_536 * width
                + 1_536
                + 1_536 * hidden;
    }

    /**
     * 25,233,141,760 is the text part of the class in huggingface/transformers made without weights; the 30 numbers
     * that scale the stream are buffers there. Five full layers keep keys and values of two heads of 512, 25 of 30
     * layers those of eight heads of 256 for at most 1,024 tokens.
     */
    @Test
    void gemma4WithExpertsBesideADenseNetwork() {
        FactSheet sheet = sheet(fixture("gemma-4-26b-a4b"));

        assertThat(sheet.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(25_233_141_760L + 30);
        assertThat(sheet.whole(FactPath.PARAMETERS_VISION)).isEqualTo(572_792_112L + 2 * 1_152);
        assertThat(sheet.whole(FactPath.PARAMETERS_ACTIVE_ALL))
                .isEqualTo(25_233_141_790L - 30L * 120 * 3 * 704 * 2_816);
        assertThat(sheet.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(5 * 2 * 2 * 512 * 2);
        assertThat(sheet.whole(FactPath.KV_CACHE_FIXED_BYTES)).isEqualTo(1_024L * 25 * 2 * 8 * 256 * 2);
        assertThat(sheet.print(FactPath.ATTENTION_VALUES)).contains("the keys' projection");
        assertThat(messages(fixture("gemma-4-26b-a4b"))).isEmpty();
    }

    /** Of 35 layers the lowest 15 keep keys and values of one head: three of 512, twelve of 256 within 512 tokens. */
    @Test
    void gemma4SharesCachesAndHasEmbeddingsOfLayers() {
        FactSheet sheet = sheet(fixture("gemma-4-e2b"));

        assertThat(sheet.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(3 * 2 * 512 * 2);
        assertThat(sheet.whole(FactPath.KV_CACHE_FIXED_BYTES)).isEqualTo(512L * 12 * 2 * 256 * 2);
        assertThat(sheet.whole(FactPath.ATTENTION_SHARED_CACHE_LAYERS)).isEqualTo(20);
        long table = 262_144L * 35 * 256;
        assertThat(sheet.whole(FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING))
                .as("without the table of the layers; the other one is also the head")
                .isEqualTo(sheet.whole(FactPath.PARAMETERS_TOTAL) - table);
        assertThat(sheet.whole(FactPath.costBytesReadPerTokenAt(4_096)))
                .as("each layer reads its cache or that of another one")
                .isEqualTo(2 * (sheet.whole(FactPath.PARAMETERS_TOTAL) - table)
                        + 4_096L * 7 * 2 * 512 * 2
                        + 512L * 28 * 2 * 256 * 2);
        assertThat(messages(fixture("gemma-4-e2b"))).singleElement().asString().contains("audio part is not counted");
    }

    /** Newer files of transformers 5 give the heads of full layers layer by layer. */
    @Test
    void gemma4WithHeadsGivenLayerByLayer() {
        String old = fixture("gemma-4-26b-a4b");
        String layers = "\"per_layer_config\": {\"5\": X, \"11\": X, \"17\": X, \"23\": X, \"29\": X},"
                .replace("X", "{\"head_dim\": 512, \"num_key_value_heads\": 2}");
        String text =
                old.replace("\"global_head_dim\": 512,", layers).replace("\"num_global_key_value_heads\": 2,", "");

        assertThat(text).isNotEqualTo(old);
        assertThat(sheet(text).facts()).isEqualTo(sheet(old).facts());
        assertThat(messages(text)).isEmpty();
        assertThat(messages(text.replace("\"23\": {\"head_dim\": 512", "\"23\": {\"head_dim\": 256")))
                .anyMatch(message -> message.contains("full layers with different heads"));
    }

    /** {@code Gemma4TextConfig}: without keys of their own, the type's defaults, and the last layer is always full. */
    @Test
    void gemma4TextWithoutItsKeys() {
        String text = """
                {"model_type": "gemma4_text", "dtype": "bfloat16", "hidden_size": 64, "num_hidden_layers": 3,
                 "num_attention_heads": 2, "num_key_value_heads": 1, "intermediate_size": 96, "vocab_size": 100,
                 "vocab_size_per_layer_input": 90, "num_kv_shared_layers": 0, "attention_k_eq_v": false,
                 "num_global_key_value_heads": 2}
                """;
        // by hand: two windowed layers with heads of 256 and a full one with heads of 512 and one KV head
        long near = (2 * 2 + 2) * 256 * 64 + 2 * 256;
        long wide = (2 * 2 + 2) * 512 * 64 + 2 * 512;
        long layer = 4 * 64 + 3 * 96 * 64 + 2 * 256 * 64 + 64 + 1;
        long expected = 100 * 64 + 64 + 2 * near + wide + 3 * layer + 90 * 3 * 256 + 3 * 256 * 64 + 256;

        FactSheet sheet = sheet(text);

        assertThat(sheet.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(expected);
        assertThat(sheet.whole(FactPath.ATTENTION_WINDOW)).isEqualTo(512);
        assertThat(sheet.whole(FactPath.CONTEXT_CONFIGURED)).isEqualTo(131_072);
        assertThat(sheet.whole(FactPath.POSITIONS_ROTARY_DIM)).isEqualTo(128);
    }

    /**
     * The class of Gemma 3n E4B's text in {@code modeling_gemma3n.py} by hand; the 15 upper layers have no key and
     * value projections here, and 16 lower windowed and 4 full ones keep two heads of 256.
     */
    @Test
    void gemma3nHasSeveralStreams() {
        long hidden = 2_048;
        long layer = 4 * hidden + 2 * 8 * 256 * hidden + 256 + 3 * 16_384 * hidden;
        long streams = hidden + 4 * 4 + 16 * 4 + 4 * hidden + hidden;
        long path = 2 * 64 * hidden + hidden;
        long own = 2 * 256 * hidden + hidden;
        long keys = 2 * 2 * 256 * hidden + 256;
        long table = 262_144L * 35 * 256;
        long total = 262_400 * hidden
                + hidden
                + 35 * (layer + streams + path + own)
                + 20 * keys
                + table
                + 35 * 256 * hidden
                + 256
                + 6 * hidden * hidden;

        FactSheet sheet = sheet(fixture("gemma-3n-e4b"));

        assertThat(sheet.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total).isEqualTo(6_835_235_568L);
        assertThat(sheet.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(4 * 2 * 2 * 256 * 2);
        assertThat(sheet.whole(FactPath.KV_CACHE_FIXED_BYTES)).isEqualTo(512L * 16 * 2 * 2 * 256 * 2);
        assertThat(messages(fixture("gemma-3n-e4b")))
                .hasSize(2)
                .anyMatch(message -> message.contains("the image part is not counted"))
                .anyMatch(message -> message.contains("the audio part is not counted"));
    }

    /** The shapes of VaultGemma 1B, whose card says about one billion; by hand, two norms a layer. */
    @Test
    void vaultGemmaIsGemma2WithTwoNorms() {
        String text = """
                {"model_type": "vaultgemma", "dtype": "bfloat16", "hidden_size": 1152, "num_hidden_layers": 26,
                 "num_attention_heads": 4, "num_key_value_heads": 4, "head_dim": 256, "intermediate_size": 6912,
                 "vocab_size": 256000, "max_position_embeddings": 1024, "sliding_window": 512,
                 "attn_logit_softcapping": null, "final_logit_softcapping": null, "query_pre_attn_scalar": 256}
                """;
        long layer = 4 * 1_024 * 1_152 + 3 * 6_912 * 1_152 + 2 * 1_152;

        assertThat(sheet(text).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(256_000 * 1_152 + 26 * layer + 1_152);
        assertThat(messages(text)).isEmpty();
    }

    @Test
    void whatCannotBeInGemmaIsAnError() {
        String text = fixture("gemma-4-e2b");

        assertThat(messages(text.replace("\"num_kv_shared_layers\": 20", "\"num_kv_shared_layers\": 35")))
                .anyMatch(message -> message.contains("35 layers that share a cache of only 35"));
        assertThat(messages(text.replace("\"num_kv_shared_layers\": 20", "\"num_kv_shared_layers\": 32")))
                .anyMatch(message -> message.contains("no layer below those that share"));
        assertThat(messages(
                        fixture("gemma-3n-e4b").replace("\"intermediate_size\": [16384, ", "\"intermediate_size\": [")))
                .anyMatch(message -> message.contains("34 widths for 35 layers"));
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
