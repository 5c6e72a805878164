package dev.archnotes.site.browser;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.form.Source;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.CheckpointExtras;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.model.spec.Multipliers;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.PredictionModule;
import dev.archnotes.model.spec.ResidualStream;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An architecture as a line of words joined by {@code ~}, which stand in an address as they are: every component of
 * every record in order, each alternative after its name. What is written is read again as the same architecture. What
 * a kind did not always have follows its key, and is left out where it says nothing: codes of earlier days can be read.
 */
public final class ArchitectureCode {
    private static final String VERSION = "1";
    /** Stands before the key of what its kind did not always have. */
    private static final String LATER = ".";

    private static final String STREAM = "residual_stream";
    private static final String HEAD_BIAS = "head_bias";
    private static final String MULTIPLIERS = "multipliers";

    private static final long MOST_ITEMS = 1000;
    private static final double MILLION = 1_000_000;

    private ArchitectureCode() {}

    /** The code of an architecture. */
    public static String write(Architecture architecture) {
        Writer out = new Writer();
        out.word(VERSION);
        out.number(architecture.vocabularySize(), architecture.hiddenSize());
        out.flag(architecture.tiedEmbeddings());
        out.number(architecture.learnedPositions());
        architecture.normalization().writeTo(out);
        out.number(architecture.groups().size());
        for (LayerGroup group : architecture.groups()) {
            out.number(group.repeat(), group.blocks().size());
            group.blocks().forEach(out::block);
        }
        out.flag(architecture.predictionModule().isPresent());
        architecture
                .predictionModule()
                .ifPresent(module -> out.number(module.depth()).block(module.layer()));
        out.flag(architecture.vision().isPresent());
        architecture.vision().ifPresent(vision -> out.kind(vision));
        out.word(architecture.storage().name());
        architecture.checkpoint().writeTo(out);
        if (!architecture.stream().isPlain()) {
            out.word(LATER + STREAM);
            architecture.stream().writeTo(out);
        }
        if (architecture.headBias()) {
            out.word(LATER + HEAD_BIAS).flag(true);
        }
        if (!architecture.multipliers().isNone()) {
            out.word(LATER + MULTIPLIERS);
            architecture.multipliers().writeTo(out);
        }
        return out.text.toString();
    }

    /** The architecture of a code; an {@link IllegalArgumentException} where it is none. */
    public static Architecture read(String code) {
        Reader in = new Reader(code);
        if (!in.word().equals(VERSION)) {
            throw in.broken();
        }
        long vocabulary = in.number();
        long hidden = in.number();
        boolean tied = in.flag();
        long positions = in.number();
        Normalization norm = Normalization.FORM.read(in);
        List<LayerGroup> groups = new ArrayList<>();
        for (long left = in.items(); left > 0; left--) {
            long repeat = in.number();
            List<LayerBlock> blocks = new ArrayList<>();
            for (long more = in.items(); more > 0; more--) {
                blocks.add(in.block());
            }
            groups.add(new LayerGroup(repeat, blocks));
        }
        Optional<PredictionModule> module =
                in.flag() ? Optional.of(new PredictionModule(in.number(), in.block())) : Optional.empty();
        Optional<VisionEncoder> vision =
                in.flag() ? Optional.of(Form.readKind(in, VisionEncoder.forms())) : Optional.empty();
        Storage storage = in.choice("storage", List.of(Storage.values()), Optional.empty());
        CheckpointExtras stored = CheckpointExtras.FORM.read(in);
        ResidualStream stream = in.given(STREAM) ? ResidualStream.FORM.read(in) : ResidualStream.PLAIN;
        boolean headBias = in.given(HEAD_BIAS) && in.flag();
        Multipliers multipliers = in.given(MULTIPLIERS) ? Multipliers.FORM.read(in) : Multipliers.NONE;
        in.end();
        return new Architecture(
                vocabulary,
                hidden,
                tied,
                positions,
                norm,
                groups,
                module,
                vision,
                storage,
                stored,
                stream,
                headBias,
                multipliers);
    }

    private static final class Writer implements Sink {
        private final StringBuilder text = new StringBuilder();

        Writer word(String word) {
            text.append(text.length() == 0 ? "" : "~").append(word.replace('~', '-'));
            return this;
        }

        Writer number(long... numbers) {
            for (long number : numbers) {
                word(Long.toString(number));
            }
            return this;
        }

        Writer flag(boolean flag) {
            return word(flag ? "y" : "n");
        }

        void block(LayerBlock block) {
            number(block.count()).word(block.attentionName());
            kind(block.attention());
            word(block.feedForwardName());
            kind(block.feedForward());
        }

        void kind(Described thing) {
            if (!thing.form().code().isEmpty()) {
                word(thing.form().code());
            }
            thing.writeTo(this);
        }

        /** Whether a value is written: one that its kind did not always have only where it says something. */
        private boolean takes(Attribute<?> at, boolean absent) {
            if (at.isLater() && !absent) {
                word(LATER + at.key());
            }
            return !at.isLater() || !absent;
        }

        @Override
        public void whole(Attribute<?> at, long value, boolean absent) {
            if (takes(at, absent)) {
                number(value);
            }
        }

        @Override
        public void flag(Attribute<?> at, boolean value, boolean absent) {
            if (takes(at, absent)) {
                flag(value);
            }
        }

        /** In millionths: printing doubles would be a third of the script. */
        @Override
        public void decimal(Attribute<?> at, double value, boolean absent) {
            number(Math.round(value * MILLION));
        }

        @Override
        public void optionalDecimal(Attribute<?> at, Optional<Double> value) {
            if (value.isPresent()) {
                decimal(at, value.get(), false);
            } else {
                word("");
            }
        }

        @Override
        public void text(Attribute<?> at, String value, boolean absent) {
            word(value);
        }

        @Override
        public void choice(Attribute<?> at, Choice value, boolean absent) {
            word(value.name());
        }

        @Override
        public void nested(Attribute<?> at, Described value) {
            kind(value);
        }

        @Override
        public void optionalNested(Attribute<?> at, Optional<? extends Described> value) {
            if (takes(at, value.isEmpty())) {
                flag(value.isPresent());
                value.ifPresent(this::kind);
            }
        }

        @Override
        public void beside(Attribute<?> at, Described value) {
            kind(value);
        }

        @Override
        public void quotient(Attribute<?> at, long dividend, long divisor) {
            throw new IllegalStateException();
        }
    }

    private static final class Reader implements Source {
        private final String code;
        private int at;

        Reader(String code) {
            this.code = code;
        }

        IllegalArgumentException broken() {
            return new IllegalArgumentException("this is not the code of a model, or one of another version");
        }

        String word() {
            if (at > code.length()) {
                throw broken();
            }
            int end = code.indexOf('~', at);
            String word = code.substring(at, end < 0 ? code.length() : end);
            at = end < 0 ? code.length() + 1 : end + 1;
            return word;
        }

        void end() {
            if (at <= code.length()) {
                throw broken();
            }
        }

        long number() {
            return Long.parseLong(word());
        }

        /** A number of things that follow. */
        long items() {
            long items = number();
            if (items < 0 || items > MOST_ITEMS) {
                throw broken();
            }
            return items;
        }

        boolean flag() {
            String word = word();
            if (!word.equals("y") && !word.equals("n")) {
                throw broken();
            }
            return word.equals("y");
        }

        LayerBlock block() {
            return new LayerBlock(
                    number(),
                    word(),
                    Form.<Attention>readKind(this, Attention.forms()),
                    word(),
                    Form.<FeedForward>readKind(this, FeedForward.forms()));
        }

        @Override
        public boolean given(String key) {
            String mark = LATER + key + "~";
            boolean here = code.startsWith(mark, at);
            at = here ? at + mark.length() : at;
            return here;
        }

        @Override
        public long size(String key) {
            return number();
        }

        @Override
        public long sizeIf(boolean wanted, String key) {
            return number();
        }

        @Override
        public long count(String key, long absent) {
            return number();
        }

        @Override
        public boolean flag(String key, boolean absent) {
            return flag();
        }

        @Override
        public Optional<Double> decimal(String key) {
            String word = word();
            return word.isEmpty() ? Optional.empty() : Optional.of(Long.parseLong(word) / MILLION);
        }

        @Override
        public String text(String key) {
            return word();
        }

        @Override
        public Optional<String> optionalText(String key) {
            String word = word();
            return word.isEmpty() ? Optional.empty() : Optional.of(word);
        }

        /** By its name; codes of earlier days have the word in its place. */
        @Override
        public <E extends Choice> E choice(String key, List<E> all, Optional<E> absent) {
            String word = word();
            for (E choice : all) {
                if (choice.name().equals(word) || choice.word().equals(word)) {
                    return choice;
                }
            }
            throw broken();
        }

        @Override
        public <K> Form<? extends K> kind(List<Form<? extends K>> forms) {
            String word = word();
            for (Form<? extends K> form : forms) {
                if (form.code().equals(word)) {
                    return form;
                }
            }
            throw broken();
        }

        @Override
        public void check(Described thing) {
            // a code names no more than the form
        }

        @Override
        public int oneOf(List<? extends Form<?>> alternatives) {
            String word = word();
            for (int i = 0; i < alternatives.size(); i++) {
                if (alternatives.get(i).code().equals(word)) {
                    return i;
                }
            }
            throw broken();
        }

        @Override
        public Source nested(String key, long room) {
            return this;
        }

        @Override
        public Optional<Source> optionalNested(String key) {
            return flag() ? Optional.of(this) : Optional.empty();
        }

        /** The code of a finished architecture leaves nothing to be filled in. */
        @Override
        public long room() {
            return Long.MAX_VALUE;
        }

        @Override
        public void impossible(String key, String message, String hint) {
            throw broken();
        }

        @Override
        public void finish() {
            // the next thing begins here
        }
    }
}
