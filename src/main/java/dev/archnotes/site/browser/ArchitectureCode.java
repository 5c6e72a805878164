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
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.tensor.WeightTensor;
import dev.archnotes.model.vision.VisionEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoder of an architecture as a line of words joined by {@code ~}, which stand in an address as they are: every
 * component of every record in order, each alternative after its name. What is written is read again as the same
 * decoder; of an image encoder there is the number of its weights. What a kind did not always have follows its key, and
 * is left out where it says nothing: codes of earlier days can be read.
 */
public final class ArchitectureCode {
    private static final String VERSION = "2";
    /** The version that had the image encoder with all of its sizes. */
    private static final String FIRST = "1";
    /** Stands before the key of what its kind did not always have. */
    private static final String LATER = ".";

    private static final String STREAM = "residual_stream";
    private static final String STORED_APART = "stored_apart";
    private static final String HEAD_BIAS = "head_bias";
    private static final String MULTIPLIERS = "multipliers";

    private static final long MOST_ITEMS = 1000;
    private static final double MILLION = 1_000_000;

    private ArchitectureCode() {}

    /** The code of an architecture. */
    public static String write(Architecture architecture) {
        // without the ledger, whose tensors of the decoder nothing here needs
        long weights = 0;
        for (WeightTensor tensor : architecture.imageTensors()) {
            weights = Math.addExact(weights, tensor.totalElements());
        }
        long counted = weights;
        String code = write(architecture, VERSION, (vision, out) -> out.number(counted));
        String apart = StoredApart.written(architecture.checkpoint().apart());
        return apart.isEmpty() ? code : code + "~" + LATER + STORED_APART + "~" + apart;
    }

    /**
     * The code of the first version, which has the image encoder with all of its sizes: a script that writes it need
     * not know the tensors of any.
     */
    static String writeFirst(Architecture architecture) {
        return write(architecture, FIRST, (vision, out) -> out.kind(vision));
    }

    /** How an image encoder is written. */
    private interface WrittenImages {
        void write(VisionEncoder vision, Writer out);
    }

    private static String write(Architecture architecture, String version, WrittenImages images) {
        Writer out = new Writer();
        out.word(version);
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
        architecture.vision().ifPresent(vision -> images.write(vision, out));
        out.word(architecture.storage().name());
        architecture.checkpoint().writeTo(out);
        if (!architecture.stream().isPlain()) {
            out.word(LATER + STREAM);
            architecture.stream().writeTo(out);
        }
        if (architecture.headBias()) {
            out.word(LATER + HEAD_BIAS).flag(true);
        }
        return out.text.toString();
    }

    /** How the image encoder of a code of the first version is read. */
    private interface Images {
        Optional<VisionEncoder> read(Reader in);
    }

    /**
     * The decoder of a code; an {@link IllegalArgumentException} where it is none, or of the first version with an
     * image encoder.
     */
    public static Architecture read(String code) {
        return read(new Reader(code), Reader::refused);
    }

    /** The weights of the image encoder of a code, 0 where there is none. */
    static long imageWeights(String code) {
        Reader in = new Reader(code);
        read(in, Reader::refused);
        return in.imageWeights;
    }

    /** The code of today for one of the first version, which is in addresses that people keep. */
    static String renewed(String code) {
        return write(read(new Reader(code), in -> Optional.of(Form.readKind(in, VisionEncoder.forms()))));
    }

    /** Every size of a code by part and name, with its place among the words: {@code "global\nheads\n17\n32"}. */
    static List<String> sizes(String code) {
        Sizes in = new Sizes(code);
        read(in, Reader::refused);
        return in.found;
    }

    /** Keeps the sizes that it reads. */
    private static final class Sizes extends Reader {
        private final List<String> found = new ArrayList<>();
        private String part = "model";

        Sizes(String code) {
            super(code);
        }

        @Override
        String begin(String name) {
            part = name;
            return name;
        }

        @Override
        public long size(String key) {
            int place = wordsRead();
            long value = super.size(key);
            found.add(part + '\n' + key + '\n' + place + '\n' + value);
            return value;
        }
    }

    private static Architecture read(Reader in, Images first) {
        String version = in.word();
        if (!version.equals(VERSION) && !version.equals(FIRST)) {
            throw in.broken();
        }
        long vocabulary = in.size("vocabulary_size");
        long hidden = in.size("hidden_size");
        boolean tied = in.flag();
        long positions = in.number();
        Normalization norm = Normalization.FORM.read(in);
        List<LayerGroup> groups = new ArrayList<>();
        for (long left = in.items(); left > 0; left--) {
            long repeat = in.size("repeats");
            List<LayerBlock> blocks = new ArrayList<>();
            for (long more = in.items(); more > 0; more--) {
                blocks.add(in.block());
            }
            groups.add(new LayerGroup(repeat, blocks));
        }
        Optional<PredictionModule> module =
                in.flag() ? Optional.of(new PredictionModule(in.number(), in.block())) : Optional.empty();
        Optional<VisionEncoder> vision = Optional.empty();
        boolean images = in.flag();
        if (images && version.equals(FIRST)) {
            vision = first.read(in);
        } else if (images) {
            in.imageWeights = in.number();
        }
        Storage storage = in.choice("storage", Storage.ALL, Optional.empty());
        CheckpointExtras stored = CheckpointExtras.FORM.read(in);
        ResidualStream stream = in.given(STREAM) ? ResidualStream.FORM.read(in) : ResidualStream.PLAIN;
        boolean headBias = in.given(HEAD_BIAS) && in.flag();
        if (in.given(MULTIPLIERS)) {
            // for some days they stood at the end; nothing that is counted depends on them
            in.at = in.code.length() + 1;
        }
        if (in.given(STORED_APART)) {
            stored = stored.with(StoredApart.read(in.word()));
        }
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
                Multipliers.NONE);
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

    /** An attention or feed-forward and the words that it was read from. */
    private static final class Written<T> {
        final String words;
        final T thing;

        Written(String words, T thing) {
            this.words = words;
            this.thing = thing;
        }
    }

    private static class Reader implements Source {
        private final String code;
        private final List<Written<Attention>> attentions = new ArrayList<>();
        private final List<Written<FeedForward>> feedForwards = new ArrayList<>();
        private int at;
        private long imageWeights;

        Reader(String code) {
            this.code = code;
        }

        IllegalArgumentException broken() {
            return new IllegalArgumentException("this is not the code of a model, or one of another version");
        }

        /** How many words were read. */
        int wordsRead() {
            int words = 0;
            for (int i = 0; i < at; i++) {
                words += code.charAt(i) == '~' ? 1 : 0;
            }
            return words;
        }

        Optional<VisionEncoder> refused() {
            throw broken();
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
            begin("layers");
            long count = size("layers");
            String attention = begin(word());
            Attention mixer = shared(at, Form.readKind(this, Attention.forms()), attentions);
            String feedForward = begin(word());
            FeedForward network = shared(at, Form.readKind(this, FeedForward.forms()), feedForwards);
            return new LayerBlock(count, attention, mixer, feedForward, network);
        }

        /** What was read from a place on, or what was read of the same words before: equal ones are one object. */
        private <T> T shared(int from, T thing, List<Written<T>> known) {
            String words = code.substring(from, at - 1);
            for (Written<T> one : known) {
                if (one.words.equals(words)) {
                    return one.thing;
                }
            }
            known.add(new Written<>(words, thing));
            return thing;
        }

        @Override
        public boolean given(String key) {
            String mark = LATER + key + "~";
            boolean here = code.startsWith(mark, at);
            at = here ? at + mark.length() : at;
            return here;
        }

        /** The name of a part that begins here. */
        String begin(String part) {
            return part;
        }

        @Override
        public long size(String key) {
            return number();
        }

        @Override
        public long sizeIf(boolean wanted, String key) {
            return size(key);
        }

        @Override
        public long count(String key, long absent) {
            return size(key);
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
