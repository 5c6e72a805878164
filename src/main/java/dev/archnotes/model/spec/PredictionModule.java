package dev.archnotes.model.spec;

/**
 * A multi-token-prediction module (arXiv:2412.19437, section 2.2): one more layer behind a projection of the normalized
 * hidden state and the normalized embedding of the next token. It shares the embedding and the head of the model.
 *
 * @param depth modules, one for each further token predicted
 * @param layer the layer inside
 */
public record PredictionModule(long depth, LayerBlock layer) {
    public PredictionModule {
        if (depth <= 0) {
            throw new IllegalArgumentException("a prediction module of depth " + depth);
        }
    }
}
