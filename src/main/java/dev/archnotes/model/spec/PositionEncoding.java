package dev.archnotes.model.spec;

import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Attributes;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Values;
import dev.archnotes.model.number.Numerals;
import java.util.List;
import java.util.Optional;

/** How one kind of layer learns where a token stands. */
public sealed interface PositionEncoding extends Described {
    /** How each kind is written down. */
    List<Form<? extends PositionEncoding>> FORMS = List.of(Rope.FORM, None.FORM, Learned.FORM);

    /** The rotary encoding, where this is one. */
    Optional<Rope> rope();

    /** Whether positions are rows of a trained table. */
    boolean isTable();

    /** The answer of the kind that this is. */
    <R> R answer(PositionCases<R> cases);

    /** The standard name, for example {@code RoPE}. */
    String label();

    /** A trained table added to the token embedding; the table itself belongs to the model, not to a layer. */
    record Learned() implements PositionEncoding {
        static final Form<Learned> FORM =
                Form.<Learned>of("learned", "learned").inWords(Learned::label).make(values -> new Learned());

        @Override
        public Attributes attributes() {
            return FORM.of(this);
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
        public <R> R answer(PositionCases<R> cases) {
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
        private static final Attribute<Rope, Long> BASE = Attribute.size("base", "RoPE base", Rope::base);
        private static final Attribute<Rope, Long> ROTARY_DIM =
                Attribute.sizeOrRoom("rotary_dim", "Rotary dimensions", Rope::rotaryDim);
        private static final Attribute<Rope, Optional<RopeScaling>> SCALING =
                Attribute.optionalNested("scaling", "RoPE scaling", Rope::scaling, RopeScaling.FORM);

        static final Form<Rope> FORM = Form.<Rope>of("rope", "rope")
                .with(BASE)
                .with(ROTARY_DIM)
                .with(SCALING)
                .inWords(Rope::phrase)
                .make(Rope::of);

        private static Rope of(Values values) {
            long dimensions = values.get(ROTARY_DIM);
            long room = values.source().room();
            if (dimensions > room || dimensions % 2 != 0) {
                values.source()
                        .impossible(
                                ROTARY_DIM.key(),
                                dimensions + " rotary dimensions in a head of " + room,
                                "an even number up to " + room);
            }
            return new Rope(values.get(BASE), dimensions, values.get(SCALING));
        }

        @Override
        public Attributes attributes() {
            return FORM.of(this);
        }

        private String phrase() {
            return "RoPE, base " + Numerals.grouped(base) + ", " + rotaryDim + " rotary dimensions"
                    + scaling.map(way -> ", " + way.attributes().phrase()).orElse("");
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
        public <R> R answer(PositionCases<R> cases) {
            return cases.rope(this);
        }

        @Override
        public String label() {
            return "RoPE";
        }
    }

    /** No position encoding: the causal mask alone orders the tokens (arXiv:2305.19466). */
    record None() implements PositionEncoding {
        static final Form<None> FORM =
                Form.<None>of("none", "none").inWords(None::label).make(values -> new None());

        @Override
        public Attributes attributes() {
            return FORM.of(this);
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
        public <R> R answer(PositionCases<R> cases) {
            return cases.none(this);
        }

        @Override
        public String label() {
            return "NoPE";
        }
    }
}
