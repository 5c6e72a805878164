package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.network.NoFeedForward;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.LayerGroup;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Puts the sections of an architecture drawing on top of one another and brackets what repeats. */
final class LayerStack {
    private static final double OUTER = 346;
    private static final double INNER = 325;
    private static final double GAP = 10;
    private static final String TIMES = " × ";
    private static final int LETTERS = 26;

    private final Subject subject;
    private final Architecture architecture;
    private final List<LayerBlock> kinds;
    private final List<Integer> inFull;
    /** Top first. */
    private final List<Section> sections = new ArrayList<>();

    private final List<Repeat> repeats = new ArrayList<>();

    LayerStack(Subject subject) {
        this(
                subject,
                IntStream.range(0, subject.architecture().kinds().size())
                        .boxed()
                        .toList());
    }

    /**
     * Builds the stack of a architecture.
     *
     * @param inFull the kinds of layers in the order in which they may show a part in full that several share; the
     *     others repeat its name only
     */
    LayerStack(Subject subject, List<Integer> inFull) {
        this.subject = subject;
        this.architecture = subject.architecture();
        this.kinds = architecture.kinds();
        this.inFull = List.copyOf(inFull);
        sections.add(new KeySection(subject));
        put(new EmbeddingSection(subject));
        if (StreamSection.isNeeded(subject)) {
            put(new StreamSection(subject));
        }
        List<Integer> drawn = new ArrayList<>();
        for (int g = 0; g < architecture.groups().size(); g++) {
            stack(g, drawn);
        }
        put(new HeadSection(subject));
    }

    /** A bracket around the sections from {@code lowest} to {@code highest}. */
    private record Repeat(double x, Section highest, Section lowest, Phrase count) {}

    Picture picture() {
        return picture(sections.stream().map(PlacedSection::of).toList());
    }

    /** The picture of these sections, which are the stack's own and perhaps others between them, top first. */
    Picture picture(List<PlacedSection> placed) {
        Canvas canvas = new Canvas();
        double y = 0;
        double[] tops = new double[placed.size()];
        for (int i = 0; i < placed.size(); i++) {
            tops[i] = y;
            placed.get(i).section().draw(canvas, y, placed.get(i).rows());
            y += placed.get(i).rows().sum();
        }
        for (Repeat repeat : repeats) {
            int high = place(placed, repeat.highest());
            int low = place(placed, repeat.lowest());
            Canvas bracket = new Canvas();
            drawBracket(
                    bracket,
                    repeat,
                    tops[high] + 2,
                    tops[low] + placed.get(low).rows().sum() - 2);
            canvas.add(new Mark.Group("d-repeat" + subject.emphasis("layers"), "", bracket.marks()));
        }
        return new Picture(
                "drawing",
                Section.WIDTH,
                y,
                "The architecture of " + subject.variant().name(),
                "A token's way from its embedding at the bottom to the scores at the top: "
                        + ArchitectureOutline.stack(subject) + ".",
                canvas.marks());
    }

    /** By identity: two notes or gaps may be equal. */
    private static int place(List<PlacedSection> placed, Section section) {
        for (int i = 0; i < placed.size(); i++) {
            if (placed.get(i).section() == section) {
                return i;
            }
        }
        throw new IllegalStateException("a bracket around a section that is not drawn");
    }

    Section head() {
        return sections.get(0);
    }

    Section embedding() {
        return sections.get(sections.size() - 2);
    }

    Section key() {
        return sections.get(sections.size() - 1);
    }

    /** The layer of a kind. */
    Section layer(int kind) {
        return sections.get(indexOf(kind));
    }

    /** Notes and pieces of stream directly above the layer of a kind, top first. */
    List<Section> above(int kind) {
        return between(indexOf(kind));
    }

    /** Notes and pieces of stream between the embedding and the lowest layer, top first. */
    List<Section> below() {
        return between(sections.size() - 2);
    }

    private List<Section> between(int end) {
        int start = end;
        while (start > 1 && !(sections.get(start - 1) instanceof LayerSection)) {
            start--;
        }
        return sections.subList(start, end);
    }

    private int indexOf(int kind) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i) instanceof LayerSection layer && layer.kind() == kind) {
                return i;
            }
        }
        throw new IllegalStateException("a kind of layer that is not drawn");
    }

    private void put(Section section) {
        sections.add(0, section);
    }

    private void stack(int g, List<Integer> drawn) {
        LayerGroup group = architecture.groups().get(g);
        List<LayerSection> added = new ArrayList<>();
        for (int k = 0; k < kinds.size(); k++) {
            if (!drawn.contains(k) && runs(group, k) > 0) {
                drawn.add(k);
                if (!added.isEmpty()) {
                    put(new GapSection(GAP));
                }
                LayerSection layer = drawn(k);
                added.add(layer);
                put(layer);
                bracketRun(g, group, k, layer);
            }
        }
        if (added.isEmpty()) {
            put(new NoteSection(subject.phrase().words("then ").append(pattern(g, " more "))));
        } else if (group.repeat() > 1 && group.blocks().size() > 1) {
            Section note = new NoteSection(subject.phrase()
                    .count("groups." + g + ".repeat", group.repeat())
                    .words(" times: ")
                    .append(pattern(g, TIMES)));
            put(note);
            double x = repeats.stream().anyMatch(inner -> added.contains(inner.lowest())) ? OUTER : INNER;
            repeats.add(new Repeat(x, note, added.get(0), count("groups." + g + ".repeat", group.repeat())));
        } else {
            put(new GapSection(GAP));
        }
    }

    /** A kind that is one run of its group has that run's length at its own bracket. */
    private void bracketRun(int g, LayerGroup group, int k, LayerSection layer) {
        boolean alone = group.blocks().size() == 1;
        for (int b = 0; b < group.blocks().size(); b++) {
            LayerBlock block = group.blocks().get(b);
            long count = alone ? Math.multiplyExact(block.count(), group.repeat()) : block.count();
            if (isKind(block, k) && count > 1 && runs(group, k) == 1) {
                repeats.add(new Repeat(
                        INNER,
                        layer,
                        layer,
                        count("groups." + g + (alone ? ".layers" : ".blocks." + b + ".count"), count)));
            }
        }
    }

    private Phrase count(String path, long count) {
        return subject.phrase().fact(path, Long.toString(count), "×" + Numerals.grouped(count));
    }

    private Phrase pattern(int g, String between) {
        Phrase phrase = subject.phrase();
        List<LayerBlock> blocks = architecture.groups().get(g).blocks();
        for (int b = 0; b < blocks.size(); b++) {
            phrase.words(b == 0 ? "" : ", ");
            if (blocks.get(b).count() > 1 || !between.equals(TIMES)) {
                phrase.count(
                                "groups." + g + ".blocks." + b + ".count",
                                blocks.get(b).count())
                        .words(between);
            }
            phrase.words(letter(kindOf(blocks.get(b))));
        }
        return phrase;
    }

    private LayerSection drawn(int k) {
        LayerBlock kind = kinds.get(k);
        Phrase heading = subject.phrase();
        if (kinds.size() == 1) {
            heading.words("one of ")
                    .count(FactPath.LAYERS, architecture.layers())
                    .words(" equal layers");
        } else {
            heading.words(letter(k) + " · ")
                    .count("kinds." + k + ".layers", kind.count())
                    .words(" of ")
                    .count(FactPath.LAYERS, architecture.layers())
                    .words(" layers");
        }
        return new LayerSection(k, subject, heading, attention(k), feedForward(k));
    }

    private Optional<PartBox> attention(int k) {
        LayerBlock kind = kinds.get(k);
        if (kind.attention().isNone()) {
            return Optional.empty();
        }
        int like = inFull.stream()
                .filter(other -> kinds.get(other).attention().equals(kind.attention()))
                .findFirst()
                .orElse(k);
        if (like != k) {
            long weights = Subject.weights(kind.attention().tensors(architecture.hiddenSize()), kind.count(), false);
            return Optional.of(new RepeatedBox(
                    subject,
                    PartColor.ATTENTION,
                    PartWords.title(kind.attention()),
                    letter(like),
                    "kinds." + k + ".attention",
                    weights));
        }
        return Optional.of(new AttentionBox(subject, kind, "kinds." + k + ".attention."));
    }

    private Optional<PartBox> feedForward(int k) {
        LayerBlock kind = kinds.get(k);
        String path = "kinds." + k + ".feed_forward";
        int like = inFull.stream()
                .filter(other -> kinds.get(other).feedForward().equals(kind.feedForward()))
                .findFirst()
                .orElse(k);
        if (like != k) {
            long weights = Subject.weights(kind.feedForward().tensors(architecture.hiddenSize()), kind.count(), false);
            return Optional.of(new RepeatedBox(
                    subject, PartColor.FEED_FORWARD, PartWords.title(kind.feedForward()), letter(like), path, weights));
        }
        return kind.feedForward().answer(new FeedForward.Cases<>() {
            @Override
            public Optional<PartBox> dense(DenseFeedForward network) {
                return Optional.of(new DenseBox(subject, kind.count(), network, path + "."));
            }

            @Override
            public Optional<PartBox> experts(MixtureOfExperts network) {
                return Optional.of(new ExpertsBox(subject, kind.count(), network, path + "."));
            }

            @Override
            public Optional<PartBox> none(NoFeedForward network) {
                return Optional.empty();
            }
        });
    }

    /** {@code A} to {@code Z}, then {@code AA}, {@code AB}, … */
    static String letter(int kind) {
        String last = String.valueOf((char) ('A' + kind % LETTERS));
        return kind < LETTERS ? last : letter(kind / LETTERS - 1) + last;
    }

    private int runs(LayerGroup group, int k) {
        int runs = 0;
        for (LayerBlock block : group.blocks()) {
            runs += isKind(block, k) ? 1 : 0;
        }
        return runs;
    }

    private boolean isKind(LayerBlock block, int k) {
        return kinds.get(k).attention().equals(block.attention())
                && kinds.get(k).feedForward().equals(block.feedForward());
    }

    private int kindOf(LayerBlock block) {
        for (int k = 0; k < kinds.size(); k++) {
            if (isKind(block, k)) {
                return k;
            }
        }
        throw new IllegalStateException("a layer of no kind");
    }

    /** A bracket whose line is interrupted by its count. */
    private static void drawBracket(Canvas canvas, Repeat repeat, double top, double bottom) {
        double x = repeat.x();
        double middle = (top + bottom) / 2;
        canvas.stroke(
                "d-bracket",
                new PathData()
                        .move(x - 7, top)
                        .horizontal(x - 3)
                        .corner(x, top, x, top + 3)
                        .vertical(middle - 11)
                        .move(x, middle + 11)
                        .vertical(bottom - 3)
                        .corner(x, bottom, x - 3, bottom)
                        .horizontal(x - 7));
        canvas.text(TextStyle.COUNT, Anchor.MIDDLE, x, middle + 5, repeat.count());
    }
}
