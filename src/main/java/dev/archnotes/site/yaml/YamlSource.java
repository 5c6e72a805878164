package dev.archnotes.site.yaml;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.PlacedText;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.Parser;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** A YAML text on its way to typed values: it knows the path and first line that its findings name. */
public final class YamlSource {
    private final String path;
    private final Location origin;
    private final Diagnostics.Builder findings;
    private final boolean forgiving;
    private final @Nullable Explorer explorer;
    private final List<Runnable> unfinished = new ArrayList<>();
    private int errors;
    private String text = "";
    private LineStarts lines = new LineStarts("");

    public YamlSource(String path, int firstLine, Diagnostics.Builder findings) {
        this(new Location(path, firstLine, 1), findings);
    }

    /** A text within a file: each of its lines begins in the column of the first one. */
    public YamlSource(Location origin, Diagnostics.Builder findings) {
        this(origin, findings, false, null);
    }

    private YamlSource(Location origin, Diagnostics.Builder findings, boolean forgiving, @Nullable Explorer explorer) {
        this.explorer = explorer;
        this.forgiving = forgiving;
        this.path = origin.path();
        this.origin = origin;
        this.findings = findings;
    }

    /** A text written for other programs as well, in which nothing but what is to be filled in is an error. */
    public static YamlSource forgiving(String path, int firstLine, Diagnostics.Builder findings) {
        return new YamlSource(new Location(path, firstLine, 1), findings, true, null);
    }

    /** No text: an explorer answers whatever is asked for, and what is wrong with the answers is told to nobody. */
    static YamlSource explored(Explorer explorer) {
        return new YamlSource(Location.startOf("explored"), Diagnostics.builder(), false, explorer);
    }

    Optional<Explorer> explorer() {
        return Optional.ofNullable(explorer);
    }

    /** Parses a text whose top is a mapping; empty, with a finding, where it is not. */
    public Optional<YamlMapping> mapping(String yaml) {
        text = yaml;
        lines = new LineStarts(yaml);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setUseMarks(true)
                    .setAllowDuplicateKeys(true)
                    .setLabel(path)
                    .build();
            Parser events = new ParserImpl(settings, new StreamReader(settings, yaml));
            Optional<Node> root = new Composer(settings, new BoundedEvents(events)).getSingleNode();
            if (root.isEmpty()) {
                return Optional.of(YamlMapping.top(this, new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK)));
            }
            if (root.get() instanceof MappingNode mapping) {
                check(mapping);
                return Optional.of(YamlMapping.top(this, mapping));
            }
            error(
                    Rule.WRONG_TYPE,
                    root.get(),
                    "expected a mapping of keys and values",
                    "write \"key: value\" on lines of their own");
        } catch (MarkedYamlEngineException broken) {
            Location where = broken.getProblemMark().map(this::at).orElse(origin);
            report(Diagnostic.error(Rule.MALFORMED_YAML, where, sentence(broken.getProblem(), broken.getContext()))
                    .withHint(hint(broken.getProblem())));
        } catch (YamlEngineException broken) {
            report(Diagnostic.error(Rule.MALFORMED_YAML, origin, String.valueOf(broken.getMessage())));
        }
        return Optional.empty();
    }

    private static String hint(@Nullable String problem) {
        if (problem == null) {
            return "";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "a text with a colon and a space in it needs quotes around it";
        }
        return problem.startsWith("the alias") ? "write it out again; only a single value may have an alias" : "";
    }

    private static String sentence(@Nullable String problem, @Nullable String context) {
        String text = problem == null ? "this is not YAML" : problem;
        return context == null || context.isEmpty() ? text : context + ", " + text;
    }

    /**
     * Reports what an escape such as {@code "\\x01"} puts into a value, keys that are there twice, and so on inwards.
     */
    private void check(Node node) {
        if (node instanceof ScalarNode scalar) {
            boolean escapes = scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED;
            (escapes ? HiddenCharacters.findings(scalar.getValue(), origin) : List.<Diagnostic>of())
                    .forEach(finding -> report(finding.at(location(scalar))));
        } else if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(this::check);
        } else if (node instanceof MappingNode mapping) {
            Map<String, Integer> seen = new HashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    Integer before =
                            seen.putIfAbsent(key.getValue(), location(key).line());
                    if (before != null) {
                        error(
                                Rule.MALFORMED_YAML,
                                key,
                                "duplicate key \"" + key.getValue() + "\", first on line " + before,
                                "");
                    }
                }
                check(entry.getKeyNode());
                check(entry.getValueNode());
            }
        }
    }

    Location location(Node node) {
        return node.getStartMark().map(this::at).orElse(origin);
    }

    /** A value with the places of its characters. */
    PlacedText placed(ScalarNode node, String value) {
        return node.getStartMark()
                .map(mark -> ScalarPlaces.of(text, lines, origin, index(mark), node.getScalarStyle(), value))
                .orElseGet(() -> PlacedText.at(location(node), value));
    }

    private int index(Mark mark) {
        return text.offsetByCodePoints(lines.start(mark.getLine()), mark.getColumn());
    }

    private Location at(Mark mark) {
        return new Location(path, origin.line() + mark.getLine(), origin.column() + mark.getColumn());
    }

    void error(Rule rule, Node node, String message, String hint) {
        report(finding(rule, node, message).withHint(hint));
    }

    /** A finding about a value, which is not reported yet. */
    Diagnostic finding(Rule rule, Node node, String message) {
        int length = node.getNodeType() == NodeType.SCALAR
                ? ((ScalarNode) node).getValue().length()
                : 1;
        return Diagnostic.error(rule, location(node), message).withLength(length);
    }

    /** Counts a mistake that is reported later, when all keys of its mapping are known. */
    void expectReport(Runnable report) {
        errors += forgiving ? 0 : 1;
        unfinished.add(report);
    }

    /** Reports what mappings that nobody finished lack. */
    void finish() {
        List<Runnable> reports = List.copyOf(unfinished);
        unfinished.clear();
        reports.forEach(Runnable::run);
    }

    /** How many mistakes there are so far. */
    public int errors() {
        return errors;
    }

    void report(Diagnostic found) {
        Diagnostic finding = forgiving && found.rule() != Rule.FILL_IN ? found.withSeverity(Severity.WARNING) : found;
        errors += finding.severity() == Severity.ERROR ? 1 : 0;
        findings.add(finding);
    }

    /** What a piece of reading gives; empty where it reports an error. */
    public <T> Optional<T> sound(Supplier<T> reading) {
        int before = errors;
        T value = reading.get();
        return errors == before ? Optional.of(value) : Optional.empty();
    }

    public String path() {
        return path;
    }

    static String kindOf(Node node) {
        switch (node.getNodeType()) {
            case MAPPING:
                return "a mapping";
            case SEQUENCE:
                return "a list";
            default:
                ScalarNode scalar = (ScalarNode) node;
                return scalar.getTag().equals(Tag.NULL) ? "empty" : "\"" + scalar.getValue() + "\"";
        }
    }

    static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }
}
