package dev.archnotes.site.read;

/** The version of this program. */
public final class GeneratorVersion {
    /** The same as in the project's description; a jar says it in its manifest, too. */
    public static final String NUMBER = "0.1.0";

    private GeneratorVersion() {}
}
