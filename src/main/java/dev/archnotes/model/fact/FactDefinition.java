package dev.archnotes.model.fact;

/**
 * What a fact means: a row of the data dictionary.
 *
 * @param path its place in {@code data/models.json}
 * @param label its name in tables
 * @param group the heading under which it stands
 * @param type the type of its value in data files
 * @param nullable whether the value may be null: known to exist, but not published, or not told by a bare configuration
 * @param description its meaning, in one sentence
 */
public record FactDefinition(
        FactPath path, String label, Group group, Type type, boolean nullable, String description) {
    /** Headings of the data dictionary and of tables of differences. */
    public enum Group {
        IDENTITY("Identity"),
        SHAPE("Shape"),
        ATTENTION("Attention"),
        POSITIONS("Positions"),
        NORMALIZATION("Normalization"),
        FEED_FORWARD("Feed-forward"),
        PARAMETERS("Parameters"),
        CACHE("KV cache"),
        MEMORY("Weights in memory"),
        COST("Cost"),
        TRAINING("Training");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The type of a value in JSON and CSV. */
    public enum Type {
        INTEGER("integer"),
        /** A quotient of two integers; a share of 12 % is 0.12. */
        NUMBER("number"),
        TEXT("string"),
        FLAG("boolean");

        private final String jsonName;

        Type(String jsonName) {
            this.jsonName = jsonName;
        }

        /** The type's name in JSON Schema. */
        public String jsonName() {
            return jsonName;
        }
    }
}
