package dev.archnotes.model.compare;

/**
 * A question of design to which each layer, or the whole model, gives one answer. Two models differ in an aspect by the
 * share of layers that answer otherwise; the weight says how much a full difference counts in the
 * {@linkplain StructuralDistance distance}, and the reason says why so much. Page texts print this table.
 */
public enum Aspect {
    ATTENTION(
            "Kind of attention",
            3,
            ComparisonGroup.ATTENTION,
            DrawnPart.ATTENTION,
            "decides what is cached and how a layer is written; code for one kind does not run another"),
    FEED_FORWARD(
            "Dense or experts",
            5,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.FEED_FORWARD,
            "separates stored from active weights, and with them how a model is trained and served"),
    REACH(
            "Reach of attention",
            2,
            ComparisonGroup.ATTENTION,
            DrawnPart.LAYERS,
            "decides whether the cache of a layer keeps growing"),
    SELECTION(
            "Tokens read",
            1.5,
            ComparisonGroup.ATTENTION,
            DrawnPart.ATTENTION,
            "decides how much of the cache a token reads, and adds a scorer to the layer"),
    NORM_PLACEMENT(
            "Norm placement",
            1.5,
            ComparisonGroup.NORMALIZATION,
            DrawnPart.NORM,
            "changes the formula of every block, though few weights"),
    POSITIONS(
            "Positions",
            1.5,
            ComparisonGroup.POSITIONS,
            DrawnPart.POSITIONS,
            "decides how order enters and whether the context can be stretched"),
    CACHE_SHARING(
            "Shared caches",
            1.5,
            ComparisonGroup.ATTENTION,
            DrawnPart.ATTENTION,
            "decides which layers keep anything of a token at all"),
    ROUTING(
            "Router function",
            1,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.ROUTER,
            "turns scores into mixing weights; experts compete under one function and not under another"),
    SHARED_EXPERT(
            "Shared expert",
            1,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.SHARED_EXPERT,
            "a path of its own beside the chosen experts"),
    DENSE_BRANCH(
            "Dense branch",
            1,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.DENSE_BRANCH,
            "a path of its own beside the experts"),
    QK_NORM(
            "QK-norm",
            1,
            ComparisonGroup.ATTENTION,
            DrawnPart.ATTENTION,
            "a norm more in every attention layer, and a bound on its scores"),
    NORM_KIND("Kind of norm", 1, ComparisonGroup.NORMALIZATION, DrawnPart.NORM, "every norm of the model"),
    SELECTION_BIAS(
            "Selection bias",
            0.75,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.ROUTER,
            "a method of balancing, visible in the weights"),
    OUTPUT_GATE(
            "Output gate",
            0.75,
            ComparisonGroup.ATTENTION,
            DrawnPart.ATTENTION,
            "a matrix more in each attention layer"),
    SINKS(
            "Attention sinks",
            0.75,
            ComparisonGroup.ATTENTION,
            DrawnPart.ATTENTION,
            "changes the softmax itself, by one number a head"),
    VALUES(
            "Values",
            0.75,
            ComparisonGroup.ATTENTION,
            DrawnPart.ATTENTION,
            "a projection less in each attention layer, or one of another width"),
    ATTENTION_BIASES(
            "Attention biases",
            0.75,
            ComparisonGroup.ATTENTION,
            DrawnPart.ATTENTION,
            "a family trait: makers keep it or drop it for good"),
    ACTIVATION(
            "Activation",
            0.75,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.FEED_FORWARD,
            "one function in every feed-forward"),
    SPARSE_LAYOUT(
            "Where the experts stand",
            0.5,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.LAYERS,
            "its larger part already counts as dense or experts"),
    PREDICTION_MODULE(
            "Prediction module",
            0.5,
            ComparisonGroup.SHAPE,
            DrawnPart.PREDICTION_MODULE,
            "beside the decoder, not in it"),
    LOGIT_SOFT_CAP(
            "Logit soft-cap",
            0.5,
            ComparisonGroup.ATTENTION,
            DrawnPart.ATTENTION,
            "one function on the scores, without weights"),
    TEMPERATURE("Temperature tuning", 0.5, ComparisonGroup.ATTENTION, DrawnPart.ATTENTION, "acts on long inputs only"),
    ROTARY_EXTENT(
            "Rotated part of a head",
            0.5,
            ComparisonGroup.POSITIONS,
            DrawnPart.POSITIONS,
            "a refinement of rotary positions"),
    ROPE_BASES(
            "Two RoPE bases", 0.5, ComparisonGroup.POSITIONS, DrawnPart.POSITIONS, "a refinement of rotary positions"),
    PER_LAYER_EMBEDDINGS(
            "Per-layer embeddings",
            1,
            ComparisonGroup.SHAPE,
            DrawnPart.EMBEDDING,
            "a second table, often the larger one, of which a token reads a row for each layer"),
    STREAMS(
            "Parallel streams",
            1,
            ComparisonGroup.SHAPE,
            DrawnPart.LAYERS,
            "several vectors for each token, of which a layer computes one"),
    LOW_RANK_PATH(
            "Low-rank path", 0.5, ComparisonGroup.SHAPE, DrawnPart.LAYERS, "two thin matrices beside each attention"),
    FEED_FORWARD_BIASES(
            "Feed-forward biases",
            0.5,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.FEED_FORWARD,
            "small, and mostly a trait of older models"),
    SHARED_GATE(
            "Gate of the shared expert",
            0.25,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.SHARED_EXPERT,
            "one vector a layer"),
    LATENT_EXPERTS(
            "Width of the experts",
            0.5,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.FEED_FORWARD,
            "two matrices more around the same experts"),
    ZERO_EXPERTS(
            "Experts without weights",
            0.5,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.ROUTER,
            "decides whether every token takes equally much work"),
    LAYER_PARTS(
            "Parts of a layer",
            0.5,
            ComparisonGroup.SHAPE,
            DrawnPart.LAYERS,
            "the same parts, cut into layers otherwise"),
    EXPERT_GROUPS(
            "Expert groups",
            0.25,
            ComparisonGroup.FEED_FORWARD,
            DrawnPart.ROUTER,
            "a rule for the network of the training machines"),
    ROPE_SCALING(
            "RoPE scaling", 0.25, ComparisonGroup.POSITIONS, DrawnPart.POSITIONS, "applied after most of the training"),
    NORM_WEIGHT(
            "Zero-centered norm",
            0.25,
            ComparisonGroup.NORMALIZATION,
            DrawnPart.NORM,
            "the same function, stored otherwise"),
    EMBEDDING_NORM(
            "Norm on the embeddings",
            0.25,
            ComparisonGroup.NORMALIZATION,
            DrawnPart.NORM,
            "one norm in the whole model, before its first layer"),
    RESIDUAL(
            "Residual streams",
            1,
            ComparisonGroup.NORMALIZATION,
            DrawnPart.NORM,
            "several streams in place of one, mixed before and after every part"),
    HEAD("Tied tables", 0.25, ComparisonGroup.SHAPE, DrawnPart.HEAD, "follows mostly from the size of a model"),
    VISION("Vision part", 0.25, ComparisonGroup.SHAPE, DrawnPart.VISION, "beside the decoder, not in it"),
    STORAGE(
            "Stored precision",
            0.25,
            ComparisonGroup.MEMORY,
            DrawnPart.EXPERTS,
            "a property of the release more than of the network");

    private final String label;
    private final double weight;
    private final ComparisonGroup group;
    private final DrawnPart part;
    private final String reason;

    Aspect(String label, double weight, ComparisonGroup group, DrawnPart part, String reason) {
        this.label = label;
        this.weight = weight;
        this.group = group;
        this.part = part;
        this.reason = reason;
    }

    public String label() {
        return label;
    }

    /** What a difference in all layers adds to the distance. */
    public double weight() {
        return weight;
    }

    /** The heading under which its differences stand. */
    public ComparisonGroup group() {
        return group;
    }

    /** The part of a drawing that shows it. */
    public DrawnPart part() {
        return part;
    }

    /** Why it weighs so much, or so little. */
    public String reason() {
        return reason;
    }
}
