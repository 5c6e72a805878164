package dev.archnotes.model.config;

import java.util.Set;

/**
 * Keys of a configuration that change neither the shape of a model nor what it keeps or computes for a token:
 *
 * <ul>
 *   <li>ids of special tokens, labels, and settings of text generation;
 *   <li>what matters in training alone: dropout, initialization, auxiliary losses of a router;
 *   <li>how a library runs the model: caching, outputs, parallelism, versions.
 * </ul>
 */
public final class HarmlessKeys {
    private static final Set<String> KEYS = Set.of(
            "architectures",
            "auto_map",
            "model_type",
            "transformers_version",
            "_name_or_path",
            "_commit_hash",
            "_attn_implementation",
            "_attn_implementation_autoset",
            "attn_implementation",
            "is_encoder_decoder",
            "is_decoder",
            "initializer_range",
            "initializer_factor",
            "embedding_initializer_range",
            "init_std",
            "aux_loss_alpha",
            "seq_aux",
            "router_aux_loss_coef",
            "router_jitter_noise",
            "output_router_logits",
            "router_z_loss_coef",
            "is_llama_config",
            "for_llm_class",
            "for_llm_compressor",
            "use_cache",
            "cache_implementation",
            "output_attentions",
            "output_hidden_states",
            "return_dict",
            "use_return_dict",
            "pretraining_tp",
            "ep_size",
            "gradient_checkpointing",
            "use_bfloat16",
            "torchscript",
            "chunk_size_feed_forward",
            "id2label",
            "label2id",
            "num_labels",
            "problem_type",
            "finetuning_task",
            "task_specific_params",
            "tokenizer_class",
            "prefix",
            "summary_activation",
            "summary_first_dropout",
            "summary_proj_to_labels",
            "summary_type",
            "summary_use_proj",
            "do_sample",
            "temperature",
            "top_k",
            "top_p",
            "max_length",
            "min_length",
            "num_beams",
            "repetition_penalty",
            "typical_p",
            "min_p",
            "early_stopping",
            "num_beam_groups",
            "num_return_sequences",
            "diversity_penalty",
            "length_penalty",
            "exponential_decay_length_penalty",
            "no_repeat_ngram_size",
            "encoder_no_repeat_ngram_size",
            "bad_words_ids",
            "suppress_tokens",
            "begin_suppress_tokens",
            "remove_invalid_values",
            "renormalize_logits",
            "output_scores",
            "return_dict_in_generate",
            "max_new_tokens",
            "min_new_tokens",
            "pruned_heads",
            "tie_encoder_decoder",
            "tf_legacy_loss",
            "cross_attention_hidden_size",
            "layerdrop",
            "init_device",
            "is_composition",
            "predict_special_tokens",
            "n_special",
            "unsloth_fixed",
            "image_seq_length",
            "video_seq_length",
            "language_model_only",
            "process_image_mode",
            "unsloth_version",
            "use_flash_attn",
            "_flash_attn_2_enabled",
            "processor_class",
            "model_max_length",
            "keys_to_ignore_at_inference",
            "add_cross_attention",
            "output_past",
            "transformers.js_config",
            "mm_tokens_per_image",
            "num_image_tokens",
            // a reordering within a head or a kernel choice: the same numbers of the same sizes
            "rope_interleave",
            "rope_interleaved",
            "reorder_and_upcast_attn",
            "fused_qkv");

    private HarmlessKeys() {}

    /** Whether a key is known to have no part in any figure. */
    public static boolean contains(String key) {
        return KEYS.contains(key)
                || key.endsWith("_token_id")
                || key.endsWith("_token_ids")
                || key.endsWith("_token_index")
                || key.endsWith("_pdrop")
                || key.contains("dropout");
    }
}
