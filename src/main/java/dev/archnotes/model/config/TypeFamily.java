package dev.archnotes.model.config;

import dev.archnotes.model.spec.Architecture;
import java.util.List;

/** Model types that are read by related code. */
public interface TypeFamily {
    /** The values of {@code model_type}. */
    List<String> names();

    /**
     * The architecture that a configuration describes. A {@code switch} in each family, no map of method references:
     * from those the scripts for the browser would come out in another order with every build.
     *
     * @param type one of {@link #names}
     */
    Architecture read(String type, ConfigObject config);

    /** Why another type is not read, as the rest of a sentence; empty where there is nothing to say. */
    default String whyNot(String type) {
        return "";
    }
}
