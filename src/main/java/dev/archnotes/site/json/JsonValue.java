package dev.archnotes.site.json;

import dev.archnotes.model.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** A value that Jackson parsed. */
record JsonValue(JsonNode node) implements ConfigValue {
    @Override
    public Kind kind() {
        if (node.isNull()) {
            return Kind.NULL;
        }
        if (node.isBoolean()) {
            return Kind.FLAG;
        }
        if (node.isNumber()) {
            return Kind.NUMBER;
        }
        return node.isString() ? Kind.TEXT : node.isArray() ? Kind.LIST : Kind.OBJECT;
    }

    @Override
    public boolean isTrue() {
        return node.isBoolean() && node.booleanValue();
    }

    @Override
    public double number() {
        return node.doubleValue(0);
    }

    @Override
    public OptionalLong whole() {
        if (!node.isNumber() || !Double.isFinite(number())) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(node.decimalValue().longValueExact());
        } catch (ArithmeticException fraction) {
            return OptionalLong.empty();
        }
    }

    @Override
    public String digits() {
        return Double.isFinite(number())
                ? node.decimalValue().stripTrailingZeros().toPlainString()
                : node.asString();
    }

    @Override
    public String text() {
        return node.stringValue();
    }

    @Override
    public List<ConfigValue> items() {
        List<ConfigValue> items = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            items.add(new JsonValue(node.get(i)));
        }
        return items;
    }

    @Override
    public List<String> keys() {
        return List.copyOf(node.propertyNames());
    }

    @Override
    public Optional<ConfigValue> get(String key) {
        return Optional.<JsonNode>ofNullable(node.get(key)).map(JsonValue::new);
    }

    @Override
    public String json() {
        return node.toString();
    }
}
