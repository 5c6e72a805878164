package dev.archnotes.site.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The explanations of all mechanisms.
 *
 * @param byId the explanations by the id of the mechanism, in the author's order
 */
public record Explanations(Map<String, Explanation> byId) {
    public static final Explanations EMPTY = new Explanations(Map.of());

    public Explanations {
        byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
    }

    /**
     * Explains the differences of one aspect: each of these mechanisms, by a sentence about the two where one is
     * written, by its own sentence otherwise. A mechanism that such a sentence about two has covered is not explained
     * again.
     *
     * @param mechanisms ids of what is to be explained, the most telling first
     * @param opposites for each of them, ids of what the other model has in its place
     */
    public List<Sentence> explain(List<String> mechanisms, List<List<String>> opposites) {
        List<Sentence> sentences = new ArrayList<>();
        List<String> covered = new ArrayList<>();
        for (int i = 0; i < mechanisms.size(); i++) {
            Explanation explanation = byId.get(mechanisms.get(i));
            if (explanation == null || covered.contains(explanation.id())) {
                continue;
            }
            String sentence = explanation.changes();
            for (String other : opposites.get(i)) {
                if (explanation.against().containsKey(other)) {
                    sentence = explanation.against().get(other);
                    covered.add(other);
                    break;
                }
            }
            sentences.add(new Sentence(explanation, sentence));
        }
        return List.copyOf(sentences);
    }

    /**
     * A mechanism and the sentence that explains it here.
     *
     * @param of the explanation that the sentence is taken from
     * @param text what the mechanism changes
     */
    public record Sentence(Explanation of, String text) {}
}
