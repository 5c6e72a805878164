package dev.archnotes.model.spec;

import java.util.List;
import java.util.Optional;

/**
 * One variant of a model family.
 *
 * @param id the variant's id, for example {@code gemma-3-27b}
 * @param family the family's slug
 * @param name the variant's name
 * @param organization its makers
 * @param license the license of the weights, short form
 * @param licenseOpen whether it is a license without restrictions on use (Apache-2.0, MIT)
 * @param announced the day of the announcement, ISO 8601
 * @param weightsReleased the day on which the weights could be had, ISO 8601
 * @param architecture its shapes
 * @param context its context lengths
 * @param training its training as published
 * @param published figures as published
 * @param confidence how the configuration was read
 * @param sources where the configuration was read
 */
public record Variant(
        String id,
        String family,
        String name,
        String organization,
        String license,
        boolean licenseOpen,
        String announced,
        String weightsReleased,
        Architecture architecture,
        Context context,
        Training training,
        List<Published> published,
        Optional<String> confidence,
        List<String> sources) {
    /** What stands in notes on a model in place of a value that only their author can know and has yet to write. */
    public static final String FILL_IN = "fill-in";

    public Variant {
        published = List.copyOf(published);
        sources = List.copyOf(sources);
    }

    /** The same variant under another id. */
    public Variant withId(String other) {
        return new Variant(
                other,
                family,
                name,
                organization,
                license,
                licenseOpen,
                announced,
                weightsReleased,
                architecture,
                context,
                training,
                published,
                confidence,
                sources);
    }
}
