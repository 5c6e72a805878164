package dev.archnotes.model.spec;

import java.util.List;
import java.util.Optional;

/**
 * One variant of a model family.
 *
 * @param identity what it is called
 * @param release who released it, when, and under which license
 * @param architecture its shapes
 * @param context its context lengths
 * @param training its training as published
 * @param published figures as published
 * @param provenance where its configuration was read
 */
public record Variant(
        Identity identity,
        Release release,
        Architecture architecture,
        Context context,
        Training training,
        List<Published> published,
        Provenance provenance) {
    /** What stands in notes on a model in place of a value that only their author can know and has yet to write. */
    public static final String FILL_IN = "fill-in";

    /**
     * What a variant is called.
     *
     * @param id its id, for example {@code gemma-3-27b}
     * @param family the family's slug, empty for a configuration that belongs to none
     * @param name its name
     */
    public record Identity(String id, String family, String name) {}

    /**
     * Who released the weights, when, and under which license; empty texts where a bare configuration does not tell.
     *
     * @param organization its makers
     * @param license the license of the weights, short form
     * @param open whether it is a license without restrictions on use (Apache-2.0, MIT)
     * @param announced the day of the announcement, ISO 8601; empty where there was none
     * @param weights the day on which the weights could be had, ISO 8601; empty where nobody can have them
     */
    public record Release(String organization, String license, boolean open, String announced, String weights) {
        /** Of a configuration that stands by itself. */
        public static final Release UNKNOWN = new Release("", "", false, "", "");
    }

    /**
     * Where a configuration was read.
     *
     * @param confidence how it was read
     * @param sources the places
     */
    public record Provenance(Optional<String> confidence, List<String> sources) {
        public Provenance {
            sources = List.copyOf(sources);
        }
    }

    public Variant {
        published = List.copyOf(published);
    }

    /** The same variant under another id. */
    public Variant withId(String other) {
        Identity renamed = new Identity(other, identity.family(), identity.name());
        return new Variant(renamed, release, architecture, context, training, published, provenance);
    }

    /** The variant's id, for example {@code gemma-3-27b}. */
    public String id() {
        return identity.id();
    }

    /** The family's slug. */
    public String family() {
        return identity.family();
    }

    /** The variant's name. */
    public String name() {
        return identity.name();
    }

    /** Its makers. */
    public String organization() {
        return release.organization();
    }

    /** The license of the weights, short form. */
    public String license() {
        return release.license();
    }

    /** Whether it is a license without restrictions on use. */
    public boolean licenseOpen() {
        return release.open();
    }

    /** The day of the announcement, ISO 8601; empty where there was none. */
    public String announced() {
        return release.announced();
    }

    /** The day on which the weights could be had, ISO 8601; empty where nobody can have them. */
    public String weightsReleased() {
        return release.weights();
    }

    /** How the configuration was read. */
    public Optional<String> confidence() {
        return provenance.confidence();
    }

    /** Where the configuration was read. */
    public List<String> sources() {
        return provenance.sources();
    }
}
