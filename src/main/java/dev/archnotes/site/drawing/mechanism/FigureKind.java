package dev.archnotes.site.drawing.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that a note can ask for, by the word after {@code shows:}. */
public enum FigureKind {
    /** The heads of a layer and what they share. */
    HEAD_SHARING("head-sharing", Models.EACH),
    /** Rotary positions as dials. */
    ROTARY_POSITIONS("rotary-positions", Models.EACH),
    /** The size that a budget of training is best spent on. */
    COMPUTE_OPTIMAL("compute-optimal", Models.TOGETHER),
    /** What training holds of each parameter. */
    TRAINING_MEMORY("training-memory", Models.EACH);

    /** What a figure takes of the catalogue. */
    public enum Models {
        /** Nothing: it explains with small integers of its own. */
        NONE,
        /** One model at a time; of several, a reader chooses. */
        EACH,
        /** All that are named, in one picture. */
        TOGETHER
    }

    private final String word;
    private final Models models;

    FigureKind(String word, Models models) {
        this.word = word;
        this.models = models;
    }

    /** What it takes of the catalogue. */
    public Models models() {
        return models;
    }

    /** The word that an author writes: {@code head-sharing}. */
    public String word() {
        return word;
    }

    /** The kind that is written so. */
    public static Optional<FigureKind> of(String word) {
        for (FigureKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Every word that an author may write. */
    public static List<String> words() {
        List<String> words = new ArrayList<>();
        for (FigureKind kind : values()) {
            words.add(kind.word());
        }
        return words;
    }
}
