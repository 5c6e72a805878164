package dev.archnotes.sites;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.SealedKinds;
import dev.archnotes.Variants;
import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.AttentionBiases;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.compare.Mechanism;
import dev.archnotes.model.compare.MechanismProfile;
import dev.archnotes.model.fact.PublishedFigure;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.network.Activation;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.Router;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Storage;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.model.vision.VisionEncoder;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.cli.Main;
import dev.archnotes.site.content.Evidence;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.markdown.node.Alert;
import dev.archnotes.site.markdown.node.BlockKind;
import dev.archnotes.site.write.OutputFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The field guide is sound, holds each thing that it is there to show, and is the same each time it is built. */
class FieldGuideTest {
    private final FieldGuide site = FieldGuide.get();
    private final Library library = site.catalogue().library();
    private final List<Variant> variants = site.catalogue().variants();

    @Test
    void nothingIsWrongWithIt() {
        StringWriter said = new StringWriter();
        int exit = Main.archnotes()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute("check", "--notes", FieldGuide.NOTES.toString(), "--cache", BuiltSite.CACHE.toString());

        assertThat(said.toString()).startsWith("no errors in ");
        assertThat(exit).isZero();
        assertThat(site.result().findings()).isEmpty();
    }

    /** With those of configurations that no notes treat. */
    private List<Variant> withConfigured() {
        List<Variant> all = new ArrayList<>(variants);
        all.addAll(Variants.configured());
        return all;
    }

    @Test
    void itsModelsUseEveryMechanism() throws ReflectiveOperationException {
        Set<Mechanism> used = new HashSet<>();
        for (Variant variant : withConfigured()) {
            used.addAll(MechanismProfile.of(variant.architecture()).mechanisms());
        }
        assertThat(used).containsExactlyInAnyOrder(Mechanism.values());
    }

    /** One kind of vision is enough: the encoders differ in their tensors alone, which published counts test. */
    @Test
    void itsModelsAreMadeOfEveryKindOfPart() throws ReflectiveOperationException {
        Set<Object> found = new HashSet<>();
        collect(withConfigured(), found);
        for (Class<?> family : List.of(Attention.class, FeedForward.class, PositionEncoding.class, Span.class)) {
            assertThat(found).as(family.getSimpleName()).containsAll(SealedKinds.of(family));
        }
        assertThat(found).containsAnyElementsOf(List.of(VisionEncoder.class.getPermittedSubclasses()));
        for (Class<?> words : List.of(
                Activation.class,
                AttentionBiases.class,
                Normalization.Kind.class,
                Normalization.Placement.class,
                QkNorm.Scope.class,
                Router.Function.class)) {
            assertThat(found).as(words.getSimpleName()).contains(words.getEnumConstants());
        }
        // the formats of quantized checkpoints are those of one model each, see QuantizedModulesTest
        assertThat(Storage.ALL.stream().filter(Storage::isPlain)).allMatch(found::contains);
    }

    /** Adds the class of every record and every constant that a value is made of. */
    private static void collect(Object value, Set<Object> found) throws ReflectiveOperationException {
        if (value instanceof Collection<?> several) {
            for (Object one : several) {
                collect(one, found);
            }
        } else if (value instanceof Optional<?> perhaps && perhaps.isPresent()) {
            collect(perhaps.get(), found);
        } else if (value instanceof Enum<?> || value instanceof Choice) {
            found.add(value);
        } else if (value instanceof Record) {
            found.add(value.getClass());
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                component.getAccessor().setAccessible(true);
                collect(component.getAccessor().invoke(value), found);
            }
        }
    }

    @Test
    void someOfItsPublishedFiguresAreWrongAndSayWhy() {
        Set<PublishedFigure.Verdict> verdicts = new HashSet<>();
        for (Variant variant : variants) {
            for (PublishedFigure figure : PublishedFigures.of(
                            site.catalogue()
                                    .family(variant.family())
                                    .orElseThrow()
                                    .variants(),
                            site.catalogue()::sheet)
                    .of(variant)) {
                verdicts.add(figure.verdict());
                if (figure.verdict() == PublishedFigure.Verdict.DIFFERENT) {
                    assertThat(figure.published().note())
                            .as(figure.published().text())
                            .isPresent();
                }
            }
        }
        assertThat(verdicts).containsExactlyInAnyOrder(PublishedFigure.Verdict.values());
    }

    @Test
    void itsNotesHoldEveryBlock() {
        assertThat(library.notes().stream()
                        .flatMap(note -> note.blocks().stream())
                        .map(NoteBlock::kind))
                .contains(BlockKind.values());
    }

    @Test
    void itsNotesHoldEveryAlert() {
        assertThat(library.sources().get("reading.md"))
                .contains(Arrays.stream(Alert.Kind.values())
                        .map(kind -> "[!" + kind + "]\n")
                        .toList());
    }

    /** What a page of notes may consist of, each by what it becomes. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "aside, .footnote, .sidenote",
                "table",
                "input[type=checkbox][checked]",
                "input[type=checkbox]:not([checked])",
                "del",
                "strong",
                "em",
                "blockquote",
                "hr",
                "br",
                "ol > li",
                "ul > li ",
                "p math",
                "math[display=block]",
                "pre code",
                "img[alt], figure img",
                "details > summary",
                "a[rel=external]",
                "figure.mechanism[data-mechanism] .mechanism-reading",
                "a[href^='mailto:']",
                "a[href^='#']",
                "a.cite, cite a",
                "[title*='computed'], .fact, data",
                "h2[id]",
                "h3[id]"
            })
    void oneOfItsNotesUsesEveryMark(String selector) {
        assertThat(site.documents()
                        .get("reading/index.html")
                        .select("main .prose")
                        .select(selector))
                .isNotEmpty();
    }

    @Test
    void itsTimelineHoldsEveryKindOfEntry() throws ReflectiveOperationException {
        Set<Object> found = new HashSet<>();
        collect(library.timeline(), found);
        assertThat(found).contains((Object[]) Timeline.ModelPart.values()).contains((Object[]) Evidence.values());
        assertThat(library.timeline().events()).extracting(Timeline.Event::kind).contains(Timeline.EventKind.values());
        assertThat(library.timeline().events())
                .extracting(Timeline.Event::level)
                .contains(1, 2);
        assertThat(library.lineage().edges())
                .extracting(edge -> edge.kind())
                .containsExactlyInAnyOrder(Evidence.values());
    }

    /** With an empty cache, so that what was kept from an earlier build says the same as what is made anew. */
    @Test
    void aSecondBuildGivesTheSameBytes(@TempDir Path cache) throws Exception {
        Map<String, byte[]> again = new TreeMap<>();
        for (OutputFile file : new SiteBuild(FieldGuide.NOTES, cache)
                .render(SiteSettings.Addresses.NONE)
                .files()) {
            again.put(file.path(), file.bytes());
        }
        assertThat(again.keySet()).isEqualTo(site.files().keySet());
        again.forEach(
                (path, bytes) -> assertThat(Arrays.equals(bytes, site.files().get(path)))
                        .as(path)
                        .isTrue());
    }
}
