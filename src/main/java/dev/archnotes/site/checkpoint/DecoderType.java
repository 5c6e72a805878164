package dev.archnotes.site.checkpoint;

import dev.archnotes.model.config.ConfigValue;
import dev.archnotes.model.verify.Verifier;
import dev.archnotes.model.verify.Verifier.Container;
import java.util.Optional;

/** The {@code model_type} under whose names the tensors of a checkpoint stand. */
public final class DecoderType {
    private DecoderType() {}

    /**
     * That of the language model inside, where the names of its type are known, or that of the whole; empty where the
     * configuration states none.
     *
     * @param config the whole configuration
     * @param container what the checkpoint is stored in
     */
    public static String of(ConfigValue config, Container container) {
        for (String inside : new String[] {"text_config", "llm_config"}) {
            Optional<String> type =
                    config.get(inside).flatMap(DecoderType::own).filter(name -> Verifier.knows(name, container));
            if (type.isPresent()) {
                return type.get();
            }
        }
        return own(config).orElse("");
    }

    private static Optional<String> own(ConfigValue config) {
        return config.get("model_type")
                .filter(value -> value.kind() == ConfigValue.Kind.TEXT)
                .map(ConfigValue::text);
    }
}
