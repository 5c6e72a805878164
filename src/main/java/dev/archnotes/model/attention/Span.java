package dev.archnotes.model.attention;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.tensor.Factor;
import java.util.List;
import java.util.Optional;

/** How far back one layer's softmax attention sees. */
public sealed interface Span extends Described {
    /** The span that a file means which names neither window nor chunk. */
    Span EVERYTHING = new Full();

    /** How each kind is written down: a bounded one by a single key. */
    static List<Form<? extends Span>> forms() {
        return List.of(Full.FORM, Window.FORM, Chunk.FORM);
    }

    /** The reach that it gives to an attention. */
    Reach reach();

    /** The most tokens that are kept, where there is a limit. */
    Optional<Factor> limit();

    /** The pairs of a token and one that it sees, itself included, over a causal prompt of {@code tokens} tokens. */
    long visiblePairs(long tokens);

    /** The sum of 1 to {@code side}. */
    static long triangle(long side) {
        return Math.multiplyExact(side, Math.addExact(side, 1)) / 2;
    }

    /** Every earlier token. */
    record Full() implements Span {
        static final Form<Full> FORM = Form.of(in -> new Full(), "full", "full");

        @Override
        public Form<?> form() {
            return FORM;
        }

        @Override
        public void writeTo(Sink out) {}

        @Override
        public Reach reach() {
            return Reach.FULL;
        }

        @Override
        public Optional<Factor> limit() {
            return Optional.empty();
        }

        @Override
        public long visiblePairs(long prompt) {
            return triangle(prompt);
        }
    }

    /**
     * Sliding window: the newest {@code tokens} tokens, the current one included (arXiv:2004.05150, section 3.1).
     *
     * @param tokens the window's length
     */
    record Window(long tokens) implements Span {
        private static final Attribute<Long> TOKENS =
                Attribute.size("window", "Window").in(Unit.TOKENS).means("Tokens of a sliding window.");

        static final Form<Window> FORM =
                Form.of(in -> new Window(TOKENS.read(in)), "window", "window").with(TOKENS);

        @Override
        public Form<?> form() {
            return FORM;
        }

        @Override
        public void writeTo(Sink out) {
            TOKENS.write(out, tokens);
        }

        @Override
        public Reach reach() {
            return Reach.WINDOW;
        }

        @Override
        public Optional<Factor> limit() {
            return Optional.of(new Factor("window", tokens, TOKENS.key()));
        }

        @Override
        public long visiblePairs(long prompt) {
            long most = Math.min(prompt, tokens);
            return Math.addExact(triangle(most), Math.multiplyExact(most, prompt - most));
        }
    }

    /**
     * Chunked attention: the tokens of the current fixed block of {@code tokens}, at most the whole block.
     *
     * @param tokens the chunk's length
     */
    record Chunk(long tokens) implements Span {
        private static final Attribute<Long> TOKENS =
                Attribute.size("chunk", "Chunk").in(Unit.TOKENS).means("Tokens of an attention chunk.");

        static final Form<Chunk> FORM =
                Form.of(in -> new Chunk(TOKENS.read(in)), "chunk", "chunk").with(TOKENS);

        @Override
        public Form<?> form() {
            return FORM;
        }

        @Override
        public void writeTo(Sink out) {
            TOKENS.write(out, tokens);
        }

        @Override
        public Reach reach() {
            return Reach.CHUNK;
        }

        @Override
        public Optional<Factor> limit() {
            return Optional.of(new Factor("chunk", tokens, TOKENS.key()));
        }

        @Override
        public long visiblePairs(long prompt) {
            // chunks start afresh at every multiple of their length
            return Math.addExact(Math.multiplyExact(prompt / tokens, triangle(tokens)), triangle(prompt % tokens));
        }
    }
}
