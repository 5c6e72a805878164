package dev.archnotes.site.specification;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.Context;
import dev.archnotes.model.spec.Published;
import dev.archnotes.model.spec.Training;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.yaml.YamlMapping;
import dev.archnotes.site.yaml.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads an {@code architecture.yaml}: one family and its variants. */
public final class FamilyReader {
    private static final int LONGEST_NAME = 100;
    private static final Map<String, String> CONFIDENCE = Map.of(
            "read-verbatim", "read from the released configuration",
            "assembled-from-several", "assembled from several sources that agree");

    private FamilyReader() {}

    /** The family, with the variants that are sound; empty where the text is not YAML at all. */
    public static Optional<ModelFamily> read(String path, String text, Diagnostics.Builder findings) {
        YamlSource source = new YamlSource(path, 1, findings);
        return source.mapping(text).map(FamilyReader::family);
    }

    /** The same of a mapping that is read already. */
    public static ModelFamily family(YamlMapping top) {
        String slug = top.address("slug");
        String name = top.shortText("name", LONGEST_NAME, "");
        String organization = top.shortText("organization", LONGEST_NAME, "write who released the weights");
        License license = license(top.mapping("license"));
        List<Variant> variants = new ArrayList<>();
        Map<String, Location> places = new TreeMap<>();
        List<YamlMapping> mappings = top.mappings("variants");
        for (YamlMapping variant : mappings) {
            top.source()
                    .sound(() -> uniqueVariant(variant, places, slug, organization, license))
                    .flatMap(sound -> sound)
                    .ifPresent(variants::add);
        }
        top.finish();
        return new ModelFamily(top.source().path(), slug, name, organization, variants, places);
    }

    private static Optional<Variant> uniqueVariant(
            YamlMapping variant, Map<String, Location> places, String slug, String organization, License license) {
        Optional.of(variant.address("id")).filter(id -> !id.isEmpty()).ifPresent(id -> {
            Location first = places.putIfAbsent(id, variant.location("id"));
            if (first != null) {
                variant.error(
                        Rule.DUPLICATE_ID,
                        "id",
                        "the id \"" + id + "\" is used on line " + first.line() + " already",
                        "");
            }
        });
        return variant(variant, slug, organization, license);
    }

    private record License(String name, boolean open) {}

    private static License license(YamlMapping mapping) {
        License license = new License(
                mapping.text("name", "write the short name of the license, for example Apache-2.0"),
                mapping.requiredFlag(
                        "open",
                        "write true where the license sets no conditions on use, as Apache-2.0 and MIT, otherwise "
                                + "false"));
        // for whoever doubts it; no page shows it
        mapping.text("source", "write where the license was read");
        mapping.finish();
        return license;
    }

    private static Optional<Variant> variant(
            YamlMapping mapping, String family, String organization, License familyLicense) {
        String id = mapping.address("id");
        String name = mapping.shortText("name", LONGEST_NAME, "");
        String announced = mapping.optionalDate(
                "announced",
                "write the day of the announcement, for example 2024-12-26; leave the key out without one");
        String released = mapping.optionalDate(
                "weights_released",
                "write the day from which the weights could be downloaded, for example 2024-12-26; leave the key out "
                        + "where nobody can");
        if (!released.isEmpty() && !announced.isEmpty() && released.compareTo(announced) < 0) {
            mapping.impossible(
                    "weights_released",
                    "the weights were released on " + released + ", before the announcement on " + announced,
                    "");
        }
        License license =
                mapping.optionalMapping("license").map(FamilyReader::license).orElse(familyLicense);
        YamlMapping configuration = mapping.mapping("configuration");
        String confidence = configuration.choice("confidence", CONFIDENCE, "");
        List<String> sources = configuration.texts("sources");
        if (sources.isEmpty()) {
            configuration.impossible(
                    "sources", "a configuration without a source", "list at least one place where it was read");
        }
        configuration.finish();
        Optional<Architecture> architecture = ArchitectureReader.read(mapping);
        Context context = context(mapping.mapping("context"));
        Training training =
                mapping.optionalMapping("training").map(FamilyReader::training).orElse(Training.NOT_PUBLISHED);
        List<Published> published = mapping.optionalMappings("published").stream()
                .map(FamilyReader::published)
                .toList();
        mapping.finish();
        Variant.Release release =
                new Variant.Release(organization, license.name(), license.open(), announced, released);
        return architecture.map(shape -> new Variant(
                new Variant.Identity(id, family, name),
                release,
                shape,
                context,
                training,
                published,
                new Variant.Provenance(Optional.of(confidence), sources)));
    }

    private static Context context(YamlMapping mapping) {
        Context context = new Context(
                mapping.flag("not_limited") ? Context.NOT_LIMITED : mapping.positive("configured"),
                mapping.optionalInteger("trained"),
                mapping.optionalInteger("extended"));
        mapping.finish();
        return context;
    }

    private static Training training(YamlMapping mapping) {
        Training training = new Training(
                mapping.optionalInteger("tokens"),
                mapping.optionalInteger("gpu_hours"),
                mapping.optionalText("accelerator"),
                mapping.optionalNumber("compute"),
                Optional.of(mapping.text("source")));
        mapping.finish();
        return training;
    }

    private static Published published(YamlMapping mapping) {
        Published published = new Published(
                mapping.text("quantity"),
                mapping.text("text"),
                mapping.choiceOr(
                        "counted",
                        Published.Counted.byLabel().entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, rule -> Optional.of(rule.getValue()))),
                        Optional.empty()),
                mapping.optionalText("note"),
                mapping.text("source"));
        mapping.finish();
        return published;
    }
}
