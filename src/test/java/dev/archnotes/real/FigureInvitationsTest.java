package dev.archnotes.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Faults;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.drawing.gallery.AllFigures;
import dev.archnotes.site.drawing.gallery.FigureKind;
import dev.archnotes.site.drawing.gallery.Figures;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a figure invites to try can be set on it. Which words of an invitation name which value stands here, so that
 * neither can be changed alone.
 */
@Tag("site")
class FigureInvitationsTest {
    /** Words of an invitation, and the value that they name. */
    private record Named(String words, String control, String value) {}

    private static final Map<FigureKind, List<Named>> NAMED = new EnumMap<>(Map.ofEntries(
            Map.entry(
                    FigureKind.HEAD_SHARING,
                    List.of(new Named("one KV head", "KV heads", "1"), new Named("a latent", "KV heads", "a latent"))),
            Map.entry(
                    FigureKind.ATTENTION_MASK,
                    List.of(
                            new Named("windows", "Mask", "sliding window"),
                            new Named("chunks", "Mask", "chunks"),
                            new Named("of 5", "Window, chunk or prefix", "5"))),
            Map.entry(FigureKind.RECEPTIVE_FIELD, List.of(new Named("from one layer", "Layers", "1"))),
            Map.entry(
                    FigureKind.CACHE_GROWTH,
                    List.of(
                            new Named("one token", "Tokens", "1"),
                            new Named("the fourth", "Tokens", "4"),
                            new Named("the long texts", "Tokens", "131,072"))),
            Map.entry(
                    FigureKind.ROUTER,
                    List.of(
                            new Named("by a loss", "Balance", "by a loss"),
                            new Named("by a bias", "Balance", "by a bias"))),
            Map.entry(FigureKind.EXPERTS_READ, List.of(new Named("Double the batch", "Batch", "16"))),
            Map.entry(
                    FigureKind.ROOFLINE,
                    List.of(new Named("to 128", "Batch", "128"), new Named("the context", "Context", "131,072"))),
            Map.entry(FigureKind.NORM_PLACEMENT, List.of(new Named("by 4", "Gain of a sub-layer", "4"))),
            Map.entry(
                    FigureKind.DELTA_RULE,
                    List.of(
                            new Named("the additive rule", "Rule", "additive"),
                            new Named("the decay", "Rule", "delta rule with decay"))),
            Map.entry(FigureKind.ATTENTION_TILES, List.of(new Named("Step through", "Step", "1"))),
            Map.entry(
                    FigureKind.DRAFT_VERIFY,
                    List.of(
                            new Named("eight drafted tokens", "Drafted tokens", "8"),
                            new Named("acceptance 0.5", "Acceptance", "0.5"),
                            new Named("0.95", "Acceptance", "0.95"))),
            Map.entry(
                    FigureKind.NUMBER_FORMATS,
                    List.of(
                            new Named("500", "Value", "500"),
                            new Named("70,000", "Value", "70,000"),
                            new Named("30 times", "Largest in its group", "30 times"))),
            Map.entry(FigureKind.DECODER_WALK, List.of(new Named("the steps", "Step", "1"))),
            Map.entry(FigureKind.ATTENTION_HEADS, List.of(new Named("the panels", "Attention", "multi-head"))),
            Map.entry(
                    FigureKind.GATED_FEED_FORWARD,
                    List.of(
                            new Named("Try ReLU", "Activation", "ReLU"),
                            new Named("squared ReLU", "Activation", "squared ReLU"))),
            Map.entry(
                    FigureKind.LOGIT_GROWTH,
                    List.of(
                            new Named("× 64", "Scale", "× 64"),
                            new Named("QK-norm", "Remedy", "QK-norm"),
                            new Named("the soft-cap", "Remedy", "soft-cap 50"))),
            Map.entry(
                    FigureKind.ROTARY_POSITIONS,
                    List.of(new Named("without scaling", "Scaling", "none"), new Named("with", "Scaling", "YaRN"))),
            Map.entry(
                    FigureKind.COMPUTE_OPTIMAL,
                    List.of(
                            new Named("ten times the compute", "Compute", "10²⁶"),
                            new Named("10¹³ tokens served", "Tokens served", "10¹³"))),
            Map.entry(
                    FigureKind.TRAINING_MEMORY,
                    List.of(new Named("stage 3", "ZeRO stage", "3"), new Named("512 devices", "Devices", "512"))),
            Map.entry(FigureKind.BYTE_PAIRS, List.of(new Named("20 times", "The text says “mate”", "20 times"))),
            Map.entry(FigureKind.SPARSE_READING, List.of(new Named("ten tokens", "Tokens that attention reads", "10"))),
            Map.entry(
                    FigureKind.GRADIENT_STEPS,
                    List.of(new Named("q 0", "Beside it, q", "0"), new Named("q 2", "Beside it, q", "2"))),
            Map.entry(FigureKind.MODEL_CUTS, List.of(new Named("8 devices", "Devices", "8"))),
            Map.entry(
                    FigureKind.IMAGE_TOKENS,
                    List.of(
                            new Named("no merging (1)", "Side of a merged square", "1"),
                            new Named("336 pixels", "Side of the photo below", "336"))),
            Map.entry(FigureKind.TWO_HEADS, List.of(new Named("larger queries", "Queries", "× 4")))));

    /** Numbers of invitations that are read off the figure and not set. */
    private static final Map<FigureKind, String> READ_OFF = Map.of(
            FigureKind.GATED_FEED_FORWARD, "a gate of −1 multiplies by 0|one of 2 multiplies by 4",
            FigureKind.TWO_HEADS, "a single 1");

    @Test
    void whatAnInvitationNamesCanBeSet() {
        Faults faults = new Faults();
        Set<FigureKind> inviting = EnumSet.noneOf(FigureKind.class);
        for (AllFigures.Drawn drawn : AllFigures.all()) {
            String left = drawn.figure().invitation();
            if (left.isEmpty()) {
                continue;
            }
            inviting.add(drawn.kind());
            for (Named named : NAMED.getOrDefault(drawn.kind(), List.of())) {
                if (!left.contains(named.words())) {
                    faults.add(drawn.toString(), "does not say \"" + named.words() + "\"");
                }
                if (place(drawn.figure(), named) < 0) {
                    faults.add(drawn.toString(), "has no " + named.control() + " of " + named.value());
                }
                left = left.replace(named.words(), "");
            }
            for (String words : READ_OFF.getOrDefault(drawn.kind(), "").split("\\|")) {
                left = left.replace(words, "");
            }
            if (left.matches(".*\\d.*")) {
                faults.add(drawn.toString(), "names a number that cannot be set: " + left);
            }
        }
        assertThat(faults.all()).isEmpty();
        assertThat(NAMED.keySet()).isEqualTo(inviting);
    }

    /** A figure that begins where its invitation leads has nothing to try. */
    @Test
    void noNoteBeginsWhereItsInvitationLeads() {
        Catalogue catalogue = RealSite.get().catalogue();
        List<String> pointless = new ArrayList<>();
        for (Note note : catalogue.library().notes()) {
            for (NoteBlock block : note.blocks()) {
                block.figure().filter(choice -> !choice.still()).ifPresent(choice -> {
                    FigureKind kind = FigureKind.of(choice.shows()).orElseThrow();
                    List<Variant> variants = block.models().list().stream()
                            .map(id -> catalogue.variant(id).orElseThrow())
                            .toList();
                    MechanismFigure figure =
                            Figures.of(kind, Figures.subjects(kind, variants).get(0));
                    Setting start = Figures.start(figure, choice.start());
                    for (Named named : NAMED.getOrDefault(kind, List.of())) {
                        int control = control(figure, named);
                        boolean movable =
                                figure.controls().get(control).values().size() > 1;
                        if (movable && isRepeated(kind, named, start.at(control), place(figure, named))) {
                            pointless.add(note.title() + ": " + kind.word() + " begins at " + named.words());
                        }
                    }
                });
            }
        }
        assertThat(pointless).isEmpty();
    }

    /**
     * Whether the only value that an invitation names of a control is where the control stands, and not where it leads
     * away from.
     */
    private static boolean isRepeated(FigureKind kind, Named named, int start, int place) {
        long others = NAMED.get(kind).stream()
                .filter(other -> other.control().equals(named.control()))
                .count();
        return others == 1 && start == place && !named.words().startsWith("from ");
    }

    private static int place(MechanismFigure figure, Named named) {
        int control = control(figure, named);
        return control < 0 ? -1 : figure.controls().get(control).values().indexOf(named.value());
    }

    private static int control(MechanismFigure figure, Named named) {
        List<String> names = figure.controls().stream().map(Control::name).toList();
        return names.indexOf(named.control());
    }
}
