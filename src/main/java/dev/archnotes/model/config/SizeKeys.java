package dev.archnotes.model.config;

import java.util.List;

/**
 * Keys that name a size by their spelling. One that no reader asks for is an error and not a warning: a part of the
 * model would be missing from every figure.
 */
final class SizeKeys {
    private static final List<String> ENDS =
            List.of("_dim", "_dims", "_heads", "_layers", "_rank", "_size", "_experts", "_width", "_depth");
    private static final List<String> STARTS = List.of("index_", "linear_", "mamba_", "ssm_", "conv_");

    private SizeKeys() {}

    static boolean contains(String key) {
        for (String end : ENDS) {
            if (key.endsWith(end)) {
                return true;
            }
        }
        for (String start : STARTS) {
            if (key.startsWith(start)) {
                return true;
            }
        }
        return key.contains("experts");
    }
}
