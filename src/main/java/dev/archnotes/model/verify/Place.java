package dev.archnotes.model.verify;

/** Where in a model a tensor of the ledger stands, which decides how its name begins. */
enum Place {
    /** Before and behind the layers: tables and the last norm. */
    MODEL,
    /** The output table, which stands outside of the model proper. */
    HEAD,
    /** The norms of a layer. */
    LAYER,
    /** Attention with a cache. */
    ATTENTION,
    /** Attention to pictures, and its gates. */
    PICTURES,
    /** Attention with a state of fixed size. */
    RECURRENCE,
    /** The feed-forward network. */
    FEED_FORWARD,
    /** The projection and the norms around the layer of a prediction module. */
    PREDICTION,
    /** The image part and its projector. */
    VISION
}
