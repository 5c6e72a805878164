package dev.archnotes.site.files.data;

import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.PublishedFigure;
import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.tensor.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code data/schema.json}: the JSON Schema (2020-12) of {@code data/models.json}, made from the dictionary. */
public final class SchemaJson {
    private static final Set<FactPath> REQUIRED = required();

    private SchemaJson() {}

    private static Set<FactPath> required() {
        Set<FactPath> paths = new HashSet<>(PublishedPaths.withRenamed(ModelsJson.IDENTITY));
        paths.addAll(List.of(
                FactPath.LAYERS,
                FactPath.HIDDEN_SIZE,
                FactPath.VOCABULARY_SIZE,
                FactPath.TIED_EMBEDDINGS,
                FactPath.PARAMETERS_TOTAL,
                FactPath.PARAMETERS_WITH_EXTRAS,
                FactPath.PARAMETERS_ACTIVE_ALL,
                FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING,
                FactPath.PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS,
                FactPath.KV_CACHE_BYTES_PER_TOKEN,
                FactPath.KV_CACHE_GROWING_BYTES_PER_TOKEN,
                FactPath.KV_CACHE_FIXED_BYTES,
                FactPath.kvCacheBytesAt(4_096),
                FactPath.kvCacheBytesAt(32_768),
                FactPath.kvCacheBytesAt(131_072),
                FactPath.ATTENTION_KIND,
                FactPath.ATTENTION_MIX,
                FactPath.FEED_FORWARD_KIND,
                FactPath.POSITIONS_KIND,
                FactPath.NORMALIZATION_KIND,
                FactPath.NORMALIZATION_PLACEMENT,
                FactPath.NORMALIZATION_EPSILON,
                FactPath.CONTEXT_CONFIGURED));
        for (Part part : Part.values()) {
            paths.add(FactPath.parametersOf(part));
        }
        return Set.copyOf(paths);
    }

    public static String text() {
        JsonObject schema = new JsonObject();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Facts of open-weight language models");
        schema.put(
                "description",
                "One object a variant, sorted by id. Null is a value that no source gives; an absent key does not "
                        + "apply.");
        schema.put("schema_version", PublishedPaths.SCHEMA_VERSION);
        schema.put("type", "array");
        schema.object("items").put("$ref", "#/$defs/model");
        JsonObject definitions = schema.object("$defs");
        JsonObject model = object(definitions.object("model"));
        for (FactDefinition fact : PublishedPaths.definitions()) {
            put(model, fact);
        }
        JsonObject published = model.object("properties").object("published");
        published.with("type", "object").with("description", "The first published figure of each quantity.");
        published.object("additionalProperties").put("$ref", "#/$defs/figure");
        JsonObject all = model.object("properties").object("published_all");
        all.with("type", "array")
                .with("description", "Every published figure, with the rule of counting that reproduces it.");
        all.object("items").put("$ref", "#/$defs/compared_figure");
        require(model, "published");
        require(model, "published_all");
        figure(definitions.object("figure"));
        compared(figure(definitions.object("compared_figure")));
        return JsonText.indented(schema);
    }

    private static void put(JsonObject model, FactDefinition fact) {
        JsonObject at = model;
        List<String> keys = new ArrayList<>(List.of(fact.path().text().split("\\.")));
        String last = keys.remove(keys.size() - 1);
        boolean required = REQUIRED.contains(fact.path());
        for (String key : keys) {
            JsonObject properties = at.object("properties");
            if (required) {
                require(at, key);
            }
            at = properties.get(key) instanceof JsonObject below ? below : object(properties.object(key));
        }
        if (required) {
            require(at, last);
        }
        JsonObject leaf = at.object("properties").object(last);
        FactDefinition.Type type = fact.type();
        if (fact.nullable()) {
            leaf.put("type", List.of(type.jsonName(), "null"));
        } else {
            leaf.put("type", type.jsonName());
        }
        if (type == FactDefinition.Type.INTEGER || type == FactDefinition.Type.NUMBER) {
            leaf.put("minimum", 0);
        }
        leaf.with("title", fact.label()).with("description", fact.description());
        if (PublishedPaths.isDeprecated(fact.path())) {
            leaf.put("deprecated", true);
        }
    }

    private static JsonObject object(JsonObject schema) {
        schema.with("type", "object").with("additionalProperties", false).object("properties");
        return schema;
    }

    private static void require(JsonObject schema, String key) {
        List<Object> required =
                schema.get("required") instanceof List<?> there ? new ArrayList<>(there) : new ArrayList<>();
        if (!required.contains(key)) {
            required.add(key);
        }
        schema.put("required", required);
    }

    private static JsonObject figure(JsonObject schema) {
        JsonObject properties = object(schema).object("properties");
        properties.object("text").with("type", "string").with("description", "The figure as printed.");
        properties.object("source").with("type", "string").with("description", "Where it was read.");
        properties.object("note").with("type", "string").with("description", "Its conditions.");
        require(schema, "text");
        require(schema, "source");
        return schema;
    }

    private static void compared(JsonObject schema) {
        JsonObject properties = schema.object("properties");
        properties.object("quantity").with("type", "string").with("description", "What the figure is of.");
        JsonObject verdict =
                properties.object("verdict").with("description", "How it compares with the computed figure.");
        verdict.put(
                "enum",
                Arrays.stream(PublishedFigure.Verdict.values())
                        .map(PublishedFigure.Verdict::key)
                        .toList());
        properties
                .object("counted_as")
                .with("type", "string")
                .with("description", "The rule that reproduces it, or the nearest one, in paths.");
        properties
                .object("computed")
                .with("type", "integer")
                .with("description", "The computed figure under that rule.");
        require(schema, "quantity");
        require(schema, "verdict");
    }
}
