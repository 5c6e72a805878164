package dev.archnotes.model.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.checkpoint.NumberFormat;
import dev.archnotes.model.checkpoint.StoredTensor;
import dev.archnotes.model.checkpoint.WeightUnpacking;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.verify.Verifier.Container;
import dev.archnotes.site.json.JsonSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One weight missing, one extra, one transposed and one of another shape, in each format in which weights are packed.
 */
class FormatFaultsTest {
    private static final String CONFIG = """
            {"model_type": "llama", "architectures": ["LlamaForCausalLM"], "hidden_size": 512,
             "intermediate_size": 1024, "num_attention_heads": 4, "num_key_value_heads": 2, "num_hidden_layers": 1,
             "vocab_size": 768, "max_position_embeddings": 64, "torch_dtype": "bfloat16",
             "tie_word_embeddings": false}""";

    /** How a matrix of so many rows and columns is stored. */
    enum Format {
        BF16 {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "BF16", rows, columns);
            }
        },
        /** ModelOpt and compressed-tensors: one scale for the matrix. */
        FP8_TENSOR {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "F8_E4M3", rows, columns)
                        .with(module + ".weight_scale", "F32")
                        .with(module + ".input_scale", "F32");
            }
        },
        /** compressed-tensors: one for each row. */
        FP8_CHANNEL {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "F8_E4M3", rows, columns).with(module + ".weight_scale", "BF16", rows, 1);
            }
        },
        /** DeepSeek V3: one for each 128 × 128. */
        FP8_BLOCK {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "F8_E4M3", rows, columns)
                        .with(module + ".weight_scale_inv", "F32", rows / 128, columns / 128);
            }
        },
        /** WQLinear_GEMM of AutoAWQ: eight numbers of four bits in a word along the outputs, groups of 128 inputs. */
        AWQ {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".qweight", "I32", columns, rows / 8)
                        .with(module + ".qzeros", "I32", columns / 128, rows / 8)
                        .with(module + ".scales", "F16", columns / 128, rows);
            }
        },
        /** QuantLinear of AutoGPTQ: eight numbers in a word along the inputs. */
        GPTQ {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".qweight", "I32", columns / 8, rows)
                        .with(module + ".qzeros", "I32", columns / 128, rows / 8)
                        .with(module + ".scales", "F16", columns / 128, rows)
                        .with(module + ".g_idx", "I32", columns);
            }
        },
        /** QuantizedLinear of MLX: eight numbers in a word, a scale and an offset for each 64. */
        MLX {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "U32", rows, columns / 8)
                        .with(module + ".scales", "BF16", rows, columns / 64)
                        .with(module + ".biases", "BF16", rows, columns / 64);
            }
        },
        /** The same in MXFP4: an exponent for each 32. */
        MLX_MXFP4 {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "U32", rows, columns / 8)
                        .with(module + ".scales", "U8", rows, columns / 32);
            }
        },
        /** Params4bit of bitsandbytes: a long row of pairs, whose shape the header does not tell. */
        BITSANDBYTES {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "U8", rows * columns / 2, 1)
                        .with(module + ".weight.absmax", "F32", rows * columns / 64)
                        .with(module + ".weight.quant_map", "F32", 16)
                        .with(module + ".weight.quant_state.bitsandbytes__nf4", "U8", 80);
            }
        },
        /** pack_quantized of compressed-tensors: eight numbers of four bits in a word. */
        COMPRESSED {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight_packed", "I32", rows, columns / 8)
                        .with(module + ".weight_scale", "BF16", rows, columns / 128)
                        .with(module + ".weight_shape", "I64", 2);
            }
        },
        /** ModelOpt: a scale for each 16 numbers and one for all. */
        NVFP4 {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "U8", rows, columns / 2)
                        .with(module + ".weight_scale", "F8_E4M3", rows, columns / 16)
                        .with(module + ".weight_scale_2", "F32")
                        .with(module + ".input_scale", "F32");
            }
        },
        /** nvfp4_pack_quantized of compressed-tensors. */
        NVFP4_COMPRESSED {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight_packed", "U8", rows, columns / 2)
                        .with(module + ".weight_scale", "F8_E4M3", rows, columns / 16)
                        .with(module + ".weight_global_scale", "F32", 1);
            }
        },
        /** mxfp4_pack_quantized of compressed-tensors: a scale for each 32 numbers. */
        MXFP4 {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight_packed", "U8", rows, columns / 2)
                        .with(module + ".weight_scale", "U8", rows, columns / 32);
            }
        },
        /** The experts of DeepSeek V4 (mlx-vlm's deepseek_v4/language.py reads them so). */
        FP4_BARE_SCALE {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "I8", rows, columns / 2)
                        .with(module + ".scale", "F8_E8M0", rows, columns / 32);
            }
        },
        /** And what else of it is a matrix. */
        FP8_BARE_SCALE {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "F8_E4M3", rows, columns)
                        .with(module + ".scale", "F8_E8M0", rows / 128, columns / 128);
            }
        },
        /** K-quants of llama.cpp: 256 numbers in 144 bytes. */
        Q4_K {
            @Override
            void pack(Tensors to, String module, long rows, long columns) {
                to.with(module + ".weight", "Q4_K", rows, columns);
            }
        };

        abstract void pack(Tensors to, String module, long rows, long columns);

        boolean isGguf() {
            return this == Q4_K;
        }
    }

    /** The tensors of a file by name. */
    private static final class Tensors {
        private final Map<String, StoredTensor> all = new LinkedHashMap<>();

        Tensors with(String name, String format, long... shape) {
            List<Long> sizes = new ArrayList<>();
            for (long size : shape) {
                sizes.add(size);
            }
            NumberFormat numbers =
                    format.equals("Q4_K") ? new NumberFormat(format, 256, 144) : new NumberFormat(format, 1, 1);
            all.put(name, new StoredTensor(name, sizes, numbers, 1, "model"));
            return this;
        }

        void without(String module) {
            all.keySet().removeIf(name -> name.startsWith(module + "."));
        }
    }

    private static Tensors model(Format format) {
        Tensors tensors = new Tensors();
        boolean gguf = format.isGguf();
        tensors.with(gguf ? "token_embd.weight" : "model.embed_tokens.weight", "BF16", 768, 512)
                .with(gguf ? "output_norm.weight" : "model.norm.weight", "BF16", 512)
                .with(gguf ? "output.weight" : "lm_head.weight", "BF16", 768, 512)
                .with(gguf ? "blk.0.attn_norm.weight" : "model.layers.0.input_layernorm.weight", "BF16", 512)
                .with(gguf ? "blk.0.ffn_norm.weight" : "model.layers.0.post_attention_layernorm.weight", "BF16", 512);
        format.pack(tensors, name(format, "self_attn.q_proj", "attn_q"), 512, 512);
        format.pack(tensors, name(format, "self_attn.k_proj", "attn_k"), 256, 512);
        format.pack(tensors, name(format, "self_attn.v_proj", "attn_v"), 256, 512);
        format.pack(tensors, name(format, "self_attn.o_proj", "attn_output"), 512, 512);
        format.pack(tensors, name(format, "mlp.gate_proj", "ffn_gate"), 1_024, 512);
        format.pack(tensors, name(format, "mlp.up_proj", "ffn_up"), 1_024, 512);
        format.pack(tensors, name(format, "mlp.down_proj", "ffn_down"), 512, 1_024);
        return tensors;
    }

    private static String name(Format format, String module, String inGguf) {
        return format.isGguf() ? "blk.0." + inGguf : "model.layers.0." + module;
    }

    private static List<String> faults(Format format, Tensors tensors) {
        Verification verification = Verifier.compare(
                JsonSource.model("config.json", CONFIG, Diagnostics.builder())
                        .orElseThrow()
                        .architecture(),
                "llama",
                format.isGguf() ? Container.GGUF : Container.SAFETENSORS,
                WeightUnpacking.weights(List.copyOf(tensors.all.values()), OptionalLong.of(4), OptionalLong.of(64)));
        assertThat(verification.naming()).isPresent();
        return verification.differences().stream()
                .map(difference -> difference.kind().word() + " " + difference.name())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void oneOfEachFaultIsReported(Format format) {
        String down = name(format, "mlp.down_proj", "ffn_down");
        String other = name(format, "mlp.other_proj", "ffn_other");
        Tensors missing = model(format);
        missing.without(down);
        Tensors extra = model(format);
        format.pack(extra, other, 512, 1_024);
        Tensors transposed = model(format);
        transposed.without(down);
        format.pack(transposed, down, 1_024, 512);
        Tensors wider = model(format);
        wider.without(down);
        format.pack(wider, down, 768, 1_024);

        assertThat(faults(format, model(format))).isEmpty();
        assertThat(faults(format, missing)).containsExactly("missing " + down + ".weight");
        assertThat(faults(format, extra)).containsExactly("extra " + other + ".weight");
        assertThat(faults(format, wider)).containsExactly("shape " + down + ".weight");
        if (format == Format.BITSANDBYTES) {
            // as many numbers: which way round they are stands among the weights, not in the header
            assertThat(faults(format, transposed)).isEmpty();
        } else {
            assertThat(faults(format, transposed)).containsExactly("transposed " + down + ".weight");
        }
    }

    /** Scales that do not fit their numbers are a fault of the layout, whatever the shape. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "FP8_BLOCK",
                "AWQ",
                "GPTQ",
                "COMPRESSED",
                "NVFP4",
                "NVFP4_COMPRESSED",
                "MXFP4",
                "MLX",
                "MLX_MXFP4",
                "FP4_BARE_SCALE"
            })
    void scalesThatDoNotFitAreReported(Format format) {
        Tensors tensors = model(format);
        String down = name(format, "mlp.down_proj", "ffn_down");
        for (StoredTensor tensor : List.copyOf(tensors.all.values())) {
            String end = tensor.name().substring(tensor.name().lastIndexOf('.'));
            if (tensor.name().startsWith(down)
                    && end.contains("scale")
                    && tensor.shape().size() == 2) {
                tensors.with(tensor.name(), tensor.format().name(), 7, 3);
            }
        }

        assertThat(faults(format, tensors)).containsExactly("layout " + down + ".weight");
    }
}
