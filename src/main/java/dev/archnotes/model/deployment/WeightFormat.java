package dev.archnotes.model.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The number formats in which weights are run, by the names that practitioners use. */
public enum WeightFormat {
    RELEASED("released", "as released", Rule.RELEASED, NumberFormat.BF16),
    F32("f32", "F32", Rule.EVERYTHING, NumberFormat.F32),
    BF16("bf16", "BF16", Rule.EVERYTHING, NumberFormat.BF16),
    F16("f16", "FP16", Rule.EVERYTHING, NumberFormat.F16),
    BITS_8("8", "8 bits", Rule.EVERYTHING, NumberFormat.BITS_8),
    BITS_4("4", "4 bits", Rule.EVERYTHING, NumberFormat.BITS_4),
    FP8("fp8", "FP8, a scale for each matrix", Rule.LINEAR, NumberFormat.FP8_TENSOR),
    FP8_BLOCK("fp8-block", "FP8, 128 × 128 blocks", Rule.FP8_BLOCKS, NumberFormat.BITS_8),
    INT8("int8", "INT8, a scale for each channel", Rule.LINEAR, NumberFormat.INT8_CHANNEL),
    MXFP4("mxfp4", "MXFP4", Rule.EXPERTS, NumberFormat.MXFP4),
    NVFP4("nvfp4", "NVFP4", Rule.LINEAR, NumberFormat.NVFP4),
    AWQ("awq", "AWQ, groups of 128", Rule.LINEAR, NumberFormat.AWQ_128),
    GPTQ("gptq", "GPTQ, groups of 128", Rule.LINEAR, NumberFormat.GPTQ_128),
    Q8_0("q8_0", "Q8_0", Rule.GGUF, NumberFormat.Q8_0),
    Q6_K("q6_k", "Q6_K", Rule.GGUF, NumberFormat.Q6_K),
    Q5_K_M("q5_k_m", "Q5_K_M", Rule.GGUF, NumberFormat.Q5_K),
    Q4_K_M("q4_k_m", "Q4_K_M", Rule.GGUF, NumberFormat.Q4_K),
    Q4_0("q4_0", "Q4_0", Rule.GGUF, NumberFormat.Q4_0),
    IQ4_XS("iq4_xs", "IQ4_XS", Rule.GGUF, NumberFormat.IQ4_XS);

    /** Which tensors a format reduces, and what becomes of the others. */
    enum Rule {
        /** As the released checkpoint has them. */
        RELEASED,
        /** All tensors alike. */
        EVERYTHING,
        /**
         * Matrices of attention and feed-forward, experts included; embedding, head, norms, routers and vectors stay in
         * 16 bits, as in the releases that AWQ, GPTQ, llm-compressor and ModelOpt make with their usual settings.
         */
        LINEAR,
        /** The matrices of routed experts alone, as gpt-oss is released; of a model without experts, as LINEAR. */
        EXPERTS,
        /** As {@link dev.archnotes.model.spec.Storage#FP8_BLOCKS}. */
        FP8_BLOCKS,
        /** The mixtures of llama.cpp, see {@link GgufMixture}. */
        GGUF
    }

    private final String word;
    private final String label;
    private final Rule rule;
    private final NumberFormat numbers;

    WeightFormat(String word, String label, Rule rule, NumberFormat numbers) {
        this.word = word;
        this.label = label;
        this.rule = rule;
        this.numbers = numbers;
    }

    /** The name by which it is asked for. */
    public String word() {
        return word;
    }

    /** Its name in tables. */
    public String label() {
        return label;
    }

    /** Whether different tensors get different formats by the rules of llama.cpp. */
    public boolean isMixture() {
        return rule == Rule.GGUF;
    }

    Rule rule() {
        return rule;
    }

    /** The format of the tensors that are reduced, or most of them. */
    public NumberFormat numbers() {
        return numbers;
    }

    /** The format of a name, in letters of either size; 16 is BF16. */
    public static Optional<WeightFormat> named(String name) {
        String plain = lower(name);
        for (WeightFormat format : values()) {
            if (format.word.equals(plain)) {
                return Optional.of(format);
            }
        }
        return plain.equals("16") || plain.equals("fp16") ? Optional.of(plain.equals("16") ? BF16 : F16) : fp32(plain);
    }

    private static Optional<WeightFormat> fp32(String name) {
        return name.equals("fp32") || name.equals("32") ? Optional.of(F32) : Optional.empty();
    }

    /** All names, in their order. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (WeightFormat format : values()) {
            words.add(format.word);
        }
        return words;
    }

    /** Letters of ASCII in lower case, whatever the machine's language. */
    static String lower(String text) {
        StringBuilder lower = new StringBuilder();
        for (char c : text.toCharArray()) {
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }
}
