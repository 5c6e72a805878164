package dev.archnotes.calc;

/**
 * What a fact means: a row of the data dictionary.
 *
 * @param path its place in {@code data/models.json}
 * @param label its name in tables
 * @param group the heading under which it stands
 * @param description its meaning, in one sentence
 */
public record FactDefinition(String path, String label, Group group, String description) {
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
}
