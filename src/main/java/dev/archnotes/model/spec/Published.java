package dev.archnotes.model.spec;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A figure as its makers or a registry published it.
 *
 * @param quantity what it is of, for example {@code total_parameters}
 * @param text the figure as printed, for example {@code 671B}
 * @param counted how its makers say that they counted; empty where they do not say
 * @param note its conditions, if any
 * @param source where it was read
 */
public record Published(String quantity, String text, Optional<Counted> counted, Optional<String> note, String source) {
    /** A rule of counting that is not the first to come to mind, and that makers state as theirs. */
    public enum Counted {
        WITHOUT_TABLES("total without embedding and head"),
        WITHOUT_INPUT_TABLE("total without embedding"),
        WITH_PREDICTION_WITHOUT_TABLES("total with prediction module, without embedding and head");

        private final String label;

        Counted(String label) {
            this.label = label;
        }

        /** The rule in words, as an author writes it. */
        public String label() {
            return label;
        }

        /** Every rule by its words. */
        public static Map<String, Counted> byLabel() {
            Map<String, Counted> rules = new TreeMap<>();
            Arrays.stream(values()).forEach(rule -> rules.put(rule.label, rule));
            return rules;
        }
    }
}
