package dev.archnotes.site.files.data;

import java.util.LinkedHashMap;

/** An object of a JSON file while it is put together; keys keep their order. */
final class JsonObject extends LinkedHashMap<String, Object> {

    /** Sets a key and returns this object, for the next one. */
    JsonObject with(String key, Object value) {
        put(key, value);
        return this;
    }

    /** The object at a key, which is made where there is none. */
    JsonObject object(String key) {
        if (get(key) instanceof JsonObject there) {
            return there;
        }
        JsonObject made = new JsonObject();
        put(key, made);
        return made;
    }
}
