package dev.archnotes.site.json;

import dev.archnotes.model.config.ConfigFindings;
import dev.archnotes.model.config.ConfigRule;
import dev.archnotes.model.config.ConfigValue;
import dev.archnotes.model.config.WithQuantization;
import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.number.BoundedNumber;
import dev.archnotes.model.reader.AllTypes;
import dev.archnotes.model.reader.ConfigReader;
import dev.archnotes.model.spec.Variant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON text on its way to typed values: it knows where each key stands, so that findings can say so. */
public final class JsonSource implements ConfigFindings {
    /**
     * The length of numbers is for {@link BoundedNumber} to judge, which leads to a finding where the number stands.
     */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /** Python writes infinity and what is no number as words; they stand in real files, at keys without a figure. */
    private static final JsonMapper MAPPER = JsonMapper.builder(FACTORY)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String path;
    private final Diagnostics.Builder findings;
    private final Map<String, Location> places = new HashMap<>();
    private int errors;

    public JsonSource(String path, Diagnostics.Builder findings) {
        this.path = path;
        this.findings = findings;
    }

    /**
     * The model that the text of a configuration describes; empty, with errors among the findings, where it does not
     * describe one.
     */
    public static Optional<Variant> model(String path, String text, Diagnostics.Builder findings) {
        return model(path, path, text, findings);
    }

    /**
     * The same for a file whose path alone does not tell its folder.
     *
     * @param place the whole path of the file, from which id and name are taken
     */
    public static Optional<Variant> model(String path, String place, String text, Diagnostics.Builder findings) {
        return model(path, place, text, Optional.empty(), findings);
    }

    /**
     * The same with the quantization that stands beside the configuration.
     *
     * @param beside the top of {@code hf_quant_config.json}
     */
    public static Optional<Variant> model(
            String path, String place, String text, Optional<ConfigValue> beside, Diagnostics.Builder findings) {
        JsonSource source = new JsonSource(path, findings);
        return source.object(text)
                .map(config -> WithQuantization.of(config, beside))
                .flatMap(config -> ConfigReader.read(AllTypes.ALL, place, config, source));
    }

    /** Parses a text whose top is an object; empty, with a finding, where it is not. */
    public Optional<ConfigValue> object(String text) {
        try {
            if (!locate(text)) {
                return Optional.empty();
            }
            JsonNode root = MAPPER.readTree(text);
            if (root.isObject()) {
                return Optional.of(new JsonValue(root));
            }
            error(
                    Rule.MALFORMED_JSON,
                    "",
                    "expected a JSON object of keys and values",
                    "a configuration starts with {");
        } catch (JacksonException broken) {
            TokenStreamLocation where = broken.getLocation();
            Location place = where == null || where.getLineNr() < 1
                    ? Location.startOf(path)
                    : new Location(path, where.getLineNr(), Math.max(1, where.getColumnNr()));
            JsonProblem problem = JsonProblem.of(broken.getOriginalMessage());
            errors++;
            findings.add(Diagnostic.error(Rule.MALFORMED_JSON, place, problem.message())
                    .withHint(problem.hint()));
        }
        return Optional.empty();
    }

    /** Notes where each key stands; whether every number is one that can be read, which takes no look at its value. */
    private boolean locate(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            boolean bounded = true;
            while (parser.nextToken() != null) {
                if (parser.currentToken().isNumeric()
                        && !parser.isNaN()
                        && BoundedNumber.parse(parser.getString()).isEmpty()) {
                    TokenStreamLocation at = parser.currentTokenLocation();
                    errors++;
                    findings.add(Diagnostic.error(
                                    Rule.IMPOSSIBLE_VALUE,
                                    new Location(path, at.getLineNr(), at.getColumnNr()),
                                    "a number beyond every size of a model")
                            .withHint("write at most " + BoundedNumber.LONGEST + " characters, and a small exponent"));
                    bounded = false;
                }
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    TokenStreamLocation at = parser.currentTokenLocation();
                    String pointer = parser.streamReadContext().pathAsPointer().toString();
                    places.put(pointer, new Location(path, at.getLineNr(), at.getColumnNr()));
                }
            }
            return bounded;
        }
    }

    /** Where the key of a pointer such as {@code /text_config/head_dim} stands. */
    Location location(String pointer) {
        return places.getOrDefault(pointer, Location.startOf(path));
    }

    @Override
    public void error(ConfigRule rule, String pointer, String message, String hint) {
        error(Rule.valueOf(rule.name()), pointer, message, hint);
    }

    private void error(Rule rule, String pointer, String message, String hint) {
        errors++;
        findings.add(Diagnostic.error(rule, location(pointer), message)
                .withHint(hint)
                .withLength(length(pointer)));
    }

    @Override
    public void warning(ConfigRule rule, String pointer, String message, String hint) {
        findings.add(Diagnostic.warning(Rule.valueOf(rule.name()), location(pointer), message)
                .withHint(hint)
                .withLength(length(pointer)));
    }

    private int length(String pointer) {
        return places.containsKey(pointer) ? pointer.length() - pointer.lastIndexOf('/') + 1 : 1;
    }

    @Override
    public int errors() {
        return errors;
    }
}
