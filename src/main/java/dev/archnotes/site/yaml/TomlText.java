package dev.archnotes.site.yaml;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.toml.TomlMapper;

/** TOML as the YAML that says the same, each key on the line on which it stood, so that findings have their places. */
public final class TomlText {
    private static final TomlMapper MAPPER = new TomlMapper();

    /** A key, in quotes or without, or the first key of a table's name. */
    private static final Pattern KEY =
            Pattern.compile("\\s*(?:\\[{1,2}\\s*)?[\"']?([^\\s\"'.=\\[\\]]+).*", Pattern.DOTALL);

    private TomlText() {}

    /**
     * The YAML; empty, with a finding, where the text is not TOML.
     *
     * @param path the file
     * @param firstLine the line of the file on which the text begins
     */
    public static Optional<String> yaml(String path, int firstLine, String toml, Diagnostics.Builder findings) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(toml);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null
                    ? 1
                    : Math.max(1, broken.getLocation().getLineNr());
            findings.add(Diagnostic.error(
                    Rule.BAD_FRONT_MATTER, new Location(path, firstLine + line - 1, 1), "this is not TOML"));
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(toml.lines().map(line -> "").toList());
        Map<String, Integer> places = places(toml);
        for (Map.Entry<String, JsonNode> entry : tree.properties()) {
            int line = places.getOrDefault(entry.getKey(), lines.size());
            while (lines.size() <= line) {
                lines.add("");
            }
            String value = entry.getValue().toString();
            String before = lines.get(line);
            lines.set(
                    line,
                    before + (before.isEmpty() ? "" : "\n") + JsonNodeFactory.instance.stringNode(entry.getKey()) + ": "
                            + value);
        }
        return Optional.of(String.join("\n", lines));
    }

    private static Map<String, Integer> places(String toml) {
        Map<String, Integer> places = new TreeMap<>();
        boolean table = false;
        List<String> lines = toml.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher key = KEY.matcher(line);
            if (line.startsWith("[") && key.matches()) {
                table = true;
                places.putIfAbsent(key.group(1), i);
            } else if (!table && line.indexOf('=') > 0 && !line.startsWith("#") && key.matches()) {
                places.putIfAbsent(key.group(1), i);
            }
        }
        return places;
    }
}
