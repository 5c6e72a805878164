package dev.archnotes.site.browser;

import dev.archnotes.model.deployment.FitFigures;
import dev.archnotes.model.json.JsonWriter;

/** Writes figures as the members of an object that is open. */
record JsonFigures(JsonWriter out) implements FitFigures.Sink {
    @Override
    public void whole(String key, long value) {
        out.key(key).value(value);
    }

    @Override
    public void decimal(String key, long units, int places) {
        String digits = Long.toString(units);
        while (digits.length() <= places) {
            digits = '0' + digits;
        }
        int point = digits.length() - places;
        out.key(key).literal(digits.substring(0, point) + '.' + digits.substring(point));
    }

    @Override
    public void word(String key, String value) {
        out.key(key).value(value);
    }

    @Override
    public void flag(String key, boolean value) {
        out.key(key).literal(value ? "true" : "false");
    }

    @Override
    public void none(String key) {
        out.key(key).literal("null");
    }

    @Override
    public void open(String key) {
        out.key(key).open('{');
    }

    @Override
    public void close() {
        out.close('}');
    }

    @Override
    public void openList(String key) {
        out.key(key).open('[');
    }

    @Override
    public void openItem() {
        out.open('{');
    }

    @Override
    public void closeList() {
        out.close(']');
    }
}
