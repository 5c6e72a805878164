package dev.archnotes.site.browser;

import dev.archnotes.model.config.ConfigValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** A value that the browser parsed. */
final class ScriptValue implements ConfigValue {
    private final JSObject value;

    ScriptValue(JSObject value) {
        this.value = value;
    }

    @Override
    public Kind kind() {
        return Kind.values()[kindOf(value)];
    }

    @Override
    public boolean isTrue() {
        return isTrue(value);
    }

    @Override
    public double number() {
        return kind() == Kind.NUMBER ? numberOf(value) : 0;
    }

    @Override
    public OptionalLong whole() {
        return isWhole(value) ? OptionalLong.of((long) numberOf(value)) : OptionalLong.empty();
    }

    @Override
    public String digits() {
        return digitsOf(value);
    }

    @Override
    public String text() {
        return textOf(value);
    }

    @Override
    public List<ConfigValue> items() {
        List<ConfigValue> items = new ArrayList<>();
        int count = kind() == Kind.LIST ? lengthOf(value) : 0;
        for (int i = 0; i < count; i++) {
            items.add(new ScriptValue(itemOf(value, i)));
        }
        return items;
    }

    @Override
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        if (kind() == Kind.OBJECT) {
            for (String key : keysOf(value)) {
                keys.add(key);
            }
        }
        return keys;
    }

    @Override
    public Optional<ConfigValue> get(String key) {
        return has(value, key) ? Optional.of(new ScriptValue(valueOf(value, key))) : Optional.empty();
    }

    @Override
    public String json() {
        return jsonOf(value);
    }

    /** In the order of {@link Kind}. */
    @JSBody(
            params = "v",
            script =
                    "return v === null ? 0 : Array.isArray(v) ? 4 : {boolean: 1, number: 2, string: 3}[typeof v] || 5;")
    private static native int kindOf(JSObject value);

    @JSBody(params = "v", script = "return v === true;")
    private static native boolean isTrue(JSObject value);

    @JSBody(params = "v", script = "return v;")
    private static native double numberOf(JSObject value);

    @JSBody(params = "v", script = "return Number.isSafeInteger(v);")
    private static native boolean isWhole(JSObject value);

    @JSBody(params = "v", script = "return v.toLocaleString('en-US', {maximumFractionDigits: 20, useGrouping: false});")
    private static native String digitsOf(JSObject value);

    @JSBody(params = "v", script = "return v;")
    private static native String textOf(JSObject value);

    @JSBody(params = "v", script = "return v.length;")
    private static native int lengthOf(JSObject value);

    @JSBody(
            params = {"v", "i"},
            script = "return v[i];")
    private static native JSObject itemOf(JSObject value, int index);

    @JSBody(params = "v", script = "return Object.keys(v);")
    private static native String[] keysOf(JSObject value);

    @JSBody(
            params = {"v", "k"},
            script = "return v !== null && typeof v === 'object' && Object.prototype.hasOwnProperty.call(v, k);")
    private static native boolean has(JSObject value, String key);

    @JSBody(
            params = {"v", "k"},
            script = "return v[k];")
    private static native JSObject valueOf(JSObject value, String key);

    @JSBody(params = "v", script = "return JSON.stringify(v);")
    private static native String jsonOf(JSObject value);
}
