package dev.archnotes.site.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts of all mechanisms.
 *
 * @param byId the texts by id, in the author's order
 */
public record MechanismTexts(Map<String, MechanismText> byId) {
    public static final MechanismTexts EMPTY = new MechanismTexts(Map.of());

    public MechanismTexts {
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
    public List<Explanation> explain(List<String> mechanisms, List<List<String>> opposites) {
        List<Explanation> explanations = new ArrayList<>();
        List<String> covered = new ArrayList<>();
        for (int i = 0; i < mechanisms.size(); i++) {
            MechanismText text = byId.get(mechanisms.get(i));
            if (text == null || covered.contains(text.id())) {
                continue;
            }
            String sentence = text.changes();
            for (String other : opposites.get(i)) {
                if (text.against().containsKey(other)) {
                    sentence = text.against().get(other);
                    covered.add(other);
                    break;
                }
            }
            explanations.add(new Explanation(text, sentence));
        }
        return List.copyOf(explanations);
    }

    /**
     * A mechanism and the sentence that explains it here.
     *
     * @param text the mechanism
     * @param sentence what it changes
     */
    public record Explanation(MechanismText text, String sentence) {}
}
