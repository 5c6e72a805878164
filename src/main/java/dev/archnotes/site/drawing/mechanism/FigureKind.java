package dev.archnotes.site.drawing.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that a note can ask for, by the word after {@code shows:}. */
public enum FigureKind {
    /** The heads of a layer and what they share. */
    HEAD_SHARING("head-sharing", Models.EACH),
    /** Masks over a sentence, and what each makes a layer keep. */
    ATTENTION_MASK("attention-mask", Models.NONE),
    /** What the newest token can have heard of, layer by layer. */
    RECEPTIVE_FIELD("receptive-field", Models.EACH),
    /** Caches while a text grows. */
    CACHE_GROWTH("cache-growth", Models.TOGETHER),
    /** The choice of experts, and ways to balance it. */
    ROUTER("router", Models.NONE),
    /** The experts of a layer that a batch reads. */
    EXPERTS_READ("experts-read", Models.EACH),
    /** Models under the roof of an accelerator. */
    ROOFLINE("roofline", Models.TOGETHER),
    /** Where norms stand, and what becomes of the residual stream. */
    NORM_PLACEMENT("norm-placement", Models.NONE);

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
