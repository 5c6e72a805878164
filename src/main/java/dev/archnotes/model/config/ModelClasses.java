package dev.archnotes.model.config;

import java.util.List;

/**
 * The class that {@code architectures} names. The readers count causal language models: a classifier or a reward model
 * has a small head in place of the output table, an embedding model has none, a draft model has layers of its own.
 */
public final class ModelClasses {
    private static final List<String> LANGUAGE_MODELS = List.of(
            "ForCausalLM",
            "LMHeadModel",
            "ForConditionalGeneration",
            // files of the same models as their makers or a library of theirs write them
            "ForConditionalGenerationV2",
            "ForVision2Seq",
            // language models under another name
            "InternVLChatModel",
            "ChatGLMModel");
    private static final List<String> DRAFTS = List.of("Eagle", "Medusa", "Draft", "MTP", "NextN");

    private ModelClasses() {}

    /** Reports a class that is no causal language model. */
    public static void check(ConfigObject config) {
        List<String> classes = config.texts("architectures");
        for (String name : classes) {
            boolean draft = isDraft(name);
            if (draft || !isLanguageModel(name)) {
                config.findings()
                        .error(
                                ConfigRule.UNKNOWN_MODEL_TYPE,
                                "/architectures",
                                "the class \"" + name + "\" " + (draft ? "is a draft model" : kind(name)),
                                "what is counted here are causal language models, whose classes end in ForCausalLM or "
                                        + "ForConditionalGeneration");
            }
        }
    }

    private static boolean isDraft(String name) {
        for (String word : DRAFTS) {
            if (name.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLanguageModel(String name) {
        for (String end : LANGUAGE_MODELS) {
            if (name.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private static String kind(String name) {
        if (name.endsWith("ForSequenceClassification")
                || name.endsWith("ForTokenClassification")
                || name.endsWith("ForQuestionAnswering")) {
            return "is a classifier, with a head of its own in place of the output table";
        }
        if (name.contains("Reward")) {
            return "is a reward model, with a head of its own in place of the output table";
        }
        return name.endsWith("Model")
                ? "is a model without an output table, as embedding models are"
                : "is not known to be a language model";
    }
}
