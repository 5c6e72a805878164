package dev.archnotes.model.spec;

/**
 * What a released checkpoint stores beyond the model's own weights.
 *
 * @param tiedHeadStored the tied table is stored a second time as the head
 * @param predictionVocabularyCopies the prediction module stores its own copies of embedding and head
 * @param causalMasks the attention masks of learned positions are stored as buffers
 */
public record CheckpointExtras(boolean tiedHeadStored, boolean predictionVocabularyCopies, boolean causalMasks) {}
