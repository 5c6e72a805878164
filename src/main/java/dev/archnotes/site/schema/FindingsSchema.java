package dev.archnotes.site.schema;

import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.model.json.JsonText;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON schema of findings as {@code --format json} prints them. */
public final class FindingsSchema {
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private FindingsSchema() {}

    /** The schema as JSON. */
    public static String json() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", NotesSchema.DRAFT);
        schema.put("title", "Findings");
        schema.put("description", "What 'archnotes check --format json' and 'archnotes build --format json' print.");
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("notes", count("How many notes were read."));
        properties.put("errors", count("How many of the findings stop the site from being written."));
        properties.put("warnings", count("How many of the findings do not."));
        // a map of the JDK's own has another order in each process
        Map<String, Object> findings = new LinkedHashMap<>();
        findings.put("type", "array");
        findings.put("items", finding());
        properties.put("findings", findings);
        schema.putAll(object(properties, List.copyOf(properties.keySet())));
        return JsonText.indented(schema);
    }

    private static Map<String, Object> finding() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "severity",
                Map.of(
                        "enum",
                        Arrays.stream(Severity.values()).map(Severity::label).toList()));
        properties.put(
                "rule",
                Map.of("enum", Arrays.stream(Rule.values()).map(Rule::id).toList()));
        properties.putAll(place());
        properties.put("length", count("How many characters are concerned."));
        properties.put("message", TEXT);
        List<String> required = List.copyOf(properties.keySet());
        properties.put("hint", described("string", "What to write instead."));
        Map<String, Object> edit = new LinkedHashMap<>(place());
        edit.put("written", described("string", "The characters that stand at that place."));
        edit.put("replacement", described("string", "Those that have to stand there instead."));
        Map<String, Object> mends = new LinkedHashMap<>();
        mends.put("description", "What mends the mistake, where there is no doubt about that.");
        mends.putAll(object(edit, List.copyOf(edit.keySet())));
        properties.put("edit", mends);
        return object(properties, required);
    }

    private static Map<String, Object> place() {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("path", described("string", "The file, seen from where the command was called."));
        place.put("line", count("The line, from 1."));
        place.put("column", count("The character of the line, from 1, in units of UTF-16."));
        return place;
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("required", required);
        object.put("properties", properties);
        object.put("additionalProperties", false);
        return object;
    }

    private static Map<String, Object> count(String description) {
        return described("integer", description);
    }

    private static Map<String, Object> described(String type, String description) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("description", description);
        schema.put("type", type);
        return schema;
    }
}
