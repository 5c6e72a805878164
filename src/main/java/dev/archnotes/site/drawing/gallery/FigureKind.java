package dev.archnotes.site.drawing.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that a note can ask for, by the word after {@code shows:}. */
public enum FigureKind {
    /** The heads of a layer and what they share. */
    HEAD_SHARING("head-sharing", Models.EACH, Script.ATTENTION),
    /** Masks over a sentence, and what each makes a layer keep. */
    ATTENTION_MASK("attention-mask", Models.NONE, Script.ATTENTION),
    /** What the newest token can have heard of, layer by layer. */
    RECEPTIVE_FIELD("receptive-field", Models.EACH, Script.ATTENTION),
    /** Caches while a text grows. */
    CACHE_GROWTH("cache-growth", Models.TOGETHER, Script.ATTENTION),
    /** The choice of experts, and ways to balance it. */
    ROUTER("router", Models.NONE, Script.NETWORK),
    /** The experts of a layer that a batch reads. */
    EXPERTS_READ("experts-read", Models.EACH, Script.NETWORK),
    /** Models under the roof of an accelerator. */
    ROOFLINE("roofline", Models.TOGETHER, Script.COST),
    /** Where norms stand, and what becomes of the residual stream. */
    NORM_PLACEMENT("norm-placement", Models.NONE, Script.NETWORK),
    /** The state of linear attention through three writes. */
    DELTA_RULE("delta-rule", Models.NONE, Script.STEPS),
    /** Attention tile by tile with three running numbers. */
    ATTENTION_TILES("attention-tiles", Models.NONE, Script.STEPS),
    /** Guesses of a drafter that one pass of the large model checks. */
    DRAFT_VERIFY("draft-verify", Models.NONE, Script.STEPS),
    /** One number as formats store it and read it back. */
    NUMBER_FORMATS("number-formats", Models.NONE, Script.STEPS),
    /** One token on its way through a decoder, with its shapes. */
    DECODER_WALK("decoder-walk", Models.EACH, Script.NETWORK),
    /** Eight query heads over all that they can share. */
    ATTENTION_HEADS("attention-heads", Models.NONE, Script.ATTENTION),
    /** A feed-forward network of two matrices beside one with a gate. */
    GATED_FEED_FORWARD("gated-feed-forward", Models.EACH, Script.NETWORK),
    /** Scores that grow, and what holds them. */
    LOGIT_GROWTH("logit-growth", Models.NONE, Script.ATTENTION),
    /** Rotary positions as dials. */
    ROTARY_POSITIONS("rotary-positions", Models.EACH, Script.STEPS),
    /** The size that a budget of training is best spent on. */
    COMPUTE_OPTIMAL("compute-optimal", Models.TOGETHER, Script.COST),
    /** What training holds of each parameter. */
    TRAINING_MEMORY("training-memory", Models.EACH, Script.COST),
    /** Words cut into pieces, merge by merge. */
    BYTE_PAIRS("byte-pairs", Models.NONE, Script.STEPS),
    /** A ranking that decides what attention reads. */
    SPARSE_READING("sparse-reading", Models.NONE, Script.ATTENTION),
    /** One gradient and the steps that optimizers make of it. */
    GRADIENT_STEPS("gradient-steps", Models.NONE, Script.STEPS),
    /** Five ways to cut a model among devices. */
    MODEL_CUTS("model-cuts", Models.EACH, Script.COST),
    /** A picture on its way into a text. */
    IMAGE_TOKENS("image-tokens", Models.TOGETHER, Script.COST),
    /** Two heads beside one of the same width. */
    TWO_HEADS("two-heads", Models.NONE, Script.ATTENTION),
    /** ReLU, GELU and SiLU around zero. */
    ACTIVATION_CURVES("activation-curves"),
    /** Scores before and after a soft-cap. */
    SOFT_CAP_CURVE("soft-cap-curve"),
    /** Two schedules of the learning rate. */
    LEARNING_RATES("learning-rates"),
    /** One batch through a pipeline, cut into ever more parts. */
    PIPELINE_BUBBLE("pipeline-bubble"),
    /** How formats share their bits. */
    FORMAT_BITS("format-bits"),
    /** A query and a key at two places, as far from each other. */
    SAME_DISTANCE("same-distance"),
    /** What a drafter proposes and a model keeps. */
    ACCEPTED_TICKETS("accepted-tickets"),
    /** Vectors before and after RMSNorm. */
    SAME_LENGTH("same-length");

    /** What a figure takes of the catalogue. */
    public enum Models {
        /** Nothing: it explains with small integers of its own. */
        NONE,
        /** One model at a time; of several, a reader chooses. */
        EACH,
        /** All that are named, in one picture. */
        TOGETHER
    }

    /** The scripts that move figures: a page loads those that its figures need. */
    public enum Script {
        /** What attention reads and keeps. */
        ATTENTION("attention"),
        /** What lies between two attentions: feed-forward networks, experts, norms. */
        NETWORK("network"),
        /** Memory, time and operations. */
        COST("cost"),
        /** Processes that go step by step. */
        STEPS("steps");

        private final String word;

        Script(String word) {
            this.word = word;
        }

        /** The word in the script's name: {@code mechanisms-attention.js}. */
        public String word() {
            return word;
        }
    }

    private final String word;
    private final Models models;
    private final Optional<Script> script;

    FigureKind(String word, Models models, Script script) {
        this.word = word;
        this.models = models;
        this.script = Optional.of(script);
    }

    /** A small figure: it is drawn of no model, at one width, and does not move. */
    FigureKind(String word) {
        this.word = word;
        this.models = Models.NONE;
        this.script = Optional.empty();
    }

    /** The script that moves it; a small figure has none. */
    public Optional<Script> script() {
        return script;
    }

    /** Whether it fits into the margin. */
    public boolean small() {
        return script.isEmpty();
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

    /** Every word that an author may write of a figure in the margin. */
    public static List<String> smallWords() {
        List<String> words = new ArrayList<>();
        for (FigureKind kind : values()) {
            if (kind.small()) {
                words.add(kind.word());
            }
        }
        return words;
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
