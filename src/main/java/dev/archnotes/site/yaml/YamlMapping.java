package dev.archnotes.site.yaml;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.PlacedText;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.number.BoundedNumber;
import dev.archnotes.model.spec.Variant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A mapping read key by key. Each question about a key makes the key known; {@link #finish} reports the keys that
 * nobody asked for. A wrong value is reported where it stands and replaced by a harmless one, so that all findings
 * appear in one run; {@link YamlSource#sound} says whether there were any.
 */
public final class YamlMapping {
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9]+(?:[.-][a-z0-9]+)*");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    /** It becomes the name of a folder, and of files with an ending. */
    private static final int LONGEST_ADDRESS = 100;

    private final YamlSource source;
    private final MappingNode node;
    private final TreeSet<String> known = new TreeSet<>();
    private final Role role;
    private final Map<String, String> missing = new LinkedHashMap<>();

    YamlMapping(YamlSource source, MappingNode node) {
        this(source, node, Role.PART);
    }

    private YamlMapping(YamlSource source, MappingNode node, Role role) {
        this.role = role;
        this.source = source;
        this.node = node;
    }

    /** What a mapping is in its text. */
    private enum Role {
        TOP,
        PART,
        /** It stands for one that is missing, or for what is none: that is reported, and what it lacks is not. */
        SUBSTITUTE
    }

    /** The top of a text: where it is finished, all of the text is. */
    static YamlMapping top(YamlSource source, MappingNode node) {
        return new YamlMapping(source, node, Role.TOP);
    }

    static YamlMapping empty(YamlSource source) {
        return new YamlMapping(source, new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK), Role.SUBSTITUTE);
    }

    public YamlSource source() {
        return source;
    }

    public Location location() {
        return source.location(node);
    }

    /** Where the value of a key stands, or the mapping itself where the key is missing. */
    public Location location(String key) {
        return find(key).map(source::location).orElseGet(this::location);
    }

    /** Where the first character of a text stands: behind the quotation mark, where it has one. */
    public Location textPlace(String key) {
        boolean quoted = find(key)
                .filter(ScalarNode.class::isInstance)
                .map(value -> ((ScalarNode) value).getScalarStyle())
                .filter(style -> style == ScalarStyle.DOUBLE_QUOTED || style == ScalarStyle.SINGLE_QUOTED)
                .isPresent();
        return location(key).right(quoted ? 1 : 0);
    }

    public boolean has(String key) {
        known.add(key);
        return source.explorer()
                .map(explorer -> explorer.has(node, key))
                .orElseGet(() -> find(key).isPresent());
    }

    /** Text; a number or boolean without quotes is reported, because YAML would have changed its spelling. */
    public String text(String key) {
        return text(key, "");
    }

    /**
     * Text whose author may need to be told what is meant.
     *
     * @param hint what to write; it is shown where the text is missing or not filled in
     */
    public String text(String key, String hint) {
        return text(key, hint, Shape.TEXT);
    }

    private String text(String key, String hint, Shape shape) {
        return required(key, hint, shape).flatMap(value -> asText(key, value)).orElse("");
    }

    /**
     * Text for a line or two: it is drawn on cards, or stands in lists beside others.
     *
     * @param most how many characters it may have
     */
    public String shortText(String key, int most, String hint) {
        return bounded(key, text(key, hint, Shape.text(most)), most);
    }

    /** The same where the key may be missing. */
    public Optional<String> optionalShortText(String key, int most) {
        return optionalShortText(key, most, "");
    }

    /** The same with what to write in the place of the mark for what is still to be filled in. */
    public Optional<String> optionalShortText(String key, int most, String hint) {
        return optional(key, hint, Shape.text(most))
                .flatMap(value -> asText(key, value))
                .map(text -> bounded(key, text, most));
    }

    private String bounded(String key, String text, int most) {
        if (text.length() > most) {
            impossible(key, "\"" + key + "\" has " + text.length() + " characters", "write at most " + most);
            return "";
        }
        return text;
    }

    /** Text that becomes part of an address; empty where it cannot. */
    public String address(String key) {
        String text = text(
                key,
                "write lower-case letters and digits, joined by - or .",
                Shape.text(LONGEST_ADDRESS, "^" + ADDRESS.pattern() + "$"));
        if (!text.isEmpty() && !ADDRESS.matcher(text).matches()) {
            impossible(
                    key,
                    "\"" + text + "\" cannot be part of an address",
                    "write lower-case letters and digits, joined by - or .");
            return "";
        }
        if (text.length() > LONGEST_ADDRESS) {
            impossible(
                    key,
                    "a part of an address of " + text.length() + " characters",
                    "write at most " + LONGEST_ADDRESS);
            return "";
        }
        return text;
    }

    /** Text, with the place of each of its characters; empty text where it is missing. */
    public PlacedText placedText(String key) {
        String text = text(key);
        return find(key)
                .filter(ScalarNode.class::isInstance)
                .map(value -> source.placed((ScalarNode) value, text))
                .orElseGet(() -> PlacedText.at(location(), text));
    }

    /** The same where the key may be missing. */
    public Optional<PlacedText> optionalPlacedText(String key) {
        return has(key) ? Optional.of(placedText(key)) : Optional.empty();
    }

    public Optional<String> optionalText(String key) {
        return optional(key, Shape.TEXT).flatMap(value -> asText(key, value));
    }

    /** One value as it is written, with quotes or without, whatever YAML would take it for. */
    public Optional<String> optionalWord(String key) {
        return optional(key, Shape.WORD).flatMap(value -> {
            if (value instanceof ScalarNode) {
                return Optional.of(scalar(value));
            }
            wrongType(key, "one value", value);
            return Optional.empty();
        });
    }

    public List<String> texts(String key) {
        return optional(key, Shape.TEXTS)
                .map(value -> list(key, value, item -> asText(key, item)))
                .orElse(List.of());
    }

    public List<String> requiredTexts(String key) {
        required(key, "", Shape.TEXTS);
        return texts(key);
    }

    /**
     * Where each text stands among the values of these keys, lists and single values alike; the first place of each.
     */
    public Map<String, Location> places(String... keys) {
        Map<String, Location> places = new LinkedHashMap<>();
        for (String key : keys) {
            find(key).ifPresent(value -> {
                places.putIfAbsent(scalar(value), source.location(value));
                YamlSource.items(value).forEach(item -> places.putIfAbsent(scalar(item), source.location(item)));
            });
        }
        return places;
    }

    public long positive(String key) {
        return required(key, "", Shape.whole(1))
                .map(value -> asInteger(key, value, 1))
                .orElse(1L);
    }

    public long integerOr(String key, long absent) {
        return optional(key, Shape.whole(0))
                .map(value -> asInteger(key, value, 0))
                .orElse(absent);
    }

    public Optional<Long> optionalInteger(String key) {
        return optional(key, Shape.whole(1)).map(value -> asInteger(key, value, 1));
    }

    public Optional<Double> optionalNumber(String key) {
        return optional(key, Shape.NUMBER).map(value -> {
            Optional<Double> number = BoundedNumber.parse(scalar(value))
                    .map(BigDecimal::doubleValue)
                    .filter(Double::isFinite);
            if (number.isEmpty()) {
                wrongType(key, "a number", value);
            }
            return number.orElse(1.0);
        });
    }

    public boolean flag(String key) {
        return optional(key, Shape.FLAG).map(value -> asFlag(key, value)).orElse(false);
    }

    /** A flag that must be there; the hint says what to write. */
    public boolean requiredFlag(String key, String hint) {
        return required(key, hint, Shape.FLAG).map(value -> asFlag(key, value)).orElse(false);
    }

    private boolean asFlag(String key, Node value) {
        String text = scalar(value);
        if (!text.equals("true") && !text.equals("false")) {
            wrongType(key, "true or false", value);
        }
        return text.equals("true");
    }

    /** A date as {@code 2024-12-26}, empty where it is not one; the hint says what to write. */
    public String date(String key, String hint) {
        return date(key, required(key, hint, Shape.DATE));
    }

    /** The same of a key that need not be there; empty where it is not. */
    public String optionalDate(String key, String hint) {
        return date(key, optional(key, hint, Shape.DATE));
    }

    private String date(String key, Optional<Node> found) {
        return found.map(value -> {
                    try {
                        LocalDate date = LocalDate.parse(scalar(value));
                        return isPlausible(key, date.getYear()) ? date.toString() : "";
                    } catch (DateTimeParseException wrong) {
                        wrongType(key, "a date such as 2024-12-26", value);
                        return "";
                    }
                })
                .orElse("");
    }

    /** A year in which something can have happened that notes tell of; the last one where it is not. */
    public int year(String key) {
        long year = positive(key);
        return isPlausible(key, year) ? (int) year : LAST_YEAR;
    }

    private boolean isPlausible(String key, long year) {
        boolean plausible = year >= FIRST_YEAR && year <= LAST_YEAR;
        if (!plausible && find(key).filter(value -> !scalar(value).isEmpty()).isPresent()) {
            impossible(
                    key, "\"" + key + "\" is in the year " + year, "write one from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        return plausible;
    }

    /** One of several words. */
    public <T> T choice(String key, Map<String, T> words, T fallback) {
        return required(key, "", choiceOf(words))
                .map(value -> asChoice(key, value, words, fallback))
                .orElse(fallback);
    }

    public <T> T choiceOr(String key, Map<String, T> words, T absent) {
        return optional(key, choiceOf(words))
                .map(value -> asChoice(key, value, words, absent))
                .orElse(absent);
    }

    private static Shape choiceOf(Map<String, ?> words) {
        return Shape.choice(words.keySet().stream().sorted().toList());
    }

    private <T> T asChoice(String key, Node value, Map<String, T> words, T fallback) {
        T chosen = words.get(scalar(value));
        if (chosen == null) {
            List<String> sorted = words.keySet().stream().sorted().toList();
            source.report(source.finding(
                            Rule.WRONG_TYPE,
                            value,
                            "\"" + key + "\" is " + YamlSource.kindOf(value) + ", expected one of "
                                    + String.join(", ", sorted))
                    .about(scalar(value), sorted));
            return fallback;
        }
        return chosen;
    }

    public YamlMapping mapping(String key) {
        return required(key, "", Shape.MAPPING)
                .map(value -> asMapping(key, value))
                .orElseGet(() -> empty(source));
    }

    public Optional<YamlMapping> optionalMapping(String key) {
        return optional(key, Shape.MAPPING).map(value -> asMapping(key, value));
    }

    public List<YamlMapping> mappings(String key) {
        return required(key, "", Shape.MAPPINGS)
                .map(value -> list(key, value, item -> Optional.of(asMapping(key, item))))
                .orElse(List.of());
    }

    public List<YamlMapping> optionalMappings(String key) {
        return optional(key, Shape.MAPPINGS)
                .map(value -> list(key, value, item -> Optional.of(asMapping(key, item))))
                .orElse(List.of());
    }

    /** The entries of a mapping whose keys are names chosen by the author, in their order. */
    public List<Map.Entry<String, YamlMapping>> named(String key) {
        List<Map.Entry<String, YamlMapping>> entries = new ArrayList<>();
        YamlMapping parts = mapping(key);
        for (String name : parts.keys()) {
            parts.optional(name, Shape.MAPPING)
                    .ifPresent(part -> entries.add(Map.entry(name, parts.asMapping(name, part))));
        }
        return entries;
    }

    /** The keys of the mapping, in their order. */
    public List<String> keys() {
        Optional<Explorer> explorer = source.explorer();
        return explorer.isPresent()
                ? explorer.get().names(node)
                : node.getValue().stream()
                        .map(entry -> scalar(entry.getKeyNode()))
                        .toList();
    }

    /** The keys of a mapping in which only these make sense, in their order; others are for the caller to report. */
    public List<String> keys(List<String> meant) {
        Optional<Explorer> explorer = source.explorer();
        if (explorer.isEmpty()) {
            return keys();
        }
        explorer.get().close(node);
        return meant;
    }

    /** Reports an impossible value at a key. */
    public void impossible(String key, String message, String hint) {
        error(Rule.IMPOSSIBLE_VALUE, key, message, hint);
    }

    /** Reports another finding at a key. */
    public void error(Rule rule, String key, String message, String hint) {
        if (role != Role.SUBSTITUTE) {
            source.error(rule, find(key).orElse(node), message, hint);
        }
    }

    /** The keys that nobody asked for and that are not slips of others; the slips are reported. */
    public Map<String, Location> others() {
        tellMissing(slips());
        Map<String, Location> others = new LinkedHashMap<>();
        for (NodeTuple entry : node.getValue()) {
            String key = scalar(entry.getKeyNode());
            Diagnostic finding = unknown(entry.getKeyNode(), key);
            if (!known.contains(key) && finding.hint().isEmpty()) {
                others.putIfAbsent(key, source.location(entry.getKeyNode()));
            } else if (!known.contains(key)) {
                source.report(finding);
            }
        }
        endOfText();
        return others;
    }

    /** The words of a list, or of a single value that separates them by commas; whatever else stands there is none. */
    public List<String> words(String key) {
        Optional<Node> value = asked(key, Shape.WORDS, false, "");
        if (value.isEmpty()) {
            return List.of();
        }
        Set<String> words = new LinkedHashSet<>();
        List<String> written = value.get() instanceof ScalarNode
                ? List.of(scalar(value.get()).split(","))
                : YamlSource.items(value.get()).stream()
                        .map(YamlMapping::scalar)
                        .toList();
        for (String word : written) {
            String plain = word.strip();
            if (!plain.isEmpty() && !plain.equals("~") && !plain.equals("null")) {
                words.add(plain);
            }
        }
        return List.copyOf(words);
    }

    /** Reports the keys that nobody asked for, and those that are missing and were not meant by one of them. */
    public void finish() {
        source.explorer().ifPresent(explorer -> explorer.close(node));
        tellMissing(slips());
        for (NodeTuple entry : node.getValue()) {
            String key = scalar(entry.getKeyNode());
            if (!known.contains(key)) {
                Diagnostic finding = unknown(entry.getKeyNode(), key);
                source.report(
                        finding.hint().isEmpty()
                                ? finding.withHint("known here: " + String.join(", ", known))
                                : finding);
            }
        }
        endOfText();
    }

    private void endOfText() {
        if (role == Role.TOP) {
            source.finish();
        }
    }

    private Diagnostic unknown(Node node, String key) {
        Diagnostic finding = source.finding(Rule.UNKNOWN_KEY, node, "unknown key \"" + key + "\"");
        boolean there = Suggestion.same(key, known).flatMap(this::find).isPresent();
        return there ? finding.withHint(Suggestion.hint(key, known)) : finding.about(key, known);
    }

    /** The known keys that those which nobody knows were probably meant to be. */
    private Set<String> slips() {
        Set<String> slips = new TreeSet<>();
        for (NodeTuple entry : node.getValue()) {
            String key = scalar(entry.getKeyNode());
            if (!known.contains(key)) {
                Suggestion.closest(key, known).ifPresent(slips::add);
            }
        }
        return slips;
    }

    /** Reports the keys that are missing, but for those that are there in another spelling, which is told instead. */
    private void tellMissing(Set<String> misspelled) {
        Map<String, String> told = new LinkedHashMap<>(missing);
        missing.clear();
        told.keySet().removeAll(misspelled);
        told.forEach((key, hint) -> source.error(Rule.MISSING_KEY, node, "the key \"" + key + "\" is missing", hint));
    }

    /** The same where reading has ended before all keys were known: a likely slip may be a key of its own right. */
    private void tellUnfinished() {
        for (NodeTuple entry : node.getValue()) {
            String key = scalar(entry.getKeyNode());
            Optional<String> meant = known.contains(key) ? Optional.empty() : Suggestion.closest(key, missing.keySet());
            if (meant.isPresent()) {
                missing.remove(meant.get());
                source.error(
                        Rule.MISSING_KEY,
                        entry.getKeyNode(),
                        "the key \"" + meant.get() + "\" is missing; \"" + key + "\" stands here",
                        "did you mean \"" + meant.get() + "\"?");
            }
        }
        tellMissing(Set.of());
    }

    private Optional<Node> required(String key, String hint, Shape shape) {
        Optional<Node> value = asked(key, shape, true, hint);
        if (value.isEmpty() && role != Role.SUBSTITUTE) {
            missing.put(key, hint);
            source.expectReport(this::tellUnfinished);
        }
        return filled(key, value, hint);
    }

    private Optional<Node> optional(String key, Shape shape) {
        return optional(key, "", shape);
    }

    private Optional<Node> optional(String key, String hint, Shape shape) {
        return filled(key, asked(key, shape, false, hint), hint);
    }

    /** What stands under a key, which is known from now on. */
    private Optional<Node> asked(String key, Shape shape, boolean must, String hint) {
        known.add(key);
        Optional<Explorer> explorer = source.explorer();
        return explorer.isPresent() ? Optional.of(explorer.get().answer(node, key, shape, must, hint)) : find(key);
    }

    /** Nothing, with a finding, where the value is still to be filled in. */
    private Optional<Node> filled(String key, Optional<Node> value, String hint) {
        if (value.filter(YamlMapping::isToBeFilledIn).isPresent()) {
            source.error(Rule.FILL_IN, value.get(), "\"" + key + "\" is still to be filled in", hint);
            return Optional.empty();
        }
        return value;
    }

    /** In quotes the mark is a text like any other. */
    private static boolean isToBeFilledIn(Node value) {
        return scalar(value).equals(Variant.FILL_IN) && ((ScalarNode) value).getScalarStyle() == ScalarStyle.PLAIN;
    }

    private Optional<Node> find(String key) {
        Optional<Explorer> explorer = source.explorer();
        if (explorer.isPresent()) {
            return explorer.get().written(node, key);
        }
        for (NodeTuple entry : node.getValue()) {
            if (scalar(entry.getKeyNode()).equals(key)) {
                return Optional.of(entry.getValueNode());
            }
        }
        return Optional.empty();
    }

    private Optional<String> asText(String key, Node value) {
        if (!(value instanceof ScalarNode scalar)) {
            wrongType(key, "text", value);
            return Optional.empty();
        }
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        if (plain && scalar.getTag().equals(Tag.NULL)) {
            source.error(Rule.IMPOSSIBLE_VALUE, value, "\"" + key + "\" is empty", "write a text");
            return Optional.of("");
        }
        if (plain && !scalar.getTag().equals(Tag.STR)) {
            String quoted = "\"" + scalar.getValue() + "\"";
            source.report(source.finding(
                            Rule.WRONG_TYPE,
                            value,
                            "\"" + key + "\" is " + YamlSource.kindOf(value) + " without quotes, expected text")
                    .withHint("write " + quoted + " in quotes")
                    .withEdit(source.location(scalar), scalar.getValue(), quoted));
            return Optional.of(scalar(value));
        }
        // a folded text ends with a line break
        String text = HiddenCharacters.replaced(scalar.getValue()).strip();
        if (HiddenCharacters.showsNothing(text) || plain && text.equals("~")) {
            source.error(Rule.IMPOSSIBLE_VALUE, value, "\"" + key + "\" is empty", "write a text");
            return Optional.of("");
        }
        if (text.indexOf('\n') >= 0) {
            source.error(
                    Rule.IMPOSSIBLE_VALUE,
                    value,
                    "\"" + key + "\" has a line break in it",
                    "write it on one line, or behind >, which joins the lines");
            return Optional.of(String.join(" ", text.split("\\s+")));
        }
        return Optional.of(text);
    }

    private long asInteger(String key, Node value, long atLeast) {
        String text = scalar(value);
        try {
            // digits of other scripts would be read as well
            long number = WHOLE.matcher(text).matches() ? Long.parseLong(text) : -1;
            if (number >= atLeast) {
                return number;
            }
        } catch (NumberFormatException wrong) {
            // reported below, with the same words as a number out of range
        }
        wrongType(key, atLeast > 0 ? "a positive whole number" : "a whole number", value);
        return 1;
    }

    private YamlMapping asMapping(String key, Node value) {
        if (value instanceof MappingNode mapping) {
            return new YamlMapping(source, mapping);
        }
        wrongType(key, "a mapping", value);
        return empty(source);
    }

    private <T> List<T> list(String key, Node value, Function<Node, Optional<T>> item) {
        if (value.getNodeType() != NodeType.SEQUENCE) {
            wrongType(key, "a list", value);
            return List.of();
        }
        return YamlSource.items(value).stream()
                .map(item)
                .flatMap(Optional::stream)
                .toList();
    }

    private void wrongType(String key, String expected, Node value) {
        source.error(
                Rule.WRONG_TYPE,
                value,
                "\"" + key + "\" is " + YamlSource.kindOf(value) + ", expected " + expected,
                "");
    }

    /** A value or key, of which an escape cannot make two lines of a list or a command to a terminal. */
    private static String scalar(Node node) {
        return node instanceof ScalarNode scalar ? HiddenCharacters.onOneLine(scalar.getValue()) : "";
    }
}
