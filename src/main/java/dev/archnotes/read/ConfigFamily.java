package dev.archnotes.read;

import dev.archnotes.spec.Architecture;

/** Reads the configurations of one model type. */
@FunctionalInterface
interface ConfigFamily {
    /** The architecture that a configuration describes; what is wrong or not understood becomes a finding. */
    Architecture read(ConfigObject config);
}
