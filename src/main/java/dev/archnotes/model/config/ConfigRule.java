package dev.archnotes.model.config;

/**
 * The rules that a configuration can break, each under the name that it has among all rules of findings; a script that
 * reads configurations need not have the others.
 */
public enum ConfigRule {
    WRONG_FILE,
    UNKNOWN_MODEL_TYPE,
    NOT_MODELED,
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    IMPOSSIBLE_VALUE
}
