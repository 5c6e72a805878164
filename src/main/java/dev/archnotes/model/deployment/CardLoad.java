package dev.archnotes.model.deployment;

/**
 * What lies on each of some cards.
 *
 * @param cards how many cards have this
 * @param weightBytes the decoder's weights
 * @param imageEncoderBytes the image encoder's weights
 * @param cacheBytes what is cached of tokens
 * @param stateBytes recurrent state, which does not grow with the context
 * @param workspaceBytes room for a step
 * @param runtimeBytes room for the engine itself
 */
public record CardLoad(
        long cards,
        long weightBytes,
        long imageEncoderBytes,
        long cacheBytes,
        long stateBytes,
        long workspaceBytes,
        long runtimeBytes) {
    /** Everything on one of the cards. */
    public long totalBytes() {
        return Math.addExact(
                Math.addExact(Math.addExact(weightBytes, imageEncoderBytes), Math.addExact(cacheBytes, stateBytes)),
                Math.addExact(workspaceBytes, runtimeBytes));
    }

    /** The same on another number of cards. */
    CardLoad on(long number) {
        return new CardLoad(
                number, weightBytes, imageEncoderBytes, cacheBytes, stateBytes, workspaceBytes, runtimeBytes);
    }
}
