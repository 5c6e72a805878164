package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations with state-space layers, and with layers that lack a part. */
class StateSpaceConfigsTest {
    private static Diagnostics findings(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        JsonSource.model("config.json", text, findings);
        return findings.build();
    }

    private static FactSheet sheet(String text) {
        return FactSheet.of(model(text));
    }

    private static Variant model(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return JsonSource.model("config.json", text, findings).orElseThrow(() -> new AssertionError(findings.build()));
    }

    private static String fixture(String id) {
        return Variants.text(Path.of("src/test/resources/configs/other/" + id + ".json"));
    }

    /**
     * Totals: of Nemotron 3 Nano and Super and of Granite 4.0 H Small as llama.cpp counts the converted files
     * ({@code n_params} of {@code llama-bench} and of its server); of Llama 3.3 Nemotron Super as the hub counts its
     * safetensors; of Falcon-H1 by hand below.
     */
    @ParameterizedTest
    @CsvSource({
        "nemotron-3-nano-30b-a3b, 31577940288",
        "nemotron-3-super-120b-a12b, 120668707840",
        "granite-4.0-h-small, 32207337984",
        "falcon-h1-0.5b, 521411104",
        "llama-3.3-nemotron-super-49b, 49867145216",
    })
    void totalsAreThePublishedOnes(String id, long total) {
        assertThat(sheet(fixture(id)).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
    }

    /** By the shapes of {@code modeling_falcon_h1.py}: Mamba-2 and attention side by side, then the network. */
    @Test
    void falconH1ByHand() {
        long mixed = 1_536 + 2 * 128;
        long mamba = (1_536 + mixed + 24) * 1_024 + mixed * (4 + 1) + 3 * 24 + 1_024 * 1_536;
        long attention = 2 * 512 * 1_024 + 2 * 128 * 1_024;
        assertThat(sheet(fixture("falcon-h1-0.5b")).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(2 * 32_784L * 1_024 + 36 * (mamba + attention + 3 * 1_024 * 2_048 + 2 * 1_024) + 1_024);
    }

    /** Without a word: every key of a released file is understood. */
    @ParameterizedTest
    @CsvSource({
        "nemotron-3-nano-30b-a3b",
        "nemotron-3-super-120b-a12b",
        "nemotron-h-56b",
        "antares-1b",
        "granite-4.0-h-small",
        "jamba-v0.1",
        "falcon-h1-0.5b",
        "llama-3.3-nemotron-super-49b",
    })
    void releasedFilesAreUnderstood(String id) {
        assertThat(findings(fixture(id)).all()).isEmpty();
    }

    /**
     * The sums by the shapes of {@code modeling_<type>.py}: Nemotron-H 56B 54 Mamba-2, 54 dense and 10 attention
     * layers; Jamba 28 Mamba and 4 attention layers, 16 with experts, in all 51.57 billion as leaderboards list it;
     * Antares 40 attention layers alone.
     */
    @Test
    void sums() {
        long h = 8192;
        long inner = 256 * 64;
        long convolved = inner + 2 * 8 * 256;
        long mamba = (inner + convolved + 256) * h + 5 * convolved + 3 * 256 + inner + inner * h;
        long attention = 2 * h * 64 * 128 + 2 * h * 8 * 128;
        assertThat(sheet(fixture("nemotron-h-56b")).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(54 * mamba + 54 * 2 * h * 32_768 + 10 * attention + 119 * h + 2 * 131_072 * h)
                .isEqualTo(56_324_350_464L);

        long j = 4096;
        long channels = 2 * j;
        long first = 2 * channels * j
                + 5 * channels
                + (256 + 2 * 16) * channels
                + 257 * channels
                + 17 * channels
                + 256
                + 2 * 16
                + channels * j;
        long network = 3 * j * 14_336;
        assertThat(sheet(fixture("jamba-v0.1")).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(28 * first
                        + 4 * (2 * j * j + 2 * j * 1024)
                        + 16 * network
                        + 16 * (16 * network + 16 * j)
                        + 65 * j
                        + 2 * 65_536 * j)
                .isEqualTo(51_570_323_328L);

        long a = 2048;
        assertThat(sheet(fixture("antares-1b")).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(100_352 * a + a + 40 * (2 * a + 2 * a * a + 2 * a * 512 + 3 * a * 4096));
    }

    /**
     * The prediction module of Nemotron 3 Super is one attention and one expert layer, a matrix of 2 to 1 and five
     * norms; the same sum with the sizes of Nemotron 3 Nano is 1,335,325,952, what the files of Nemotron 3.5 Lightning
     * have beyond 31,577,940,288.
     */
    @Test
    void aPredictionModuleIsAPairOfLayers() {
        assertThat(sheet(fixture("nemotron-3-super-120b-a12b")).whole(FactPath.PARAMETERS_PREDICTION_MODULE))
                .isEqualTo(2_942_325_248L);
        String lightning = fixture("nemotron-3-nano-30b-a3b")
                .replace(
                        "\"n_group\"",
                        "\"num_nextn_predict_layers\": 1, \"mtp_hybrid_override_pattern\": \"*E\", \"n_group\"");
        assertThat(sheet(lightning).whole(FactPath.PARAMETERS_PREDICTION_MODULE))
                .isEqualTo(1_335_325_952L);
    }

    /**
     * Nemotron 3 Nano: 6 attention layers of 2 KV heads of 128; 23 states of 64 × 64 × 128 numbers in 32 bits, and the
     * last 3 inputs of 6,144 channels in 16 bits, the shapes of {@code mamba2_state_shape} of vllm-project/vllm.
     */
    @Test
    void theCacheIsSmallAndTheStateFixed() {
        FactSheet nano = sheet(fixture("nemotron-3-nano-30b-a3b"));
        assertThat(nano.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(6 * 2 * 2 * 128 * 2);
        long state = 23 * (64 * 64 * 128 * 4 + 6144 * 3 * 2);
        assertThat(nano.whole(FactPath.KV_CACHE_FIXED_BYTES)).isEqualTo(state);
        assertThat(nano.whole(FactPath.ATTENTION_STATE_BYTES)).isEqualTo(state);
        assertThat(nano.whole(FactPath.kvCacheBytesAt(131_072))).isEqualTo(6_144L * 131_072 + state);
        assertThat(nano.whole(FactPath.ATTENTION_NONE_LAYERS)).isEqualTo(23);
    }

    /** Active weights of Nano: all but 122 of 128 experts of two matrices in each of 23 layers. */
    @Test
    void expertsWithoutAGateHaveTwoMatrices() {
        assertThat(sheet(fixture("nemotron-3-nano-30b-a3b")).whole(FactPath.PARAMETERS_ACTIVE_ALL))
                .isEqualTo(31_577_940_288L - 23L * 122 * 2 * 1856 * 2688);
        assertThat(sheet(fixture("nemotron-3-super-120b-a12b")).whole(FactPath.PARAMETERS_ACTIVE_ALL))
                .isEqualTo(120_668_707_840L - 40L * 490 * 2 * 2688 * 1024);
    }

    /** Falcon-H1 keeps both in each of 36 layers: 2 KV heads of 64, and 24 states of 64 × 128. */
    @Test
    void attentionAndStateSideBySideKeepBoth() {
        FactSheet falcon = sheet(fixture("falcon-h1-0.5b"));
        assertThat(falcon.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(36 * 2 * 2 * 64 * 2);
        assertThat(falcon.whole(FactPath.KV_CACHE_FIXED_BYTES))
                .isEqualTo(36 * (24 * 64 * 128 * 4 + (1536 + 2 * 128) * 3 * 2));
        assertThat(falcon.whole(FactPath.kvCacheBytesAt(4096)))
                .isEqualTo(36L * 512 * 4096 + 36 * (24 * 64 * 128 * 4 + 1792 * 6));
    }

    /** A bias on the way in and out, and none on the convolution; sizes as small as they may be. */
    @Test
    void biasesAndWidthsAreThoseOfTheFile() {
        String falcon = """
                {"model_type": "falcon_h1", "hidden_size": 8, "num_hidden_layers": 1, "num_attention_heads": 2,
                 "num_key_value_heads": 1, "intermediate_size": 16, "vocab_size": 10, "max_position_embeddings": 64,
                 "mamba_d_ssm": null, "mamba_n_heads": 4, "mamba_d_state": 2, "mamba_d_conv": 3,
                 "mamba_conv_bias": false, "mamba_proj_bias": true, "projectors_bias": true, "mamba_rms_norm": true,
                 "mlp_bias": true, "torch_dtype": "float32"}
                """;
        long inner = 16;
        long convolved = inner + 2 * 2;
        long mamba = (inner + convolved + 4) * 9 + 3 * convolved + 3 * 4 + inner + inner * 8 + 8;
        long attention = 2 * 8 * 8 + 2 * 8 * 4;
        long network = 3 * 8 * 16 + 2 * 16 + 8;
        assertThat(sheet(falcon).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(mamba + attention + network + 3 * 8 + 2 * 10 * 8);
    }

    /** Bamba: attention with half of each head rotated where the list names it, else Mamba-2 with a norm. */
    @Test
    void bambaHasAttentionWhereItsListSaysSo() {
        String bamba = """
                {"model_type": "bamba", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
                 "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256,
                 "max_position_embeddings": 262144, "attn_layer_indices": [9, 18, 27], "attn_rotary_emb": 64,
                 "mamba_n_heads": 128, "mamba_d_head": 64, "mamba_d_state": 128, "torch_dtype": "bfloat16"}
                """;
        long h = 4096;
        long convolved = 8192 + 256;
        long mamba = (8192 + convolved + 128) * h + 5 * convolved + 3 * 128 + 8192 + 8192 * h;
        assertThat(sheet(bamba).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(29 * mamba
                        + 3 * (2 * h * h + 2 * h * 1024)
                        + 32 * (3 * h * 14_336 + 2 * h)
                        + h
                        + 2 * 128_256 * h);
        assertThat(sheet(bamba).whole(FactPath.POSITIONS_ROTARY_DIM)).isEqualTo(64);
        assertThat(findings(bamba).all()).isEmpty();
        // modeling_bamba.py: biases on all four projections of attention and on all three of the network
        String biased =
                bamba.replace("\"torch_dtype\"", "\"attention_bias\": true, \"mlp_bias\": true, \"torch_dtype\"");
        assertThat(sheet(biased).whole(FactPath.PARAMETERS_TOTAL) - sheet(bamba).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(3 * (2 * h + 2 * 1024) + 32 * (2 * 14_336 + h));
        assertThat(findings(biased).all()).isEmpty();
    }

    /**
     * Nemotron-NAS: a layer without attention has no norm for it, and widths are two thirds of a multiple of the hidden
     * size, rounded up to 256 ({@code modeling_decilm.py} of the makers).
     */
    @Test
    void aSearchedLlamaSaysItsLayersOneByOne() {
        String nas = """
                {"model_type": "nemotron-nas", "architectures": ["DeciLMForCausalLM"], "hidden_size": 1024,
                 "num_hidden_layers": 4, "num_attention_heads": 8, "num_key_value_heads": null,
                 "intermediate_size": null, "vocab_size": 100, "max_position_embeddings": 64,
                 "tie_word_embeddings": false, "torch_dtype": "bfloat16", "block_configs": [
                  {"attention": {"n_heads_in_group": 4, "no_op": false, "replace_with_linear": false},
                   "ffn": {"ffn_mult": 5.25, "no_op": false, "replace_with_linear": false}},
                  {"attention": {"n_heads_in_group": null, "no_op": true}, "ffn": {"ffn_mult": 1.0, "no_op": false}},
                  {"attention": {"n_heads_in_group": 8, "no_op": false}, "ffn": {"ffn_mult": null, "no_op": true}},
                  {"attention": {"n_heads_in_group": null, "no_op": true}, "ffn": {"ffn_mult": null, "no_op": true}}]}
                """;
        long h = 1024;
        // 2 · 5.25 · 1,024 / 3 = 3,584 = 14 · 256; 2 · 1,024 / 3 = 682.7, rounded up to 768
        long first = 2 * h * h + 2 * h * 256 + 3 * h * 3584 + 2 * h;
        long second = 3 * h * 768 + h;
        long third = 2 * h * h + 2 * h * 128 + h;
        assertThat(sheet(nas).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(first + second + third + h + 2 * 100 * h);
        assertThat(sheet(nas).whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo((2 + 1) * 2 * 128 * 2);
        assertThat(findings(nas).all()).isEmpty();
        assertThat(findings(nas.replace("\"replace_with_linear\": false", "\"replace_with_linear\": true"))
                        .all())
                .extracting(Diagnostic::severity)
                .contains(Severity.ERROR);
    }

    @Test
    void theListOfLayersCountsAndHasToFit() {
        String nano = fixture("nemotron-3-nano-30b-a3b");
        Architecture listed = model(nano.replaceAll(
                                "\"hybrid_override_pattern\": \"[^\"]*\"",
                                "\"layers_block_type\": [\"linear_attention\", \"moe\", \"full_attention\", \"mlp\"]")
                        .replace("\"num_hidden_layers\": 52", "\"num_hidden_layers\": 4"))
                .architecture();
        assertThat(listed.kinds().stream()
                        .map(kind -> kind.attentionName() + "/" + kind.feedForwardName())
                        .toList())
                .containsExactly("mamba/none", "none/moe", "attention/none", "none/mlp");
        assertThat(messages(nano.replace("\"num_hidden_layers\": 52", "\"num_hidden_layers\": 53")))
                .anyMatch(message -> message.contains("52 layers in the pattern"));
        assertThat(messages(nano.replace("MEMEM*", "MEMEX*"))).anyMatch(message -> message.contains("\"X\""));
        assertThat(messages(nano.replace("\"mlp_hidden_act\": \"relu2\"", "\"mlp_hidden_act\": \"gelu\"")))
                .anyMatch(message -> message.contains("gelu"));
    }

    private static List<String> messages(String text) {
        return findings(text).all().stream().map(Diagnostic::message).toList();
    }
}
