package dev.archnotes.model.reader;

import dev.archnotes.model.config.ConfigObject;
import dev.archnotes.model.config.TypeFamily;
import dev.archnotes.model.spec.Architecture;
import java.util.List;

/**
 * Well-known model types that are not read, each with what stands in the way: an honest no is of use if it says why.
 * The names are those of {@code CONFIG_MAPPING_NAMES} in {@code huggingface/transformers}, and of draft models.
 */
public final class UnreadTypes implements TypeFamily {
    @Override
    public List<String> names() {
        return List.of();
    }

    @Override
    public Architecture read(String type, ConfigObject config) {
        throw new IllegalStateException("no reader for " + type);
    }

    @Override
    public String whyNot(String type) {
        switch (type) {
            case "mllama_text_model":
                return ": the entries of its cross-attention are those of the encoder, which stands in the file of the"
                        + " whole model, \"mllama\"";
            case "mistral_large3":
                return ": no file of that name was released; Mistral Large 3 has a params.json, which converters "
                        + "rewrite in ways of their own";
            case "nanbeige":
                return ": it runs through its layers more than once, which is not modeled";
            case "sarvam_moe":
                return ": its code was not found in a public library";
            case "zamba":
            case "zamba2":
                return ": its attention blocks are shared by several layers, which is not modeled";
            case "recurrent_gemma":
            case "rwkv":
            case "rwkv5":
            case "rwkv6":
            case "rwkv7":
            case "xlstm":
                return ": its recurrence is not modeled";
            case "olmo_hybrid":
                return ": norms are placed otherwise in its two kinds of layers, which is not modeled";
            case "minicpmo":
            case "minicpmv":
                return ": the part between its encoder and its decoder is not modeled";
            case "phi4_multimodal":
            case "phi4mm":
                return ": its adapters for images and sound are not modeled";
            case "jetmoe":
                return ": its attention with experts is not modeled";
            case "plamo2":
                return ": its state-space layers are not modeled";
            case "xglm":
                return ": its computed positions and scaled embeddings are not modeled";
            case "minicpm_sala":
                return ": its two kinds of sparse and linear attention are not modeled";
            case "blt":
                return ": it works on bytes in patches of changing length, which is not modeled";
            case "gpt_neo":
                return ": a bias on the output projection of attention alone is not modeled";
            case "persimmon":
                return ": norms of queries and keys with biases are not modeled";
            case "openai-gpt":
                return ": norms behind the addition are not modeled";
            case "diffllama":
                return ": the difference of two attentions is not modeled";
            case "ernie4_5_vl_moe":
            case "ernie4_5_vl_moe_text":
                return ": experts of two widths, for text and for images, are not modeled";
            case "eagle":
            case "eagle3":
            case "gemma4_assistant":
            case "gemma4_unified_assistant":
            case "medusa":
            case "mlp_speculator":
            case "muse_glimmer_assistant":
            case "speculators":
                return ": it is a draft model that another one checks";
            case "diffusion_gemma":
            case "diffusion_gemma_text":
            case "dream":
            case "llada":
            case "llada2_moe":
                return ": it makes its text by diffusion, not token by token";
            case "bart":
            case "led":
            case "longt5":
            case "m2m_100":
            case "marian":
            case "mbart":
            case "mt5":
            case "nllb-moe":
            case "pegasus":
            case "plbart":
            case "switch_transformers":
            case "t5":
            case "t5gemma":
            case "t5gemma2":
            case "umt5":
            case "whisper":
                return ": it has an encoder and a decoder, and only decoders alone are counted";
            case "albert":
            case "bert":
            case "camembert":
            case "clip":
            case "deberta":
            case "deberta-v2":
            case "distilbert":
            case "electra":
            case "eurobert":
            case "modernbert":
            case "mpnet":
            case "nomic_bert":
            case "roberta":
            case "siglip":
            case "siglip2":
            case "xlm-roberta":
                return ": it is an encoder and generates no text";
            default:
                return "";
        }
    }
}
