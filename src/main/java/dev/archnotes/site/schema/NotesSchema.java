package dev.archnotes.site.schema;

import dev.archnotes.model.json.JsonText;
import dev.archnotes.site.read.NotesFormat;
import dev.archnotes.site.yaml.MappingShape;
import dev.archnotes.site.yaml.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The JSON schema of a format, as editors use it to complete keys and mark mistakes. */
public final class NotesSchema {
    /** The version of JSON Schema that editors know best. */
    static final String DRAFT = "http://json-schema.org/draft-07/schema#";

    private NotesSchema() {}

    /** The schema as JSON. */
    public static String json(NotesFormat format) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DRAFT);
        schema.put("title", format.file());
        schema.put("description", format.description());
        schema.putAll(mapping(format.shape()));
        return JsonText.indented(schema);
    }

    private static Map<String, Object> mapping(MappingShape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        if (shape.keys().size() == 1 && shape.keys().containsKey("")) {
            schema.putAll(keys(shape.keys().get(""), shape));
            return schema;
        }
        schema.put("required", List.of(MappingShape.KIND));
        schema.put(
                "properties",
                Map.of(MappingShape.KIND, Map.of("enum", shape.keys().keySet())));
        List<Object> cases = new ArrayList<>();
        shape.keys().forEach((kind, keys) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("if", Map.of("properties", Map.of(MappingShape.KIND, Map.of("const", kind))));
            one.put("then", keys(keys, shape));
            cases.add(one);
        });
        schema.put("allOf", cases);
        return schema;
    }

    private static Map<String, Object> keys(Map<String, MappingShape.Key> keys, MappingShape shape) {
        Map<String, Object> schema = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach((name, key) -> {
            properties.put(name, key(key));
            if (key.required()) {
                required.add(name);
            }
        });
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (!properties.isEmpty()) {
            schema.put("properties", properties);
        }
        Optional<Object> others = shape.names().<Object>map(NotesSchema::key);
        if (others.isPresent() || shape.closed()) {
            schema.put("additionalProperties", others.orElse(false));
        }
        return schema;
    }

    private static Map<String, Object> key(MappingShape.Key key) {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (!key.hint().isEmpty()) {
            schema.put(
                    "description",
                    key.hint().substring(0, 1).toUpperCase(Locale.ROOT)
                            + key.hint().substring(1) + ".");
        }
        schema.putAll(value(key.shape(), key.inside()));
        return schema;
    }

    private static Map<String, Object> value(Shape shape, Optional<MappingShape> inside) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (shape.kind()) {
            case MAPPING -> schema.putAll(inside.map(NotesSchema::mapping).orElse(Map.of("type", "object")));
            case LIST -> {
                schema.put("type", "array");
                schema.put("items", value(shape.items().orElseThrow(), inside));
            }
            case WHOLE -> {
                schema.put("type", "integer");
                schema.put("minimum", shape.least());
            }
            case NUMBER -> schema.put("type", "number");
            case FLAG -> schema.put("type", "boolean");
            case CHOICE -> schema.put("enum", words(shape.words()));
            case WORD -> schema.put("type", List.of("string", "number", "boolean"));
            case WORDS -> {
                schema.put("type", List.of("string", "array", "null"));
                schema.put("items", Map.of("type", List.of("string", "number", "boolean")));
            }
            case TEXT -> text(shape, schema);
        }
        return schema;
    }

    private static void text(Shape shape, Map<String, Object> schema) {
        schema.put("type", "string");
        schema.put("minLength", 1);
        if (shape.most() > 0) {
            schema.put("maxLength", shape.most());
        }
        if (!shape.pattern().isEmpty()) {
            schema.put("pattern", shape.pattern());
        }
    }

    /** A word of digits is written without quotes, too. */
    private static List<Object> words(List<String> words) {
        List<Object> all = new ArrayList<>(words);
        words.stream()
                .filter(word -> word.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .forEach(all::add);
        return all;
    }
}
