package dev.archnotes.model.attention;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.number.Numerals;
import java.util.List;
import java.util.Optional;

/** How one kind of layer learns where a token stands. */
public sealed interface PositionEncoding extends Described {
    /** How each kind is written down. */
    static List<Form<? extends PositionEncoding>> forms() {
        return List.of(Rope.FORM, None.FORM, Learned.FORM, Alibi.FORM);
    }

    /**
     * Reads what stands under a key.
     *
     * @param width dimensions of a head that may be rotated
     */
    static PositionEncoding read(Source in, String key, long width) {
        return Form.<PositionEncoding>readKind(in.nested(key, width), forms());
    }

    /** The rotary encoding, where this is one. */
    Optional<Rope> rope();

    /** Whether positions are rows of a trained table. */
    boolean isTable();

    /** Whether nothing tells a token where it stands but the causal mask. */
    boolean isNone();

    /** The answer of the kind that this is. */
    <R> R answer(Cases<R> cases);

    /** The standard name, for example {@code RoPE}. */
    String label();

    /**
     * An answer for each kind of position encoding, for questions that the kinds cannot answer themselves.
     *
     * @param <R> the type of the answer
     */
    interface Cases<R> {
        /** The answer for a trained table. */
        R learned(Learned positions);

        /** The answer for rotary positions. */
        R rope(Rope positions);

        /** The answer for no encoding. */
        R none(None positions);

        /** The answer for a bias that grows with the distance. */
        R alibi(Alibi positions);
    }

    /** A trained table added to the token embedding; the table itself belongs to the model, not to a layer. */
    record Learned() implements PositionEncoding {
        static final Form<Learned> FORM = Form.of(in -> new Learned(), "learned", "learned");

        @Override
        public Form<?> form() {
            return FORM;
        }

        @Override
        public void writeTo(Sink out) {}

        @Override
        public String phrase() {
            return label();
        }

        @Override
        public Optional<Rope> rope() {
            return Optional.empty();
        }

        @Override
        public boolean isTable() {
            return true;
        }

        @Override
        public boolean isNone() {
            return false;
        }

        @Override
        public <R> R answer(Cases<R> cases) {
            return cases.learned(this);
        }

        @Override
        public String label() {
            return "learned";
        }
    }

    /**
     * Rotary position embedding (arXiv:2104.09864, section 3.2).
     *
     * @param base the base of the geometric series of wavelengths
     * @param rotaryDim the number of dimensions of a head that are rotated
     * @param scaling the rescaling for long contexts, if any
     */
    record Rope(long base, long rotaryDim, Optional<RopeScaling> scaling) implements PositionEncoding {
        private static final Attribute<Long> BASE = Attribute.size("base", "RoPE base");
        private static final Attribute<Long> ROTARY_DIM = Attribute.size("rotary_dim", "Rotary dimensions");
        private static final Attribute<Optional<RopeScaling>> SCALING =
                Attribute.optionalNested("scaling", "RoPE scaling", RopeScaling.FORM);

        static final Form<Rope> FORM = Form.of(Rope::read, "rope", "rope").with(BASE, ROTARY_DIM, SCALING);

        private static Rope read(Source in) {
            long base = BASE.read(in);
            long dimensions = in.count(ROTARY_DIM.key(), in.room());
            if ((dimensions > in.room() || dimensions % 2 != 0) && !in.failed()) {
                in.impossible(
                        ROTARY_DIM.key(),
                        dimensions + " rotary dimensions in a head of " + in.room(),
                        "an even number up to " + in.room());
            }
            return new Rope(base, dimensions, SCALING.read(in));
        }

        @Override
        public Form<?> form() {
            return FORM;
        }

        @Override
        public void writeTo(Sink out) {
            BASE.write(out, base);
            ROTARY_DIM.write(out, rotaryDim);
            SCALING.write(out, scaling);
        }

        @Override
        public String phrase() {
            return "RoPE, base " + Numerals.grouped(base) + ", " + rotaryDim + " rotary dimensions"
                    + scaling.map(way -> ", " + way.phrase()).orElse("");
        }

        @Override
        public Optional<Rope> rope() {
            return Optional.of(this);
        }

        @Override
        public boolean isTable() {
            return false;
        }

        @Override
        public boolean isNone() {
            return false;
        }

        @Override
        public <R> R answer(Cases<R> cases) {
            return cases.rope(this);
        }

        @Override
        public String label() {
            return "RoPE";
        }
    }

    /** No position encoding: the causal mask alone orders the tokens (arXiv:2305.19466). */
    record None() implements PositionEncoding {
        static final Form<None> FORM = Form.of(in -> new None(), "none", "none");

        @Override
        public Form<?> form() {
            return FORM;
        }

        @Override
        public void writeTo(Sink out) {}

        @Override
        public String phrase() {
            return label();
        }

        @Override
        public Optional<Rope> rope() {
            return Optional.empty();
        }

        @Override
        public boolean isTable() {
            return false;
        }

        @Override
        public boolean isNone() {
            return true;
        }

        @Override
        public <R> R answer(Cases<R> cases) {
            return cases.none(this);
        }

        @Override
        public String label() {
            return "NoPE";
        }
    }

    /**
     * Attention with linear biases (arXiv:2108.12409, section 3): each head lowers a score by its own fixed slope times
     * the distance. Nothing is learned or stored.
     */
    record Alibi() implements PositionEncoding {
        static final Form<Alibi> FORM = Form.of(in -> new Alibi(), "alibi", "alibi");

        @Override
        public Form<?> form() {
            return FORM;
        }

        @Override
        public void writeTo(Sink out) {}

        @Override
        public String phrase() {
            return label();
        }

        @Override
        public Optional<Rope> rope() {
            return Optional.empty();
        }

        @Override
        public boolean isTable() {
            return false;
        }

        @Override
        public boolean isNone() {
            return false;
        }

        @Override
        public <R> R answer(Cases<R> cases) {
            return cases.alibi(this);
        }

        @Override
        public String label() {
            return "ALiBi";
        }
    }
}
