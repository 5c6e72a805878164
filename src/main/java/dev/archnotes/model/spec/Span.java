package dev.archnotes.model.spec;

/** How far back one layer's softmax attention sees. */
public sealed interface Span {
    /** The largest number of tokens whose keys and values this layer keeps at a context of {@code context} tokens. */
    long tokensKept(long context);

    /** Whether the kept tokens stop growing at some context. */
    boolean isBounded();

    /** Every earlier token. */
    record Full() implements Span {
        @Override
        public long tokensKept(long context) {
            return context;
        }

        @Override
        public boolean isBounded() {
            return false;
        }
    }

    /**
     * Sliding window: the newest {@code tokens} tokens, the current one included (arXiv:2004.05150, section 3.1).
     *
     * @param tokens the window's length
     */
    record Window(long tokens) implements Span {
        @Override
        public long tokensKept(long context) {
            return Math.min(context, tokens);
        }

        @Override
        public boolean isBounded() {
            return true;
        }
    }

    /**
     * Chunked attention: the tokens of the current fixed block of {@code tokens}, at most the whole block.
     *
     * @param tokens the chunk's length
     */
    record Chunk(long tokens) implements Span {
        @Override
        public long tokensKept(long context) {
            return Math.min(context, tokens);
        }

        @Override
        public boolean isBounded() {
            return true;
        }
    }
}
