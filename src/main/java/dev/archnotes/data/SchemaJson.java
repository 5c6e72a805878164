package dev.archnotes.data;

import dev.archnotes.calc.Dictionary;
import dev.archnotes.calc.FactDefinition;
import dev.archnotes.calc.PublishedFigure;
import dev.archnotes.spec.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code data/schema.json}: the JSON Schema (2020-12) of {@code data/models.json}, made from the dictionary. */
public final class SchemaJson {
    private static final Set<String> REQUIRED = required();

    private SchemaJson() {}

    private static Set<String> required() {
        Set<String> paths = new TreeSet<>(ModelsJson.IDENTITY);
        paths.addAll(List.of("layers", "hidden_size", "vocabulary_size", "tied_embeddings", "parameters.total", "parameters.with_extras",
                "parameters.active.all", "parameters.active.without_input_embedding", "parameters.active.without_embeddings",
                "kv_cache.bytes_per_token", "kv_cache.growing_bytes_per_token", "kv_cache.fixed_bytes", "kv_cache.bytes_at.4096",
                "kv_cache.bytes_at.32768", "kv_cache.bytes_at.131072", "attention.kind", "attention.mix", "feed_forward.kind",
                "positions.kind", "normalization.kind", "normalization.placement", "normalization.epsilon", "context.configured"));
        for (Part part : Part.values()) {
            paths.add("parameters.groups." + part.key());
        }
        return Set.copyOf(paths);
    }

    public static String text() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Facts of open-weight language models");
        schema.put("description", "One object a variant, sorted by id. Null is a value that no source gives; an absent key does not apply.");
        schema.put("type", "array");
        schema.putObject("items").put("$ref", "#/$defs/model");
        ObjectNode definitions = schema.putObject("$defs");
        ObjectNode model = object(definitions.putObject("model"));
        for (FactDefinition fact : Dictionary.DEFINITIONS) {
            put(model, fact);
        }
        ObjectNode published = ((ObjectNode) model.get("properties")).putObject("published");
        published.put("type", "object").put("description", "The first published figure of each quantity.");
        published.putObject("additionalProperties").put("$ref", "#/$defs/figure");
        ObjectNode all = ((ObjectNode) model.get("properties")).putObject("published_all");
        all.put("type", "array").put("description", "Every published figure, with the rule of counting that reproduces it.");
        all.putObject("items").put("$ref", "#/$defs/compared_figure");
        require(model, "published");
        require(model, "published_all");
        figure(definitions.putObject("figure"));
        compared(figure(definitions.putObject("compared_figure")));
        return JsonText.of(schema);
    }

    private static void put(ObjectNode model, FactDefinition fact) {
        ObjectNode at = model;
        List<String> keys = new ArrayList<>(List.of(fact.path().split("\\.")));
        String last = keys.remove(keys.size() - 1);
        boolean required = REQUIRED.contains(fact.path());
        for (String key : keys) {
            ObjectNode properties = (ObjectNode) at.get("properties");
            if (required) {
                require(at, key);
            }
            at = properties.get(key) instanceof ObjectNode below ? below : object(properties.putObject(key));
        }
        if (required) {
            require(at, last);
        }
        ObjectNode leaf = ((ObjectNode) at.get("properties")).putObject(last);
        FactType type = FactType.of(fact.path());
        if (FactType.isNullable(fact.path())) {
            leaf.putArray("type").add(type.jsonName()).add("null");
        } else {
            leaf.put("type", type.jsonName());
        }
        if (type == FactType.INTEGER || type == FactType.NUMBER) {
            leaf.put("minimum", 0);
        }
        leaf.put("title", fact.label()).put("description", fact.description());
    }

    private static ObjectNode object(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        schema.putObject("properties");
        return schema;
    }

    private static void require(ObjectNode schema, String key) {
        ArrayNode required = schema.get("required") instanceof ArrayNode there ? there : schema.putArray("required");
        for (int i = 0; i < required.size(); i++) {
            if (required.get(i).stringValue().equals(key)) {
                return;
            }
        }
        required.add(key);
    }

    private static ObjectNode figure(ObjectNode schema) {
        ObjectNode properties = (ObjectNode) object(schema).get("properties");
        properties.putObject("text").put("type", "string").put("description", "The figure as printed.");
        properties.putObject("source").put("type", "string").put("description", "Where it was read.");
        properties.putObject("note").put("type", "string").put("description", "Its conditions.");
        require(schema, "text");
        require(schema, "source");
        return schema;
    }

    private static void compared(ObjectNode schema) {
        ObjectNode properties = (ObjectNode) schema.get("properties");
        properties.putObject("quantity").put("type", "string").put("description", "What the figure is of.");
        ObjectNode verdict = properties.putObject("verdict").put("description", "How it compares with the computed figure.");
        ArrayNode verdicts = verdict.putArray("enum");
        for (PublishedFigure.Verdict each : PublishedFigure.Verdict.values()) {
            verdicts.add(each.key());
        }
        properties.putObject("counted_as").put("type", "string").put("description", "The rule that reproduces it, or the nearest one, in paths.");
        properties.putObject("computed").put("type", "integer").put("description", "The computed figure under that rule.");
        require(schema, "quantity");
        require(schema, "verdict");
    }
}
