package dev.archnotes.model.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configurations of a decoder with an image encoder before it. */
class VisionConfigsTest extends MadeConfigs {
    private static final String TEXT = "\"hidden_size\": 8, \"num_hidden_layers\": 2, \"num_attention_heads\": 2,"
            + " \"num_key_value_heads\": 1, \"head_dim\": 4, \"intermediate_size\": 16, \"vocab_size\": 10,"
            + " \"max_position_embeddings\": 64, \"dtype\": \"bfloat16\"";

    private static long vision(String text) {
        return FactSheet.of(read(text)).whole(FactPath.PARAMETERS_VISION);
    }

    /**
     * Text decoder, vision part, and cache of a token in 16 bits. Qwen3-VL 8B: together 8,767,123,696, Qwen2.5-VL 7B:
     * 8,292,166,656, Qwen2-VL 7B: 8,291,375,616, SmolVLM2 2.2B: 2,246,784,880, PaliGemma 3B: 2,923,466,480, the totals
     * of the hub's safetensors index; PaliGemma has 257,216 rows. The others: classes of huggingface/transformers 5.18
     * made without weights; those of Kimi and GLM-4.5V hold the selection biases, 60 × 384 and 45 × 128, as buffers
     * beside them.
     */
    @ParameterizedTest
    @CsvSource({
        "qwen3-vl-8b, 8190735360, 576388336, 147456",
        "qwen3-vl-30b-a3b, 30532122624, 538631408, 98304",
        "qwen2.5-vl-7b, 7615616512, 676550144, 57344",
        "qwen2-vl-7b, 7615616512, 675759104, 57344",
        "kimi-k2.5, 1026408232448, 471143920, 70272",
        "smolvlm2-2.2b, 1812563968, 434220912, 196608",
        "paligemma-3b, 2508662784, 414803696, 18432",
        "glm-4.1v-9b, 9400279040, 892498432, 40960",
        "glm-4.5v-108b-a12b, 106852251264, 858681856, 188416",
    })
    void aModelHasThePublishedWeightsOfBothParts(String id, long text, long vision, long cache) {
        FactSheet facts = FactSheet.of(read(fixture(id)));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(text);
        assertThat(facts.whole(FactPath.PARAMETERS_VISION)).isEqualTo(vision);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(cache);
        assertThat(findings(fixture(id))).extracting(Diagnostic::rule).isSubsetOf(quantized(id));
    }

    private static List<Rule> quantized(String id) {
        return id.startsWith("kimi") ? List.of(Rule.NOT_MODELED) : List.of();
    }

    /** The keys of the decoder at the top, as the makers wrote them, and inside, as transformers 5 writes them back. */
    @Test
    void aDecoderMayStandAtTheTopOrInside() {
        String flat = fixture("qwen2.5-vl-7b");
        String nested = "{\"model_type\": \"qwen2_5_vl\", \"dtype\": \"bfloat16\", \"text_config\": "
                + flat.substring(0, flat.indexOf("\"vision_config\"")).replace("\"qwen2_5_vl\"", "\"qwen2_5_vl_text\"")
                + "\"rope_parameters\": {\"rope_type\": \"default\", \"rope_theta\": 1000000.0, \"mrope_section\": "
                + "[16, 24, 24]}, \"vocab_size\": 152064}, \"vision_config\": {\"hidden_size\": 1280, \"depth\": 32,"
                + " \"intermediate_size\": 3420, \"out_hidden_size\": 3584}}";
        assertThat(read(nested).architecture()).isEqualTo(read(flat).architecture());
        assertThat(findings(nested)).isEmpty();
        String twice = flat.replace(
                "\"vision_config\"",
                nested.substring(nested.indexOf("\"text_config\""), nested.indexOf("\"vision_config\""))
                        + "\"vision_config\"");
        assertThat(read(twice).architecture()).isEqualTo(read(flat).architecture());
        assertThat(findings(twice)).isEmpty();
    }

    @Test
    void anotherNameOfTheSameDecoderChangesNothing() {
        String makers = fixture("kimi-k2.5");
        String others = makers.replace("\"kimi_k2\"", "\"deepseek_v3\"")
                .replace("\"vt_hidden_size\"", "\"hidden_size\"")
                .replace("\"vt_num_hidden_layers\"", "\"num_hidden_layers\"")
                .replace("\"vt_intermediate_size\"", "\"intermediate_size\"")
                .replace("\"vt_num_attention_heads\"", "\"num_attention_heads\"")
                .replace("\"init_pos_emb", "\"pos_emb");
        assertThat(read(others).architecture()).isEqualTo(read(makers).architecture());
    }

    /**
     * Kimi-VL A3B is Moonlight 16B with MoonViT: the hub's totals, 16,407,657,776 and 15,960,111,936, differ by the
     * vision part.
     */
    @Test
    void theProjectorIsAsWideAsItsDecoder() {
        String narrow =
                "{\"model_type\": \"kimi_vl\", \"text_config\": {\"model_type\": \"deepseek_v3\", \"q_lora_rank\": "
                        + "null, \"first_k_dense_replace\": 1, \"n_shared_experts\": 2, \"kv_lora_rank\": 512, "
                        + "\"hidden_size\": 2048, \"intermediate_size\": 11264, \"moe_intermediate_size\": 1408,"
                        + " \"num_attention_heads\": 16,"
                        + " \"num_hidden_layers\": 27, \"num_experts_per_tok\": 6, \"n_routed_experts\": 64,"
                        + " \"qk_nope_head_dim\": 128, \"qk_rope_head_dim\": 64, \"v_head_dim\": 128,"
                        + " \"vocab_size\": 163840,"
                        + " \"max_position_embeddings\": 131072}, \"torch_dtype\": \"bfloat16\", \"vision_config\": {"
                        + "\"model_type\": \"moonvit\", \"hidden_size\": 1152, \"num_hidden_layers\": 27}}";
        assertThat(vision(narrow)).isEqualTo(16_407_657_776L - 15_960_111_936L);
    }

    /**
     * Llama 3.2 Vision 11B has 10,670,220,835 weights in its files, by tables of the hub's counts in public code; 8 of
     * its 40 layers read pictures, and 32 keep keys and values of the text: 2 × 8 × 128 numbers each. A picture of four
     * tiles of 40 × 40 patches and a class token leaves 6,404 of them in the others.
     */
    @Test
    void layersThatReadPicturesKeepNothingOfTheText() {
        FactSheet facts = FactSheet.of(read(fixture("llama-3.2-11b-vision")));
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL) + facts.whole(FactPath.PARAMETERS_VISION))
                .isEqualTo(10_670_220_835L);
        assertThat(facts.whole(FactPath.ATTENTION_PICTURE_LAYERS)).isEqualTo(8);
        assertThat(facts.whole(FactPath.KV_CACHE_BYTES_PER_TOKEN)).isEqualTo(32 * 2 * 8 * 128 * 2);
        assertThat(facts.whole(FactPath.kvCacheBytesAt(4_096))).isEqualTo(4_096L * 32 * 2 * 8 * 128 * 2);
        assertThat(findings(fixture("llama-3.2-11b-vision"))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.NOT_MODELED);
            assertThat(finding.message())
                    .isEqualTo("a picture takes one place of the text and leaves up to 6404 keys and values in each of"
                            + " 8 layers, 209846272 bytes in 16 bits, that no figure of the cache counts");
        });
    }

    /**
     * The encoder of Step 3.7 Flash without weights in transformers 5.18 has 1,981,014,784 numbers, in front of the
     * decoder of Step 3.5. By hand: 47 layers of 4 matrices of 1,536² and 2 of 1,536 × 8,960 with biases, 4 vectors of
     * norms and 2 of scales; patches of 588 numbers, 2,704 positions, one norm; 9 × 1,536 × 3,072 and 9 × 3,072 × 6,144
     * with biases, and 6,144 × 4,096.
     */
    @Test
    void theEncoderOfStepHalvesPicturesTwice() {
        String text = fixture("step-3.5-flash");
        String wrapped = "{\"model_type\": \"step3p7\", \"architectures\": [\"Step3p7ForConditionalGeneration\"],"
                + " \"text_config\": " + text + ", \"vision_config\": {\"model_type\": \"step3p5_vision\","
                + " \"width\": 1536, \"layers\": 47, \"heads\": 16, \"image_size\": 728, \"patch_size\": 14,"
                + " \"mlp_ratio\": 5.833333333333333, \"ls_init_value\": 0.1}}";
        FactSheet facts = FactSheet.of(read(wrapped));
        long layer = 4 * (1_536L * 1_536 + 1_536) + 2 * 1_536L * 8_960 + 8_960 + 1_536 + (4 + 2) * 1_536L;
        long around = 588 * 1_536L + 2_704 * 1_536L + 2 * 1_536;
        long behind = 9 * 1_536L * 3_072 + 3_072 + 9 * 3_072L * 6_144 + 6_144 + 6_144 * 4_096L;
        assertThat(47 * layer + around + behind).isEqualTo(1_981_014_784L);
        assertThat(facts.whole(FactPath.PARAMETERS_VISION)).isEqualTo(1_981_014_784L);
        assertThat(facts.whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(FactSheet.of(read(text)).whole(FactPath.PARAMETERS_TOTAL));
    }

    /** Each in turn: a list of layers that names one too many, and a projector of another width than five layers. */
    @Test
    void layersThatReadPicturesMustBeThere() {
        String file = fixture("llama-3.2-11b-vision");
        assertThat(findings(file.replaceFirst("\\b38\\b", "40")))
                .extracting(Diagnostic::message)
                .contains("a layer that there is not among 40 layers");
        assertThat(findings(file.replace("7680", "7681")))
                .extracting(Diagnostic::message)
                .contains("what it is read by has a width of 7680");
        assertThat(findings(file.replace("\"mllama\"", "\"mllama_text_model\"")))
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.contains("stands in the file of the whole model"));
    }

    /** The sum of the decoder is that of the test above. */
    @Test
    void aKnownDecoderInsideAnUnknownModelIsCountedAlone() {
        String text = "{\"model_type\": \"new_vl\", \"projector_hidden_size\": 16, \"llm_config\": {\"model_type\": "
                + "\"qwen3_vl_text\", " + TEXT + "}, \"vision_config\": {\"hidden_size\": 16}}";
        Variant alone = read(text);
        assertThat(alone.name()).isEqualTo("x, text decoder only");
        assertThat(alone.id()).isEqualTo("x-text-decoder-only");
        assertThat(alone.context().configured()).isEqualTo(64);
        assertThat(FactSheet.of(alone).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(2 * 600 + 168);
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.NOT_MODELED);
            assertThat(finding.message())
                    .isEqualTo("the model type \"new_vl\" is not known: only the decoder inside, of the type "
                            + "\"qwen3_vl_text\", is counted, without projector_hidden_size, vision_config");
        });
    }

    @Test
    void anUnknownDecoderInsideAnUnknownModelIsRefusedByBothNames() {
        assertThat(findings("{\"model_type\": \"new_vl\", \"text_config\": {\"model_type\": \"new_text\"}}"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.UNKNOWN_MODEL_TYPE);
                    assertThat(finding.message())
                            .isEqualTo("the model type \"new_vl\" cannot be read, nor can \"new_text\", that of the "
                                    + "decoder inside");
                });
    }

    /** By hand, from modeling_qwen2_vl.py: no bias at the convolution; LayerNorm and 4 × 8 inside, 872 a layer. */
    @Test
    void qwen2sEncoderHasNoGate() {
        String text = "{\"model_type\": \"qwen2_vl\", " + TEXT + ", \"vision_config\": {\"depth\": 2, \"embed_dim\": 8,"
                + " \"hidden_size\": 8, \"patch_size\": 2, \"num_heads\": 2}}";
        // 8 × 3 × 2 × 2 × 2; 2 × (32 + 192 + 24 + 64 + 8 + 256 + 32 + 256 + 8); 16 + 32 × 32 + 32 + 8 × 32 + 8
        assertThat(vision(text)).isEqualTo(192 + 2 * 872 + 1336);
    }

    /**
     * By hand, from modeling_qwen3_vl.py: a convolution of 8 × 3 × 2 × 2 × 2 and 8 biases, 200; 9 positions of 8, 72;
     * in each of two layers two norms of 16, 192 + 24 and 64 + 8 in attention, 128 + 16 and 128 + 8 in the network, 600
     * together; a merger with a norm of 16, 32 × 32 + 32 and 8 × 32 + 8, 1,336. A merger of DeepStack has a norm of 64
     * in place of 16.
     */
    @ParameterizedTest
    @CsvSource({
        "'[]', 2808", // 200 + 72 + 2 × 600 + 1,336
        "'[0]', 4192", // one more of 1,384
        "'[0, 1]', 5576",
    })
    void eachListedLayerHasAMergerOfItsOwn(String layers, long vision) {
        String text = "{\"model_type\": \"qwen3_vl\", \"text_config\": {" + TEXT + "}, \"vision_config\": {"
                + "\"depth\": 2, \"hidden_size\": 8, \"intermediate_size\": 16, \"patch_size\": 2,"
                + " \"num_position_embeddings\": 9, \"num_heads\": 2, \"deepstack_visual_indexes\": " + layers + "}}";
        assertThat(vision(text)).isEqualTo(vision);
        assertThat(vision(text.replace("\"deepstack_visual_indexes\": " + layers, "\"in_channels\": 3")))
                .as("three where there is no list, the default of the type")
                .isEqualTo(2808 + 3 * 1384);
    }

    @Test
    void aDecoderAloneIsReadByItsOwnType() {
        String alone = "{\"model_type\": \"qwen3_vl_text\", " + TEXT + "}";
        // 64 + 32 + 32 + 64 of attention, 3 × 8 × 16 of the network, 2 × 8 and 2 × 4 of norms, 600 a layer; 80 and 80
        // of the two tables, 8 of the last norm
        assertThat(FactSheet.of(read(alone)).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(2 * 600 + 168);
        assertThat(read(alone).architecture().vision()).isEmpty();
    }

    @Test
    void theOuterConfigurationMayTieTheEmbeddings() {
        String tied = fixture("qwen3-vl-8b").replace("\"tie_word_embeddings\": false", "\"tie_word_embeddings\": true");
        assertThat(FactSheet.of(read(tied)).whole(FactPath.PARAMETERS_TOTAL))
                .isEqualTo(8_190_735_360L - 151_936L * 4_096);
    }

    @Test
    void aMissingVisionPartIsSaid() {
        String text = "{\"model_type\": \"qwen3_vl\", \"text_config\": {" + TEXT + "}}";
        assertThat(read(text).architecture().vision()).isEmpty();
        assertThat(findings(text)).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(Rule.MISSING_KEY);
            assertThat(finding.message()).contains("a vision part is not counted");
        });
    }

    @Test
    void anEncoderThatDoesNotFitTheDecoderIsRefused() {
        assertThat(findings(fixture("qwen3-vl-8b").replace("\"out_hidden_size\": 4096", "\"out_hidden_size\": 2048")))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(Rule.IMPOSSIBLE_VALUE);
                    assertThat(finding.message()).contains("what it is read by has a width of 4096");
                });
    }

    private static final String LAYERS = "\"hidden_size\": 128, \"num_hidden_layers\": 3, \"num_attention_heads\": 4,"
            + " \"intermediate_size\": 200, \"image_size\": 56, \"patch_size\": 14";

    private static String around(String outer, String decoder, String encoder) {
        return "{" + outer + ", \"text_config\": {\"model_type\": \"" + decoder + "\", \"hidden_size\": 256,"
                + " \"num_hidden_layers\": 2, \"num_attention_heads\": 4, \"num_key_value_heads\": 2, \"head_dim\": 64,"
                + " \"intermediate_size\": 512, \"vocab_size\": 1000, \"max_position_embeddings\": 2048, \"dtype\":"
                + " \"bfloat16\"}, \"vision_config\": {" + encoder + "}}";
    }

    /** Vision parts of classes of huggingface/transformers 5.18, made of these configurations without weights. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "model_type": "llava"                                      | "model_type": "clip_vision_model",   | 531160
            "model_type": "llava", "multimodal_projector_bias": false  | "model_type": "clip_vision_model",   | 530648
            "model_type": "llava"                                      | "model_type": "siglip_vision_model", | 648736
            "model_type": "llava_next"                                 | "model_type": "clip_vision_model",   | 531416
            "model_type": "llava_next", "vision_feature_layer": [-3, -2, -1] | "vision_use_head": false, \
            "model_type": "siglip_vision_model", | 596568
            "model_type": "llava_onevision"                            | "vision_use_head": false,            | 531032
            "model_type": "paligemma"                                  | "vision_use_head": false,            | 464984
            "model_type": "idefics3"                                   | "model_type": "idefics3_vision",     | 563032
            "model_type": "aya_vision", "alignment_intermediate_size": 300 | "vision_use_head": false,        | 625540
            "model_type": "aya_vision"                                 | "model_type": "siglip_vision_model", | 715296
            "model_type": "cohere2_vision"                             | "model_type": "siglip_vision_model", | 24180000
            "model_type": "internvl"                                   | "model_type": "internvl_vision",     | 629720
            "model_type": "internvl" | "norm_type": "rms_norm", "use_qk_norm": true,                         | 629720
            "model_type": "internvl", "downsample_ratio": 0.25         | "attention_bias": true,              | 1027160
            """)
    void anEncoderHasTheWeightsOfItsClass(String outer, String encoder, long expected) {
        String text = around(outer, "llama", encoder + LAYERS);
        assertThat(vision(text)).isEqualTo(expected);
        // 65,536 + 2 × 32,768 + 65,536 of attention, 3 × 131,072 of the network, 512 of norms in each of two layers;
        // 256,000 of each table, 256
        assertThat(FactSheet.of(read(text)).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(1_692_928);
        assertThat(findings(text)).isEmpty();
    }

    @Test
    void aTableOfPositionsIsSquare() {
        String encoder = "\"model_type\": \"siglip2_vision_model\", \"hidden_size\": 128, \"num_hidden_layers\": 3,"
                + " \"intermediate_size\": 200, \"num_patches\": 64, \"patch_size\": 16, \"vision_use_head\": false";
        String text = around("\"model_type\": \"lfm2_vl\", \"projector_hidden_size\": 300", "llama", encoder);
        // made without weights as above
        assertThat(vision(text)).isEqualTo(693_124);
        // a Linear in modeling_siglip2.py, where SigLIP has a Conv2d
        assertThat(read(text).architecture().vision().orElseThrow().tensors(256))
                .filteredOn(tensor -> tensor.name().endsWith("patch_embedding.weight"))
                .singleElement()
                .satisfies(tensor -> assertThat(tensor.shape()).containsExactly(128L, 3L * 16 * 16));
        assertThat(findings(text.replace("\"num_patches\": 64", "\"num_patches\": 63")))
                .extracting(Diagnostic::rule)
                .containsExactly(Rule.IMPOSSIBLE_VALUE);
        assertThat(findings(text.replace("\"patch_size\": 16", "\"patch_size\": [16, 14]")))
                .extracting(Diagnostic::rule)
                .containsExactly(Rule.IMPOSSIBLE_VALUE);
    }

    /** InternViT of 300M and a projector of two matrices, by hand. */
    @Test
    void theMakersOwnFilesOfInternVlAreRead() {
        String own = fixture("internvl3-8b");
        assertThat(findings(own)).isEmpty();
        // 1,024 of the class token, 602,112 + 1,024 of the patches, 1,025 × 1,024 positions; in each of 24 layers 4,096
        // of norms, 3,148,800 + 1,049,600 of attention, 2,048 of scales, 4,198,400 + 4,195,328 of the network; in the
        // projector a norm of 8,192, 3,584 × 4,096 + 3,584 and 3,584 × 3,584 + 3,584
        assertThat(vision(own)).isEqualTo(331_552_768);
    }

    @Test
    void anEncoderThatIsNotKnownIsLeftOutAndSaid() {
        String text = around("\"model_type\": \"llava\"", "llama", "\"model_type\": \"pixtral\", " + LAYERS);
        assertThat(read(text).architecture().vision()).isEmpty();
        assertThat(findings(text))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .isEqualTo("\"model_type\": \"pixtral\" is not modeled: the encoder and its projector "
                                + "are not counted"));
    }

    /**
     * LLaVA 1.5 7B and LLaVA 1.6 Mistral 7B leave out what equals the defaults of their decoders: the total of the
     * hub's safetensors index, and that of the class of huggingface/transformers made without weights.
     */
    @ParameterizedTest
    @CsvSource({"llava, llama, '', 7063427072, 4", "llava_next, mistral, '\"intermediate_size\": 14336,', 7566747648, 3"
    })
    void sizesThatAreLeftOutInsideAreTheDefaultsOfTheirType(
            String type, String decoder, String more, long total, int missing) {
        String text = "{\"model_type\": \"" + type
                + "\", \"torch_dtype\": \"float16\", \"text_config\": {\"model_type\":"
                + " \"" + decoder + "\", " + more + " \"max_position_embeddings\": 4096, \"sliding_window\": null,"
                + " \"vocab_size\": 32064}, \"vision_config\": {\"model_type\": \"clip_vision_model\", \"hidden_size\":"
                + " 1024, \"image_size\": 336, \"intermediate_size\": 4096, \"num_hidden_layers\": 24, \"patch_size\":"
                + " 14}}";
        FactSheet facts = FactSheet.of(read(text));
        assertThat(facts.whole(FactPath.PARAMETERS_WITH_EXTRAS)).isEqualTo(total);
        assertThat(findings(text))
                .hasSize(missing)
                .allSatisfy(finding -> assertThat(finding.message()).contains("the default of " + decoder));
    }

    @Test
    void aDecoderOfAnotherTypeThanItsEncodersMakerIsRead() {
        String text = around(
                "\"model_type\": \"mistral3\"",
                "qwen3",
                "\"hidden_size\": 16, \"num_hidden_layers\": 2," + " \"intermediate_size\": 32, \"patch_size\": 14");
        // a QK-norm of 64 for queries and one for keys in each layer, beside the weights of Llama above
        assertThat(FactSheet.of(read(text)).whole(FactPath.PARAMETERS_TOTAL)).isEqualTo(1_692_928 + 2 * 128);
    }
}
