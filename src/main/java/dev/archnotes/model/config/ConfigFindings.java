package dev.archnotes.model.config;

/** Takes what is wrong with a configuration. A pointer names a key: {@code /text_config/head_dim}. */
public interface ConfigFindings {
    /** Takes an error. */
    void error(ConfigRule rule, String pointer, String message, String hint);

    /** Takes what should be looked at. */
    void warning(ConfigRule rule, String pointer, String message, String hint);

    /** The number of errors taken so far. */
    int errors();
}
