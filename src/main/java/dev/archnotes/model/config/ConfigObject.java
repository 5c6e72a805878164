package dev.archnotes.model.config;

import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.spec.Architecture;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * A JSON object of a model configuration, read key by key. Each question about a key makes the key known;
 * {@link #finish} lists the keys that nobody asked for, unless they are known to be {@linkplain HarmlessKeys harmless}.
 * A key whose value is {@code null} counts as missing, as it does for the makers' own code.
 */
public final class ConfigObject {
    private static final int LONGEST_VALUE = 60;

    private static final List<String> SIZE_ENDS =
            List.of("_dim", "_dims", "_heads", "_layers", "_rank", "_size", "_experts", "_width", "_depth");
    private static final List<String> SIZE_STARTS = List.of("index_", "linear_", "mamba_", "ssm_", "conv_");

    private final ModelTypes types;
    private final ConfigFindings findings;
    private final ConfigValue value;
    private final String pointer;
    private final Optional<ConfigObject> outer;
    private final Set<String> known = new HashSet<>();
    private String standInType = "";
    private Map<String, Long> standIns = Map.of();

    /**
     * An object to be read.
     *
     * @param types the model types that can be read, of a decoder inside it as well
     * @param findings takes what is wrong with it
     * @param value the object
     * @param pointer where it stands, empty at the top
     */
    public ConfigObject(ModelTypes types, ConfigFindings findings, ConfigValue value, String pointer) {
        this(types, findings, value, pointer, Optional.empty());
    }

    private ConfigObject(
            ModelTypes types,
            ConfigFindings findings,
            ConfigValue value,
            String pointer,
            Optional<ConfigObject> outer) {
        this.types = types;
        this.findings = findings;
        this.value = value;
        this.pointer = pointer;
        this.outer = outer;
    }

    /** The model types that can be read. */
    public ModelTypes types() {
        return types;
    }

    /** The object that this one is a part of; empty at the top. */
    public Optional<ConfigObject> outer() {
        return outer;
    }

    /** Where it stands in the file, empty at the top. */
    public String pointer() {
        return pointer;
    }

    /** What takes the findings about this object and those inside it. */
    public ConfigFindings findings() {
        return findings;
    }

    /** Whether the key is there with a value. */
    public boolean has(String key) {
        known.add(key);
        return find(key).filter(found -> found.kind() != ConfigValue.Kind.NULL).isPresent();
    }

    /** Whether the key is there at all, be its value {@code null}. */
    public boolean mentions(String key) {
        known.add(key);
        return find(key).isPresent();
    }

    /** The first of several names of one key that is there, or the first name where none is. */
    public String either(String... names) {
        String found = names[0];
        for (int i = names.length - 1; i >= 0; i--) {
            if (has(names[i])) {
                found = names[i];
            }
        }
        return found;
    }

    /**
     * What stands in for sizes that are missing, which is said.
     *
     * @param type the type whose {@code configuration_<type>.py} has them as defaults
     */
    public void standIn(String type, Map<String, Long> sizes) {
        standInType = type;
        standIns = sizes;
    }

    /** A size of at least 1 that must be there, where nothing stands in for it; 1 and an error where it is not. */
    public long positive(String key) {
        Long standIn = standIns.get(key);
        if (standIn != null && !mentions(key)) {
            return assumed(key, standIn, standInType);
        }
        return required(key).map(value -> whole(key, value, 1)).orElse(1L);
    }

    /** A size of at least 1, or {@code absent} where the key is missing. */
    public long positiveOr(String key, long absent) {
        return optional(key).map(value -> whole(key, value, 1)).orElse(absent);
    }

    /**
     * A positive size that may be left out and then has the type's own default. It may not be {@code null}: what that
     * means has changed between versions of the makers' library.
     */
    public long sizeOr(String key, long absent) {
        if (mentions(key) && !has(key)) {
            reportNull(key);
            return absent;
        }
        return positiveOr(key, absent);
    }

    /**
     * The same for a size without which the model would be another one: that the default stands in is said.
     *
     * @param type the type whose {@code configuration_<type>.py} has the default
     */
    public long assumed(String key, long absent, String type) {
        if (!mentions(key)) {
            findings.warning(
                    ConfigRule.MISSING_KEY,
                    pointer,
                    "the key \"" + key + "\" is missing; " + absent + " stands in, the default of " + type,
                    "");
            return absent;
        }
        return wholeOr(key, 0);
    }

    /** Reports sizes that are {@code null} where the makers' code computes with them. */
    public void notNull(String... keys) {
        for (String key : keys) {
            if (mentions(key) && !has(key)) {
                reportNull(key);
            }
        }
    }

    /** A side in pixels, which some files write as a pair of equal ones. */
    public long sideOr(String key, long absent) {
        List<ConfigValue> pair = optional(key).map(ConfigValue::items).orElse(List.of());
        if (pair.isEmpty()) {
            return positiveOr(key, absent);
        }
        List<Long> sides = integers(key);
        if (sides.size() != 2 || !sides.get(0).equals(sides.get(1)) || sides.get(0) < 1) {
            impossible(key, "two sides that are not alike are not known here", "");
            return absent;
        }
        return sides.get(0);
    }

    /** A positive size with the type's own default, of which {@code null} says that there is none: 0. */
    public long sizeOrNone(String key, long absent) {
        return positiveOr(key, mentions(key) ? 0 : absent);
    }

    /** A whole number of at least 0 that must be there; {@code null} is none. */
    public long whole(String key) {
        if (!mentions(key)) {
            required(key);
        }
        return wholeOr(key, 0);
    }

    /** A whole number of at least 0. */
    public long wholeOr(String key, long absent) {
        return optional(key).map(value -> whole(key, value, 0)).orElse(absent);
    }

    /** A number that may be left out; a word that stands for no finite number is an error. */
    public Optional<Double> optionalNumber(String key) {
        return optional(key).map(value -> {
            if (!isFinite(value)) {
                wrongType(key, "a number", value);
                return 1.0;
            }
            return value.number();
        });
    }

    /** A number, or {@code absent} where the key is missing. */
    public double numberOr(String key, double absent) {
        return optionalNumber(key).orElse(absent);
    }

    /** A number as it is written, for a sentence: printing one anew would take a tenth of the browser's script. */
    public String digitsOr(String key, String absent) {
        return optional(key)
                .filter(ConfigObject::isFinite)
                .map(ConfigValue::digits)
                .orElse(absent);
    }

    /** A small constant in the spelling of the notes: {@code 1e-6} for 1e-06 and for 0.000001. */
    public String epsilonOr(String key, String absent) {
        return optional(key)
                .map(value -> {
                    if (!isFinite(value)) {
                        wrongType(key, "a number", value);
                        return absent;
                    }
                    return epsilon(value.digits());
                })
                .orElse(absent);
    }

    private static boolean isFinite(ConfigValue value) {
        return value.kind() == ConfigValue.Kind.NUMBER && Double.isFinite(value.number());
    }

    private static String epsilon(String digits) {
        int first = 0;
        while (first < digits.length() && (digits.charAt(first) == '0' || digits.charAt(first) == '.')) {
            first++;
        }
        boolean power = digits.startsWith("0.") && first == digits.length() - 1 && first > 3;
        return power ? digits.charAt(first) + "e-" + (first - 1) : digits;
    }

    /**
     * True or false, or {@code absent} where the key is missing; any other value is an error, but for {@code null},
     * which the makers' code asks as it asks false.
     */
    public boolean flagOr(String key, boolean absent) {
        return optional(key)
                .map(value -> {
                    if (value.kind() != ConfigValue.Kind.FLAG) {
                        wrongType(key, "true or false", value);
                        return absent;
                    }
                    return value.isTrue();
                })
                .orElse(absent && !mentions(key));
    }

    /** A text that may be left out; any other value is an error. */
    public Optional<String> optionalText(String key) {
        return optional(key).flatMap(value -> {
            if (value.kind() != ConfigValue.Kind.TEXT) {
                wrongType(key, "text", value);
                return Optional.empty();
            }
            return Optional.of(value.text());
        });
    }

    /** Whether a key holds text. */
    public boolean isText(String key) {
        return optional(key)
                .filter(value -> value.kind() == ConfigValue.Kind.TEXT)
                .isPresent();
    }

    /** Whether a key holds a list. */
    public boolean isList(String key) {
        return optional(key)
                .filter(value -> value.kind() == ConfigValue.Kind.LIST)
                .isPresent();
    }

    /** Whether this is the configuration of a model of that type. */
    public boolean isType(String type) {
        return optionalText("model_type").orElse("").equals(type);
    }

    /** Refuses a switch that changes which tensors there are. */
    public void refuse(String key, String meaning) {
        if (switchedOn(key, false)) {
            impossible(key, "\"" + key + "\" is not modeled: " + meaning, "");
        }
    }

    /** A list of texts, empty where the key is missing; any other item is an error. */
    public List<String> texts(String key) {
        return list(
                key,
                item -> item.kind() == ConfigValue.Kind.TEXT ? Optional.of(item.text()) : Optional.empty(),
                "a list of words");
    }

    /** The texts of a list, of which some may stand in lists inside of it; nothing of any other kind. */
    public List<String> textsWithin(String key) {
        List<String> texts = new ArrayList<>();
        optional(key).ifPresent(value -> addTexts(value, texts));
        return texts;
    }

    private static void addTexts(ConfigValue value, List<String> into) {
        if (value.kind() == ConfigValue.Kind.TEXT) {
            into.add(value.text());
        } else if (value.kind() == ConfigValue.Kind.LIST) {
            value.items().forEach(item -> addTexts(item, into));
        }
    }

    /** A list of whole numbers, empty where the key is missing; any other item is an error. */
    public List<Long> integers(String key) {
        return list(
                key,
                item -> item.whole().isPresent() ? Optional.of(item.whole().getAsLong()) : Optional.empty(),
                "a list of whole numbers");
    }

    /** How many entries a list has, of whatever kind; some other number where the key is missing. */
    public long entriesOr(String key, long absent) {
        return optional(key)
                .map(value -> (long) list(key, Optional::of, "a list").size())
                .orElse(absent);
    }

    /** A list of numbers, with fractions or without. */
    public List<Double> numbers(String key) {
        return list(key, item -> isFinite(item) ? Optional.of(item.number()) : Optional.empty(), "a list of numbers");
    }

    private <T> List<T> list(String key, Function<ConfigValue, Optional<T>> item, String expected) {
        List<T> items = new ArrayList<>();
        optional(key).ifPresent(value -> {
            List<ConfigValue> given = value.items();
            if (given.size() > Architecture.MOST_LAYERS) {
                impossible(
                        key,
                        "\"" + key + "\" has " + given.size() + " entries",
                        "at most " + Architecture.MOST_LAYERS + ", one for each layer");
                return;
            }
            given.forEach(one -> item.apply(one).ifPresent(items::add));
            if (value.kind() != ConfigValue.Kind.LIST || items.size() < given.size()) {
                wrongType(key, expected, value);
            }
        });
        return items;
    }

    /** The objects of a list. */
    public List<ConfigObject> objects(String key) {
        List<ConfigValue> values = list(
                key,
                item -> item.kind() == ConfigValue.Kind.OBJECT ? Optional.of(item) : Optional.empty(),
                "a list of objects");
        List<ConfigObject> objects = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            objects.add(new ConfigObject(types, findings, values.get(i), pointer + "/" + key + "/" + i));
        }
        return objects;
    }

    /** An object below this one. */
    public Optional<ConfigObject> object(String key) {
        return optional(key).flatMap(value -> {
            if (value.kind() != ConfigValue.Kind.OBJECT) {
                wrongType(key, "an object", value);
                return Optional.empty();
            }
            return Optional.of(new ConfigObject(types, findings, value, pointer + "/" + key, Optional.of(this)));
        });
    }

    /**
     * An object that must be there.
     *
     * @throws IllegalArgumentException where it is not, after a finding has said so: what it would hold is not missing
     *     as well
     */
    public ConfigObject requiredObject(String key) {
        required(key);
        return object(key).orElseThrow(() -> new IllegalArgumentException("there is no " + key));
    }

    /** Says that keys are understood and without effect on any figure. */
    public void understood(String... keys) {
        known.addAll(List.of(keys));
    }

    /**
     * Reports a key that changes what a model computes in a way that is not modeled; false, 0, 1 and empty lists change
     * nothing.
     */
    public void notModeled(String key, String effect) {
        optional(key).filter(ConfigObject::isSet).ifPresent(value -> noteNotModeled(key, effect));
    }

    /** The same for a number of parts that are not counted: one is one too many to be silent. */
    public void notCounted(String key, String effect) {
        if (wholeOr(key, 0) > 0) {
            noteNotModeled(key, effect);
        }
    }

    /** The same whatever the value. */
    public void noteNotModeled(String key, String effect) {
        optional(key)
                .ifPresent(value -> findings.warning(
                        ConfigRule.NOT_MODELED,
                        pointer + "/" + key,
                        "\"" + key + "\": " + shortened(value) + " is not modeled: " + effect,
                        ""));
    }

    /** A switch that some files write as a number: 0 and false are off. */
    public boolean switchedOn(String key, boolean absent) {
        return optional(key).map(ConfigObject::isOn).orElse(absent);
    }

    private static boolean isOn(ConfigValue value) {
        return value.isTrue() || value.number() != 0;
    }

    private static boolean isSet(ConfigValue value) {
        switch (value.kind()) {
            case FLAG:
                return value.isTrue();
            case NUMBER:
                return value.number() != 0 && value.number() != 1;
            case LIST:
                return !value.items().isEmpty();
            case OBJECT:
                return !value.keys().isEmpty();
            default:
                return true;
        }
    }

    /** Reports a value that no model can have, as an error at its key. */
    public void impossible(String key, String message, String hint) {
        findings.error(ConfigRule.IMPOSSIBLE_VALUE, pointer + "/" + key, message, hint);
    }

    /** Reports a key that must be there and is not, as an error. */
    public void missing(String key, String hint) {
        String where = pointer.isEmpty() ? "" : " in \"" + pointer.substring(1) + "\"";
        findings.error(ConfigRule.MISSING_KEY, pointer, "the key \"" + key + "\" is missing" + where, hint);
    }

    /** Lists the keys that nobody asked for, with their values: an error where one names a size. */
    public void finish() {
        for (String key : notAskedFor()) {
            reportUnknown(key, find(key).orElseThrow());
        }
    }

    /** The keys with a value that nobody asked for and that are not harmless. */
    public List<String> notAskedFor() {
        List<String> keys = new ArrayList<>();
        for (String key : keys()) {
            boolean asked = known.contains(key) || HarmlessKeys.contains(key);
            if (!asked && find(key).orElseThrow().kind() != ConfigValue.Kind.NULL) {
                keys.add(key);
            }
        }
        return keys;
    }

    private void reportUnknown(String key, ConfigValue found) {
        String place = pointer + "/" + key;
        String hint = Suggestion.hint(key, known);
        if (namesSize(key) && isSize(found) || counts(key, found)) {
            findings.error(
                    ConfigRule.UNKNOWN_KEY,
                    place,
                    "the key \"" + key + "\" names a size, " + shortened(found)
                            + ", and is not understood: a part of the model would be left out",
                    hint);
        } else if (namesBias(key) && found.isTrue()) {
            findings.warning(
                    ConfigRule.NOT_MODELED,
                    place,
                    "\"" + key + "\" is not known of this type: if it adds biases, no figure counts them",
                    hint);
        } else {
            findings.warning(
                    ConfigRule.UNKNOWN_KEY,
                    place,
                    "the key \"" + key + "\" is not understood; its value " + shortened(found)
                            + " has no part in the figures",
                    hint);
        }
    }

    /**
     * Whether a key names a size by its spelling. One that no reader asks for is an error and not a warning: a part of
     * the model would be missing from every figure.
     */
    private static boolean namesSize(String key) {
        for (String end : SIZE_ENDS) {
            if (key.endsWith(end)) {
                return true;
            }
        }
        for (String start : SIZE_STARTS) {
            if (key.startsWith(start)) {
                return true;
            }
        }
        return key.contains("experts");
    }

    private static boolean namesBias(String key) {
        return key.endsWith("_bias") || key.equals("bias");
    }

    /** Whether a number says how many of something there are: of one, there is no more than usual. */
    private static boolean counts(String key, ConfigValue value) {
        return (key.startsWith("num_") || key.startsWith("n_")) && value.number() > 1;
    }

    private static boolean isSize(ConfigValue value) {
        return value.number() != 0 || !value.items().isEmpty();
    }

    /** All keys, in their order. */
    List<String> keys() {
        return value.keys();
    }

    private Optional<ConfigValue> find(String key) {
        return value.get(key);
    }

    private Optional<ConfigValue> required(String key) {
        Optional<ConfigValue> found = optional(key);
        if (found.isEmpty() && mentions(key)) {
            reportNull(key);
        } else if (found.isEmpty()) {
            String near = known.containsAll(keys())
                    ? ""
                    : Suggestion.closest(key, keys()).orElse("");
            missing(key, near.isEmpty() ? "" : "is \"" + near + "\" a misspelling of it?");
        }
        return found;
    }

    private void reportNull(String key) {
        findings.error(
                ConfigRule.MISSING_KEY,
                pointer + "/" + key,
                "the key \"" + key + "\" is null, and a value is needed",
                "");
    }

    private Optional<ConfigValue> optional(String key) {
        return has(key) ? find(key) : Optional.empty();
    }

    private long whole(String key, ConfigValue number, long atLeast) {
        OptionalLong whole = number.whole();
        if (whole.isPresent() && whole.getAsLong() >= atLeast) {
            return whole.getAsLong();
        }
        wrongType(key, atLeast > 0 ? "a positive whole number" : "a whole number", number);
        return Math.max(1, atLeast);
    }

    private void wrongType(String key, String expected, ConfigValue found) {
        findings.error(
                ConfigRule.WRONG_TYPE,
                pointer + "/" + key,
                "\"" + key + "\" is " + shortened(found) + ", expected " + expected,
                "");
    }

    private static String shortened(ConfigValue value) {
        String text = value.json();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
