package dev.archnotes.model.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.SealedKinds;
import dev.archnotes.Variants;
import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.attention.PositionEncoding;
import dev.archnotes.model.attention.Span;
import dev.archnotes.model.form.Attribute;
import dev.archnotes.model.form.Choice;
import dev.archnotes.model.form.Described;
import dev.archnotes.model.form.Form;
import dev.archnotes.model.form.Sink;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.vision.VisionEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new kind has to answer every question before anything compiles, and says its attributes in one list. */
class ClosedFamiliesTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path ATTENTION = Path.of("dev/archnotes/model/attention");
    private static final Path KINDS = Path.of("src/test/resources/kinds");

    @Test
    void everyPermittedKindHasItsFormInTheFamily() {
        assertThat(Attention.forms()).hasSameSizeAs(SealedKinds.of(Attention.class));
        assertThat(FeedForward.forms()).hasSameSizeAs(FeedForward.class.getPermittedSubclasses());
        assertThat(VisionEncoder.forms()).hasSameSizeAs(VisionEncoder.class.getPermittedSubclasses());
        assertThat(PositionEncoding.forms()).hasSameSizeAs(PositionEncoding.class.getPermittedSubclasses());
        assertThat(Span.forms()).hasSameSizeAs(Span.class.getPermittedSubclasses());
    }

    @Test
    void whatAKindWritesIsTheListOfItsForm() {
        List<Described> things = new ArrayList<>(RandomArchitecture.ENCODERS);
        List<Architecture> architectures = new ArrayList<>();
        Variants.ALL.forEach(variant -> architectures.add(variant.architecture()));
        Variants.configured().forEach(variant -> architectures.add(variant.architecture()));
        RandomArchitecture random = new RandomArchitecture(1);
        for (int i = 0; i < 200; i++) {
            architectures.add(random.next());
        }
        for (Architecture architecture : architectures) {
            things.add(architecture.stream());
            things.add(architecture.multipliers());
            things.add(architecture.normalization());
            things.add(architecture.checkpoint());
            architecture.vision().ifPresent(things::add);
            for (LayerBlock kind : architecture.kinds()) {
                things.add(kind.attention());
                kind.attention().indexer().ifPresent(things::add);
                things.add(kind.attention().positions());
                things.add(kind.feedForward());
                kind.feedForward().sparse().ifPresent(experts -> things.add(experts.router()));
            }
        }
        Set<Form<?>> seen = new LinkedHashSet<>();
        for (Described thing : things) {
            if (seen.add(thing.form())) {
                Written written = new Written();
                thing.writeTo(written);
                assertThat(written.attributes)
                        .as(thing.phrase())
                        .containsExactlyElementsOf(thing.form().attributes());
                Written derived = new Written();
                thing.derivedTo(derived);
                assertThat(derived.attributes)
                        .as(thing.phrase())
                        .containsExactlyElementsOf(thing.form().derived());
            }
        }
        assertThat(seen)
                .containsAll(Attention.forms())
                .containsAll(FeedForward.forms())
                .containsAll(VisionEncoder.forms());
    }

    /** The messages name each question that the kind leaves open. */
    @Test
    void aKindThatForgetsToAnswerDoesNotCompile(@TempDir Path folder) throws IOException {
        patch(folder, "ForgetfulAttention");
        String messages = compile(folder).stream()
                .map(fault -> fault.getMessage(Locale.ROOT))
                .collect(Collectors.joining("\n"));
        assertThat(messages).contains("ForgetfulAttention is not abstract and does not override abstract method");
    }

    /**
     * What is open after the kind's own answers stands in few files, and each of them names the case that is missing.
     */
    @Test
    void aKindThatAnswersIsMissedOnlyWhereEachKindIsToldInItsOwnWords(@TempDir Path folder) throws IOException {
        patch(folder, "RetentionAttention");
        Set<String> files = new TreeSet<>();
        for (Diagnostic<? extends JavaFileObject> fault : compile(folder)) {
            assertThat(fault.getMessage(Locale.ROOT)).contains("retention(");
            files.add(Path.of(fault.getSource().toUri()).getFileName().toString());
        }
        assertThat(files)
                .containsExactly("AttentionWords.java", "HeadSharing.java", "MechanismCount.java", "WalkSizes.java");
    }

    /** The sources with one kind of attention more: the record, its name in the family, and a case for it. */
    private static void patch(Path folder, String kind) throws IOException {
        Path spec = Files.createDirectories(folder.resolve(ATTENTION));
        String fixture = Files.readString(KINDS.resolve(kind + ".java"));
        Files.writeString(spec.resolve(kind + ".java"), fixture);
        String family = Files.readString(SOURCES.resolve(ATTENTION).resolve("Attention.java"));
        Files.writeString(
                spec.resolve("Attention.java"),
                family.replace("permits SoftmaxAttention", "permits " + kind + ", SoftmaxAttention")
                        .replace("List.of(SoftmaxAttention.FORM", "List.of(" + kind + ".FORM, SoftmaxAttention.FORM")
                        .replace(
                                "interface Cases<R> {",
                                "interface Cases<R> {\n        R retention(" + kind + " attention);"));
    }

    private static List<Diagnostic<? extends JavaFileObject>> compile(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(SOURCES.resolve("dev/archnotes"))) {
            files = all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !Files.exists(folder.resolve(SOURCES.relativize(file))))
                    .filter(file -> uses(file))
                    .collect(Collectors.toCollection(ArrayList::new));
        }
        try (Stream<Path> patched = Files.walk(folder)) {
            patched.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> faults = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(faults, Locale.ROOT, null)) {
            List<String> options = List.of(
                    "-proc:none",
                    "-implicit:none",
                    "-Xlint:none",
                    "-d",
                    folder.resolve("out").toString(),
                    "-cp",
                    System.getProperty("java.class.path"));
            Files.createDirectories(folder.resolve("out"));
            compiler.getTask(null, manager, faults, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call();
        }
        return faults.getDiagnostics().stream()
                .filter(fault -> fault.getKind() == Diagnostic.Kind.ERROR)
                .collect(Collectors.toList());
    }

    /** The files that tell the kinds of attention apart, and the specification itself; the rest stands compiled. */
    private static boolean uses(Path file) {
        try {
            return file.startsWith(SOURCES.resolve(ATTENTION))
                    || Files.readString(file).contains("Attention.Cases");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Keeps the attributes that are handed to it. */
    private static final class Written implements Sink {
        private final List<Attribute<?>> attributes = new ArrayList<>();

        @Override
        public void whole(Attribute<?> at, long value, boolean absent) {
            attributes.add(at);
        }

        @Override
        public void flag(Attribute<?> at, boolean value, boolean absent) {
            attributes.add(at);
        }

        @Override
        public void decimal(Attribute<?> at, double value, boolean absent) {
            attributes.add(at);
        }

        @Override
        public void optionalDecimal(Attribute<?> at, Optional<Double> value) {
            attributes.add(at);
        }

        @Override
        public void text(Attribute<?> at, String value, boolean absent) {
            attributes.add(at);
        }

        @Override
        public void choice(Attribute<?> at, Choice value, boolean absent) {
            attributes.add(at);
        }

        @Override
        public void nested(Attribute<?> at, Described value) {
            attributes.add(at);
        }

        @Override
        public void optionalNested(Attribute<?> at, Optional<? extends Described> value) {
            attributes.add(at);
        }

        @Override
        public void beside(Attribute<?> at, Described value) {
            attributes.add(at);
        }

        @Override
        public void quotient(Attribute<?> at, long dividend, long divisor) {
            attributes.add(at);
        }
    }
}
