package dev.archnotes.model.config;

import dev.archnotes.model.spec.Architecture;
import java.util.List;

/** Model types that can be read, each with what reads it. A decoder inside another model is read by the same ones. */
public interface ModelTypes {
    /** The values of {@code model_type}, sorted. */
    List<String> names();

    /**
     * The architecture that a configuration describes; what is wrong or not understood becomes a finding.
     *
     * @param type one of {@link #names}
     */
    Architecture architecture(String type, ConfigObject config);

    /** Why a type that others know is not read here, as the rest of a sentence; empty where there is nothing to say. */
    default String whyNot(String type) {
        return "";
    }

    /**
     * Refuses an architecture that was read but cannot be built; an {@link IllegalArgumentException} or an
     * {@link ArithmeticException}. Does nothing where the reader's caller goes on to list the tensors, which shows the
     * same.
     */
    default void check(Architecture architecture) {
        // the caller's ledger shows it
    }

    /**
     * The architecture with what a quantization leaves out of it. By parts, as scripts for the browser have it; matrix
     * by matrix would not fit into them.
     *
     * @param config the whole configuration
     */
    default Architecture stored(ConfigObject config, Architecture architecture) {
        return KeptModules.applied(config, architecture);
    }
}
