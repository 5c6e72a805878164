package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.json.JsonSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    /** What a configuration cannot know: second copies in the checkpoint, and lengths that makers publish elsewhere. */
    private static final Set<String> NOT_IN_A_CONFIGURATION =
            Set.of("parameters.stored_elements", "weights.released_bytes", "context.trained", "context.extended");

    /** Qwen3-Next's released configuration does not mention the prediction module of its checkpoint. */
    private static final Map<String, Set<String>> ALSO =
            Map.of("qwen3-next-80b-a3b", Set.of("parameters.with_extras", "parameters.prediction_module"));

    private static Variant read(String path, String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        return JsonSource.model(path, text, findings).orElseThrow(() -> new AssertionError(findings.build()));
    }

    private static List<Diagnostic> findings(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        JsonSource.model("config.json", text, findings);
        return findings.build().all();
    }

    private static String fixture(String id) {
        return Variants.text(Path.of("src/test/resources/configs/" + id + ".json"));
    }

    static Stream<Variant> variants() {
        return Variants.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void aConfigurationGivesTheFactsOfTheNotes(Variant noted) {
        Variant configured = read(noted.id() + ".json", fixture(noted.id()));

        assertThat(configured.id()).isEqualTo(noted.id());
        assertThat(facts(configured, noted.id())).isEqualTo(facts(noted, noted.id()));
        assertThat(configured.architecture().groups().size())
                .isEqualTo(noted.architecture().groups().size());
        assertThat(configured.architecture().kinds().toString().replaceAll("originalContext=\\d+", ""))
                .isEqualTo(noted.architecture().kinds().toString().replaceAll("originalContext=\\d+", ""));
    }

    private static Map<String, String> facts(Variant spec, String id) {
        Map<String, String> facts = new TreeMap<>();
        for (Fact fact : FactSheet.of(spec).facts()) {
            FactDefinition.Group group = Dictionary.of(fact.path()).group();
            boolean compared = group != FactDefinition.Group.IDENTITY
                    && group != FactDefinition.Group.TRAINING
                    && !NOT_IN_A_CONFIGURATION.contains(fact.path().text())
                    && !ALSO.getOrDefault(id, Set.of()).contains(fact.path().text());
            if (compared) {
                facts.put(fact.path().text(), fact.value().toString());
            }
        }
        return facts;
    }

    /** A type that is offered has its reader, which then misses the sizes. */
    @Test
    void everyKnownTypeHasAReader() {
        assertThat(AllTypes.ALL.names())
                .isSorted()
                .doesNotHaveDuplicates()
                .contains("gpt2", "deepseek_v3", "gpt_oss", "qwen3_next");
        for (String type : AllTypes.ALL.names()) {
            String text = "{\"model_type\": \"" + type + "\", \"architectures\": [\"Grok1ForCausalLM\"]}";
            assertThat(findings(text))
                    .as(type)
                    .extracting(Diagnostic::rule)
                    .isNotEmpty()
                    .doesNotContain(Rule.UNKNOWN_MODEL_TYPE);
        }
    }

    @Test
    void layersAreWrittenInTheirShortestPattern() {
        var groups = read("x.json", fixture("gemma-3-27b")).architecture().groups();

        assertThat(groups.stream().map(ConfigReaderTest::written))
                .containsExactly("10 × (5 local, 1 global)", "1 × (2 local)");
    }

    private static String written(LayerGroup group) {
        return group.repeat() + " × ("
                + group.blocks().stream()
                        .map(block -> block.count() + " " + block.attentionName())
                        .collect(Collectors.joining(", "))
                + ")";
    }

    @ParameterizedTest
    @CsvSource({
        // Hub safetensors totals, as public files quote them
        "mixtral-8x7b, 46702792704",
        "qwen2.5-7b, 7615616512",
        "qwen2.5-0.5b, 494032768",
        "deepseek-v2-lite, 15706484224",
        "deepseek-v2, 235741434880",
    })
    void otherModelsHaveTheirPublishedTotals(String id, long total) {
        assertThat(FactSheet.of(read(id + ".json", fixture("other/" + id))).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(total);
    }

    /**
     * Of types that no model of the catalogue has: totals as the hub's safetensors index gives them (Phi-4, OLMo 3,
     * EXAONE 4.0), or of the class in huggingface/transformers made without weights; the cache from layers, KV heads
     * and head dimensions by hand.
     */
    @ParameterizedTest
    @CsvSource({
        "phi-4, 14659507200, 204800, 204800",
        "olmo-3-7b, 7298011136, 524288, 131072",
        "exaone-4.0-32b, 32003216384, 262144, 65536",
        "devstral-2-123b, 125025988608, 360448, 360448",
        "minimax-m2.5, 228689764864, 253952, 253952",
    })
    void otherTypesHaveTheirTotalsAndCaches(String id, long total, long cache, long growing) {
        FactSheet facts = FactSheet.of(read(id + ".json", fixture("other/" + id)));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(facts.whole(FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN)).isEqualTo(growing);
    }

    /**
     * By hand from the modeling code. A layer of these sizes has 64 + 32 + 32 + 64 weights in attention, 3 × 8 × 16 in
     * its network and 2 × 8 in norms, together 592; two layers, 80 of embedding, 80 of the head and 8 of the final norm
     * are 1,352. Then, per layer: 16 biases of queries, keys and values, 8 of a QK-norm, 16 of two more norms or of the
     * biases of two; and 80 less where the table is tied. StarCoder 2 has 192 + 24 in attention, 256 + 24 in a network
     * without a gate and 32 in norms, 528 a layer, 80 of the one table and 16 of the final norm.
     */
    @ParameterizedTest
    @CsvSource({
        "granite, 1352",
        "seed_oss, 1384",
        "ernie4_5, 1272",
        "hunyuan_v1_dense, 1368",
        "glm4, 1416",
        "gemma, 1272",
        "gemma2, 1304",
        "stablelm, 1392",
        "qwen2, 1384",
        "phi3, 1352",
        "ministral3, 1352",
        "starcoder2, 1152",
    })
    void aSmallModelOfEachTypeHasTheWeightsOfItsCode(String type, long total) {
        String text = "{\"model_type\": \"" + type + "\", \"hidden_size\": 8, \"num_hidden_layers\": 2,"
                + " \"num_attention_heads\": 2, \"num_key_value_heads\": 1, \"head_dim\": 4,"
                + " \"intermediate_size\": 16, \"vocab_size\": 10, \"max_position_embeddings\": 64,"
                + " \"dtype\": \"bfloat16\"}";
        assertThat(FactSheet.of(read("small.json", text)).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(total);
    }

    @Test
    void theActiveWeightsOfOtherMixturesRoundToThePublishedOnes() {
        // 12.9B (arXiv:2401.04088, section 1) and 21B (arXiv:2405.04434, abstract)
        assertThat(FactSheet.of(read("x.json", fixture("other/mixtral-8x7b"))).print(FactPath.PARAMETERS_ACTIVE_ALL))
                .contains("12.9B");
        assertThat(FactSheet.of(read("x.json", fixture("other/deepseek-v2"))).print(FactPath.PARAMETERS_ACTIVE_ALL))
                .contains("21.4B");
    }

    @Test
    void bothFormsOfRopeParametersSayTheSame() {
        String old = fixture("gemma-3-1b");
        String renewed = old.replace("\"rope_theta\": 1000000.0,\n", "")
                .replace("\"rope_local_base_freq\": 10000.0,\n", "")
                .replace(
                        "\"rope_scaling\": null",
                        "\"rope_parameters\": {\"full_attention\": {\"rope_type\": \"default\", \"rope_theta\": "
                                + "1000000.0},"
                                + " \"sliding_attention\": {\"rope_type\": \"default\", \"rope_theta\": 10000.0}}");
        assertThat(renewed).isNotEqualTo(old);
        assertThat(read("x.json", renewed).architecture())
                .isEqualTo(read("x.json", old).architecture());

        String llama = fixture("llama-3.1-8b");
        String llama5 = llama.replace("\"rope_theta\": 500000.0,\n", "")
                .replace("\"rope_scaling\": {", "\"rope_parameters\": {\"rope_theta\": 500000.0,");
        assertThat(read("x.json", llama5).architecture())
                .isEqualTo(read("x.json", llama).architecture());
    }

    @Test
    void layersThatNoListNamesAreDerivedAsTheLibraryDoes() {
        for (String id : List.of("gemma-3-1b", "gpt-oss-20b", "smollm3-3b", "llama-4-maverick", "qwen3-next-80b-a3b")) {
            String whole = fixture(id);
            String derived = whole.replaceAll("\"(layer_types|no_rope_layers|moe_layers)\": \\[[^\\]]*\\],\n", "");
            assertThat(read("x.json", derived).architecture())
                    .isEqualTo(read("x.json", whole).architecture());
        }
    }

    @Test
    void aGemmaFileWithoutTheKeysThatEqualTheDefaultsIsTheSameModel() {
        String whole = fixture("gemma-3-4b");
        String brief = whole.replaceAll(
                " +\"(vocab_size|num_attention_heads|num_key_value_heads|head_dim|max_position_embeddings|rope_theta|"
                        + "rope_local_base_freq|sliding_window_pattern|layer_types|rms_norm_eps|hidden_activation|"
                        + "tie_word_embeddings)\":.*,\n(?=[^}]*\"attention_bias|[^}]*\"vision)",
                "");
        assertThat(brief.length()).isLessThan(whole.length());
        assertThat(read("x.json", brief).architecture())
                .isEqualTo(read("x.json", whole).architecture());
    }

    @Test
    void qwenWindowsStartAfterTheFirstLayers() {
        String windowed = fixture("other/qwen2.5-0.5b")
                .replace("\"use_sliding_window\": false", "\"use_sliding_window\": true")
                .replace("\"max_window_layers\": 24", "\"max_window_layers\": 20");
        var groups = read("x.json", windowed).architecture().groups();
        assertThat(groups.stream().map(ConfigReaderTest::written)).containsExactly("1 × (20 full, 4 windowed)");
    }

    @Test
    void keysWithoutAPartInTheFiguresAreListedWithTheirValues() {
        String text = fixture("llama-3.1-8b").replace("\"use_cache\": true", "\"layer_scale\": 0.5, \"nothing\": null");
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.UNKNOWN_KEY);
            assertThat(finding.message())
                    .isEqualTo("the key \"layer_scale\" is not understood; its value 0.5 has no part in the figures");
            assertThat(finding.location().line()).isEqualTo(29);
        });
        assertThat(findings(fixture("grok-2"))).extracting(Diagnostic::rule).containsOnly(Rule.NOT_MODELED);
        assertThat(findings(fixture("grok-2")))
                .extracting(Diagnostic::message)
                .contains("\"router_logit_softcapping\": 30.0 is not modeled: it bounds the router's logits; no "
                        + "figure depends on it");
    }

    /**
     * By the files: {@code embedding_multiplier_scale}, {@code logits_scaling} and {@code logit_scale}; by the code of
     * Gemma the root of the width, of 3n a cap of 30; by that of Trinity the root of 1,024.
     */
    @ParameterizedTest
    @CsvSource(textBlock = """
            grok-2, 90.509668, , 0.5, 50.0
            gemma-3-27b, 73.321211, , , ,
            other/gemma-3n-e4b, 45.254834, , , 30.0
            other/gemma-4-31b, 73.321211, , , 30.0
            other/antares-1b, 12.0, 0.22, 0.125,
            other/granite-4.0-h-small, 12.0, 0.22, 0.125,
            other/command-r-plus-104b, , , 0.833333,
            other/tiny-aya-3.35b, , , ,
            qwen3-8b, , , ,
            """)
    void multipliersComeFromTheFileOrTheCode(
            String id, Double embedding, Double residual, Double output, Double outputSoftCap) {
        assertThat(read(id + ".json", fixture(id)).architecture().multipliers())
                .isEqualTo(new Multipliers(
                        Optional.ofNullable(embedding),
                        Optional.ofNullable(residual),
                        Optional.ofNullable(output),
                        Optional.ofNullable(outputSoftCap)));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "1e300"})
    void anImpossibleMultiplierIsReported(String factor) {
        String text = fixture("grok-2").replace("90.50966799187809", factor);

        assertThat(findings(text))
                .filteredOn(finding -> finding.rule() == Rule.IMPOSSIBLE_VALUE)
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("no model multiplies by the value of \"embedding_multiplier_scale\""));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void theFilesOfTheCatalogueHoldNoKeyThatIsNotUnderstood(Variant noted) {
        assertThat(findings(fixture(noted.id()))).extracting(Diagnostic::rule).doesNotContain(Rule.UNKNOWN_KEY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                              | MALFORMED_JSON     | the file ends in the middle
            []                                             | MALFORMED_JSON     | expected a JSON object
            {"model_type": "llama", "model_type": "llama"} | MALFORMED_JSON     | the key "model_type" is there twice
            {"hidden_size": 4}                             | MISSING_KEY        | "model_type" is missing
            {"model_type": "lama"}                         | UNKNOWN_MODEL_TYPE | the model type "lama" cannot be read
            {"model_type": "git", "architectures": ["GitModel"]} | UNKNOWN_MODEL_TYPE | unless it is Grok 2
            {"model_type": 3}                              | WRONG_TYPE         | "model_type" is 3, expected text
            {"model_type": "gemma3"}                       | MISSING_KEY        | "text_config" is missing
            """)
    void brokenFilesAreRefused(String text, Rule rule, String message) {
        assertThat(findings(text)).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "hidden_size": 4096      | "hidden_sise": 4096      | MISSING_KEY      | "hidden_size" is missing
            "hidden_size": 4096      | "hidden_size": "4096"    | WRONG_TYPE       | "hidden_size" is "4096", expected \
            a positive whole number
            "hidden_size": 4096      | "hidden_size": 4096.5    | WRONG_TYPE       | expected a positive whole number
            "hidden_size": 4096      | "hidden_size": -1        | WRONG_TYPE       | expected a positive whole number
            "hidden_size": 4096      | "hidden_size": 1e30      | WRONG_TYPE       | expected a positive whole number
            "num_hidden_layers": 32  | "num_hidden_layers": 999999 | IMPOSSIBLE_VALUE | 999999 layers
            "num_key_value_heads": 8 | "num_key_value_heads": 5 | IMPOSSIBLE_VALUE | 32 heads are not divisible by 5 \
            KV heads
            "hidden_act": "silu"     | "hidden_act": "relu2"    | IMPOSSIBLE_VALUE | the activation "relu2" is not \
            known here
            "rope_type": "llama3"    | "rope_type": "longrope"  | NOT_MODELED      | taken without rescaling
            "torch_dtype": "bfloat16" | "torch_dtype": "int8"    | NOT_MODELED      | counted in bfloat16
            "attention_bias": false  | "layer_types": ["full_attention"] | IMPOSSIBLE_VALUE | 1 layer types for 32 \
            layers
            """)
    void aWrongValueIsNamed(String right, String wrong, Rule rule, String message) {
        String whole = fixture("llama-3.1-8b");
        assertThat(whole).contains(right);
        assertThat(findings(whole.replace(right, wrong))).anySatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.message()).contains(message);
            assertThat(finding.location().path()).isEqualTo("config.json");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a': 1}           | a single quote where JSON has double quotes
            {"a": 1,}          | unexpected "}"
            {"a": True}        | "True" is not a value
            {"a": None}        | "None" is not a value
            {"a": 0x10}        | unexpected "x"
            {"a": 01}          | this is not a number of JSON
            {"a": 1 // layers} | a comment, which JSON does not have
            {"a": 1 "b": 2}    | unexpected "\""
            {"a": [1, 2}       | unexpected "}"
            <html>             | unexpected "<"
            """)
    void whatIsNotJsonIsSaidInPlainWords(String text, String message) {
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo(message);
            assertThat(finding.message() + finding.hint())
                    .doesNotContainIgnoringCase("feature")
                    .doesNotContain("code ", "token");
            assertThat(finding.location().line()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            llama-3.1-8b       | num_key_value_heads    | 8      | 5   | 32 heads are not divisible by 5 KV heads
            qwen3-30b-a3b      | num_experts_per_tok    | 8      | 500 | top-500 of only 128 experts
            deepseek-v3-671b   | num_experts_per_tok    | 8      | 500 | top-500 of only 256 experts
            gpt-oss-20b        | num_experts_per_tok    | 4      | 33  | top-33 of only 32 experts
            llama-4-scout      | num_experts_per_tok    | 1      | 17  | top-17 of only 16 experts
            qwen3-next-80b-a3b | linear_num_value_heads | 32     | 33  | 33 value heads are not divisible by 16 key \
            heads
            llama-3.1-8b       | hidden_size            | 4096   | 4000000000000000 | the sizes are too large, a \
            figure does not fit into 64 bits
            llama-3.1-8b       | vocab_size             | 128256 | 4000000000000000 | the sizes are too large, a \
            figure does not fit into 64 bits
            """)
    void anImpossibleValueIsMarkedAtItsKey(String fixture, String key, long right, long wrong, String message) {
        String whole = fixture(fixture);
        String start = "\"" + key + "\": ";
        assertThat(whole).contains(start + right);
        String text = whole.replace(start + right, start + wrong);
        assertThat(findings(text))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).isEqualTo(message);
                    assertThat(text.lines()
                                    .skip(finding.location().line() - 1)
                                    .findFirst()
                                    .orElseThrow()
                                    .substring(finding.location().column() - 1))
                            .startsWith("\"" + key + "\"");
                });
    }

    @Test
    void aMissingPartIsTheOnlyFinding() {
        assertThat(findings("{\"model_type\": \"llama4\"}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).isEqualTo("the key \"text_config\" is missing"));
    }

    @ParameterizedTest
    @CsvSource({"lama, llama", "Llama, llama", "qwen-3, qwen3", "GPT_OSS, gpt_oss"})
    void aSlipInATypeIsAnsweredWithTheTypeThatWasMeant(String written, String meant) {
        assertThat(findings("{\"model_type\": \"" + written + "\"}"))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.hint()).startsWith("did you mean \"" + meant + "\"? 'archnotes types'"));
    }

    /** Types of other models, most of them real: whoever followed a suggestion would get wrong figures. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "deepseek_v5",
                "kimi_k3",
                "gemma5",
                "qwen3_6",
                "qwen4",
                "mistral5",
                "glm5_moe",
                "llama5",
                "olmo4_moe"
            })
    void anotherModelIsNotSuggested(String type) {
        assertThat(findings("{\"model_type\": \"" + type + "\"}"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.hint()).startsWith("'archnotes types'"));
    }

    @Test
    void infinityIsReadWhereNoFigureNeedsIt() {
        String llama = fixture("llama-3.1-8b");
        assertThat(findings(llama.replace("\"use_cache\"", "\"time_step_limit\": [0.0, Infinity], \"use_cache\"")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.UNKNOWN_KEY));
        assertThat(findings(llama.replace("\"rms_norm_eps\": 1e-05", "\"rms_norm_eps\": NaN")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo(Rule.WRONG_TYPE));
        assertThat(findings(llama.replace("\"hidden_size\": 4096", "\"hidden_size\": Infinity")))
                .anySatisfy(finding -> assertThat(finding.rule()).isEqualTo(Rule.WRONG_TYPE));
    }

    /** From the defaults of {@code configuration_<type>.py} in huggingface/transformers, totals of the whole files. */
    @ParameterizedTest
    @CsvSource({
        "gpt-oss-20b, head_dim, 20914757184, 49152",
        "gpt-oss-20b, num_key_value_heads, 20914757184, 49152",
        "glm-4.5-air-106b-a12b, num_key_value_heads, 106852251264, 188416",
        "glm-4.5-air-106b-a12b, first_k_dense_replace, 106852251264, 188416",
        "glm-4.5-air-106b-a12b, n_shared_experts, 106852251264, 188416",
        "deepseek-v3-671b, first_k_dense_replace, 671026419200, 70272",
        "deepseek-v3-671b, q_lora_rank, 671026419200, 70272",
        "deepseek-v3-671b, n_shared_experts, 671026419200, 70272",
        "smollm3-3b, num_key_value_heads, 3075098624, 73728",
    })
    void aMissingKeyHasTheDefaultOfItsType(String id, String key, long total, long cache) {
        String whole = fixture(id);
        String without = whole.replaceAll("\"" + key + "\": [^,\n]*,\n", "");
        assertThat(without).isNotEqualTo(whole);
        FactSheet facts = FactSheet.of(read("x.json", without));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(total);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
    }

    @Test
    void aTypeWithoutDefaultsNeedsItsSizes() {
        String whole = fixture("kimi-k2-1t");
        for (String key : List.of("first_k_dense_replace", "q_lora_rank", "n_shared_experts")) {
            assertThat(findings(whole.replaceAll("\"" + key + "\": [^,\n]*,\n", "")))
                    .anySatisfy(finding -> {
                        assertThat(finding.rule()).isEqualTo(Rule.MISSING_KEY);
                        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                        assertThat(finding.message()).contains(key);
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen3-30b-a3b", "mistral-small-3.1-24b", "llama-4-scout", "gpt-oss-20b"})
    void aNumberOfHeadsThatIsNullIsAnError(String id) {
        String text = fixture(id).replaceFirst("\"num_key_value_heads\": \\d+", "\"num_key_value_heads\": null");
        assertThat(findings(text)).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).isEqualTo("the key \"num_key_value_heads\" is null, and a value is needed");
        });
    }

    /**
     * In {@code configuration_phi.py} and {@code configuration_llama.py} of {@code huggingface/transformers}, versions
     * 4 and 5, None is the default and replaced by the number of heads; Phi-1.5 was released with it. Its tensors: two
     * tables of 51,200 × 2,048, a bias on one; 24 layers of 4 × (2,048² + 2,048) + 2 × 2,048 × 8,192 + 10,240 + 4,096.
     */
    @Test
    void whereNoneIsTheDefaultNullMeansAsManyKvHeadsAsHeads() {
        Variant phi = read("phi-1.5.json", """
                {"model_type": "phi", "architectures": ["PhiForCausalLM"], "hidden_act": "gelu_new",
                 "hidden_size": 2048, "intermediate_size": 8192, "layer_norm_eps": 1e-05,
                 "max_position_embeddings": 2048, "num_attention_heads": 32, "num_hidden_layers": 24,
                 "num_key_value_heads": null, "partial_rotary_factor": 0.5, "qk_layernorm": false,
                 "rope_scaling": null, "rope_theta": 10000.0, "tie_word_embeddings": false, "torch_dtype": "float16",
                 "vocab_size": 51200}
                """);
        assertThat(facts(phi, "")).containsEntry("parameters.total", "Whole[value=1418270720, unit=PARAMETERS]");
        String llama =
                fixture("llama-3.1-8b").replaceFirst("\"num_key_value_heads\": \\d+", "\"num_key_value_heads\": null");
        assertThat(facts(read("x.json", llama), "")).containsEntry("attention.kv_heads", "Whole[value=32, unit=COUNT]");
    }

    /** In the configuration class of each type the size is a whole number and may not be None. */
    @ParameterizedTest
    @CsvSource({
        "gemma-3-1b, num_attention_heads",
        "gemma-3-1b, vocab_size",
        "other/gemma-4-26b-a4b, num_attention_heads",
        "other/gemma-4-26b-a4b, sliding_window",
        "other/nemotron-3-nano-30b-a3b, mamba_num_heads"
    })
    void aSizeThatMayNotBeNullIsAnError(String id, String key) {
        String text = fixture(id).replaceFirst("\"" + key + "\": \\d+", "\"" + key + "\": null");
        assertThat(findings(text)).anySatisfy(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).isEqualTo("the key \"" + key + "\" is null, and a value is needed");
        });
    }

    /** Python takes None for false, also where the key left out would be true: 262,144 × 1,152 numbers more. */
    @Test
    void aSwitchThatIsNullIsOff() {
        String tied = fixture("gemma-3-1b");
        String untied = tied.replace("\"tie_word_embeddings\": true", "\"tie_word_embeddings\": null");
        assertThat(FactSheet.of(read("x.json", untied)).whole(FactPath.PARAMETERS_TOTAL)
                        - FactSheet.of(read("x.json", tied)).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(262_144L * 1_152);
    }

    /** Which layers are which stands in no default of the makers' own code. */
    @Test
    void aMissingListOfLayersIsAnError() {
        String text = fixture("other/minimax-text-01").replaceFirst("\"attn_type_list\": \\[[^]]*],", "");
        assertThat(findings(text))
                .anySatisfy(
                        finding -> assertThat(finding.message()).isEqualTo("the key \"attn_type_list\" is missing"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            LlamaForSequenceClassification | is a classifier
            MistralModel                   | is a model without an output table
            Qwen2ForRewardModel            | is a reward model
            LlamaForCausalLMEagle3         | is a draft model
            DFlashDraftModel               | is a draft model
            """)
    void aClassThatIsNoLanguageModelIsRefused(String name, String message) {
        assertThat(findings(fixture("llama-3.1-8b").replace("LlamaForCausalLM", name)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message()).contains(message);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "n_extra_experts",
                "kv_latent_rank",
                "index_n",
                "mamba_d_state",
                "linear_states",
                "num_more_layers"
            })
    void aKeyThatNamesASizeMustBeUnderstood(String key) {
        String start = "\"hidden_size\": 4096,";
        String llama = fixture("llama-3.1-8b");
        assertThat(findings(llama.replace(start, start + "\"" + key + "\": 64,")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message()).startsWith("the key \"" + key + "\" names a size, 64");
                });
        assertThat(findings(llama.replace(start, start + "\"" + key + "\": null,")))
                .isEmpty();
        assertThat(findings(llama.replace(start, start + "\"" + key + "\": 0,")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
    }

    @Test
    void theDecoderInsideAnotherModelIsOfTheTypeThatItNames() {
        String small = fixture("mistral-small-3.1-24b");
        assertThat(findings(small.replace("\"model_type\": \"mistral\"", "\"model_type\": \"zamba2\"")))
                .anySatisfy(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.message())
                            .contains("inside is of the type \"zamba2\", which cannot be read here");
                });
        String newer = small.replace("\"model_type\": \"mistral\"", "\"model_type\": \"ministral3\"")
                .replaceAll("\"sliding_window\": null,\n", "");
        assertThat(newer).doesNotContain("sliding_window");
        assertThat(FactSheet.of(read("x.json", newer)).print(FactPath.KV_CACHE_BYTES_PER_TOKEN))
                .isEqualTo(FactSheet.of(read("x.json", small)).print(FactPath.KV_CACHE_BYTES_PER_TOKEN));
        assertThat(read("x.json", newer).architecture().kinds())
                .hasSize(1)
                .allSatisfy(layer -> assertThat(layer.attention().limit()).isEmpty());
    }

    @Test
    void ofTwoNumberFormatsTheNewerKeyHolds() {
        String both = fixture("qwen3-8b")
                .replace("\"torch_dtype\": \"bfloat16\"", "\"torch_dtype\": \"float32\", \"dtype\": \"bfloat16\"");
        assertThat(read("x.json", both).architecture().storage().label()).isEqualTo("bfloat16");
    }

    @Test
    void theNameComesFromTheFolderOfAConfigJson() {
        assertThat(read("/models/Mixtral-8x7B-v0.1/config.json", fixture("other/mixtral-8x7b"))
                        .id())
                .isEqualTo("mixtral-8x7b-v0.1");
        assertThat(read("config.json", fixture("other/mixtral-8x7b")).name()).isEqualTo("mixtral");
    }
}
