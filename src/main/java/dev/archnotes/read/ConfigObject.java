package dev.archnotes.read;

import dev.archnotes.diagnostic.Rule;
import dev.archnotes.diagnostic.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A JSON object of a model configuration, read key by key. Each question about a key makes the key known;
 * {@link #finish} lists the keys that nobody asked for, unless they are known to be {@linkplain HarmlessKeys harmless}.
 * A key whose value is {@code null} counts as missing, as it does for the makers' own code.
 */
final class ConfigObject {
    private static final int LONGEST_VALUE = 60;

    private final JsonSource source;
    private final JsonNode node;
    private final String pointer;
    private final TreeSet<String> known = new TreeSet<>();

    ConfigObject(JsonSource source, JsonNode node, String pointer) {
        this.source = source;
        this.node = node;
        this.pointer = pointer;
    }

    JsonSource source() {
        return source;
    }

    /** Whether the key is there with a value. */
    boolean has(String key) {
        known.add(key);
        return node.has(key) && !node.get(key).isNull();
    }

    /** Whether the key is there at all, be its value {@code null}. */
    boolean mentions(String key) {
        known.add(key);
        return node.has(key);
    }

    /** The first of several names of one key that is there, or the first name where none is. */
    String either(String... names) {
        String found = names[0];
        for (int i = names.length - 1; i >= 0; i--) {
            if (has(names[i])) {
                found = names[i];
            }
        }
        return found;
    }

    long positive(String key) {
        return required(key).map(value -> whole(key, value, 1)).orElse(1L);
    }

    long positiveOr(String key, long absent) {
        return optional(key).map(value -> whole(key, value, 1)).orElse(absent);
    }

    /** A whole number of at least 0. */
    long wholeOr(String key, long absent) {
        return optional(key).map(value -> whole(key, value, 0)).orElse(absent);
    }

    Optional<Double> optionalNumber(String key) {
        return optional(key).map(value -> {
            if (!value.isNumber()) {
                wrongType(key, "a number", value);
                return 1.0;
            }
            return value.doubleValue();
        });
    }

    double numberOr(String key, double absent) {
        return optionalNumber(key).orElse(absent);
    }

    /** A small constant in the spelling of the notes: {@code 1e-6} for 1e-06 and for 0.000001. */
    String epsilonOr(String key, String absent) {
        Optional<JsonNode> value = optional(key);
        if (value.isEmpty()) {
            return absent;
        }
        if (!value.get().isNumber()) {
            wrongType(key, "a number", value.get());
            return absent;
        }
        BigDecimal number = value.get().decimalValue().stripTrailingZeros();
        boolean power = number.precision() == 1 && number.scale() > 2;
        return power ? number.unscaledValue() + "e-" + number.scale() : number.toPlainString();
    }

    boolean flagOr(String key, boolean absent) {
        return optional(key).map(value -> {
            if (!value.isBoolean()) {
                wrongType(key, "true or false", value);
                return absent;
            }
            return value.booleanValue();
        }).orElse(absent);
    }

    Optional<String> optionalText(String key) {
        return optional(key).flatMap(value -> {
            if (!value.isString()) {
                wrongType(key, "text", value);
                return Optional.empty();
            }
            return Optional.of(value.stringValue());
        });
    }

    List<String> texts(String key) {
        return list(key, item -> item.isString() ? Optional.of(item.stringValue()) : Optional.empty(), "a list of words");
    }

    List<Long> integers(String key) {
        return list(key, item -> item.isIntegralNumber() && item.canConvertToLong() ? Optional.of(item.longValue()) : Optional.empty(),
                "a list of whole numbers");
    }

    private <T> List<T> list(String key, Function<JsonNode, Optional<T>> item, String expected) {
        List<T> items = new ArrayList<>();
        Optional<JsonNode> value = optional(key);
        if (value.isEmpty()) {
            return items;
        }
        for (int i = 0; i < value.get().size() && value.get().isArray(); i++) {
            item.apply(value.get().get(i)).ifPresent(items::add);
        }
        if (!value.get().isArray() || items.size() < value.get().size()) {
            wrongType(key, expected, value.get());
        }
        return items;
    }

    /** An object below this one. */
    Optional<ConfigObject> object(String key) {
        return optional(key).flatMap(value -> {
            if (!value.isObject()) {
                wrongType(key, "an object", value);
                return Optional.empty();
            }
            return Optional.of(new ConfigObject(source, value, pointer + "/" + key));
        });
    }

    /** An object that must be there; an empty one, with a finding, where it is not. */
    ConfigObject requiredObject(String key) {
        required(key);
        return object(key).orElseGet(() -> new ConfigObject(source, JsonNodeFactory.instance.objectNode(), pointer));
    }

    /** Says that keys are understood and without effect on any figure. */
    void understood(String... keys) {
        known.addAll(List.of(keys));
    }

    /** Reports a key that changes what a model computes in a way that is not modeled; false, 0, 1 and empty lists change nothing. */
    void notModeled(String key, String effect) {
        optional(key).filter(ConfigObject::isSet).ifPresent(value -> noteNotModeled(key, effect));
    }

    /** The same whatever the value. */
    void noteNotModeled(String key, String effect) {
        optional(key).ifPresent(value -> source.warning(Rule.NOT_MODELED, pointer + "/" + key,
                "\"" + key + "\": " + shortened(value) + " is not modeled: " + effect, ""));
    }

    /** A switch that some files write as a number: 0 and false are off. */
    boolean switchedOn(String key, boolean absent) {
        return optional(key).map(ConfigObject::isOn).orElse(absent);
    }

    private static boolean isOn(JsonNode value) {
        return value.isBoolean() ? value.booleanValue() : value.doubleValue(0) != 0;
    }

    private static boolean isSet(JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isNumber()) {
            return value.doubleValue() != 0 && value.doubleValue() != 1;
        }
        return !value.isContainer() || value.size() > 0;
    }

    void impossible(String key, String message, String hint) {
        source.error(Rule.IMPOSSIBLE_VALUE, pointer + "/" + key, message, hint);
    }

    void missing(String key, String hint) {
        String where = pointer.isEmpty() ? "" : " in \"" + pointer.substring(1) + "\"";
        source.error(Rule.MISSING_KEY, pointer, "the key \"" + key + "\" is missing" + where, hint);
    }

    /** Lists the keys that nobody asked for, with their values. */
    void finish() {
        for (String key : node.propertyNames()) {
            if (!known.contains(key) && !HarmlessKeys.contains(key) && !node.get(key).isNull()) {
                source.warning(Rule.UNKNOWN_KEY, pointer + "/" + key,
                        "the key \"" + key + "\" is not understood; its value " + shortened(node.get(key)) + " has no part in the figures",
                        Suggestion.hint(key, known));
            }
        }
    }

    private Optional<JsonNode> required(String key) {
        Optional<JsonNode> value = optional(key);
        if (value.isEmpty()) {
            String hint = node.propertyNames().stream().filter(name -> !known.contains(name)).toList().isEmpty()
                    ? "" : Suggestion.closest(key, node.propertyNames()).map(near -> "is \"" + near + "\" a misspelling of it?").orElse("");
            missing(key, hint);
        }
        return value;
    }

    private Optional<JsonNode> optional(String key) {
        return has(key) ? Optional.of(node.get(key)) : Optional.empty();
    }

    private long whole(String key, JsonNode value, long atLeast) {
        if (value.isNumber()) {
            try {
                // 1000000.0 is how many files write a whole number
                long number = value.decimalValue().longValueExact();
                if (number >= atLeast) {
                    return number;
                }
            } catch (ArithmeticException fraction) {
                // reported below, with the same words as a number out of range
            }
        }
        wrongType(key, atLeast > 0 ? "a positive whole number" : "a whole number", value);
        return Math.max(1, atLeast);
    }

    private void wrongType(String key, String expected, JsonNode value) {
        source.error(Rule.WRONG_TYPE, pointer + "/" + key, "\"" + key + "\" is " + shortened(value) + ", expected " + expected, "");
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
