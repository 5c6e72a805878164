package dev.archnotes.bench;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.check.Checks;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.files.search.SearchIndex;
import dev.archnotes.site.markdown.MarkdownDialect;
import dev.archnotes.site.markdown.MarkdownDocument;
import dev.archnotes.site.markdown.math.MathRenderer;
import dev.archnotes.site.markdown.math.TemmlMath;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.plan.SitePlanner;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.site.render.PageRenderer;
import dev.archnotes.site.templates.StaticTemplates;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.Spool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The stages of a build, each by itself: of one note, and of a whole site of ordinary notes. The Java of a build is
 * stopped at the first compiler, and so is that of each measurement; what they say is how stages compare, and whether a
 * change made one faster, not how long a build takes, which begins with a cold Java.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"})
@State(Scope.Benchmark)
public class StagesBenchmark {
    /** How many notes the site has. */
    @Param({"100", "1000"})
    int notes;

    private Path folder;
    private String text;
    private MathRenderer math;
    private Library library;
    private Catalogue catalogue;
    private Checks.Result checked;
    private List<Page> pages;

    /** Writes the notes and does every stage once, for what the next one takes. */
    @Setup
    public void build() throws IOException {
        folder = Files.createTempDirectory("archnotes-bench");
        OrdinaryNotes.main(new String[] {folder.resolve("notes").toString(), Integer.toString(notes)});
        text = OrdinaryNotes.note(0, notes);
        math = TemmlMath.withCache(folder.resolve("cache"));
        library = readLibrary();
        catalogue = deriveCatalogue();
        checked = checkNotes();
        pages = planPages();
    }

    /** Removes the notes. */
    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One note: its Markdown, read and looked through. */
    @Benchmark
    public MarkdownDocument parseNote() {
        return MarkdownDialect.parse("note.md", 1, text, id -> false);
    }

    /** All notes, from the disk. */
    @Benchmark
    public Library readLibrary() throws IOException {
        return LibraryReader.read(folder.resolve("notes")).library();
    }

    /** What follows from them. */
    @Benchmark
    public Catalogue deriveCatalogue() {
        return Catalogue.of(library);
    }

    /** All questions about them. */
    @Benchmark
    public Checks.Result checkNotes() {
        return new Checks(math).run(catalogue);
    }

    /** All pages, as values. */
    @Benchmark
    public List<Page> planPages() {
        return new SitePlanner(catalogue, checked.targets(), Memory.none()).plan();
    }

    /** All pages, as HTML. */
    @Benchmark
    public List<OutputFile> renderPages() {
        return new PageRenderer(library.settings(), pages, math, new StaticTemplates(), Memory.none()).render();
    }

    /** The index of the search. */
    @Benchmark
    public List<OutputFile> indexWords() {
        return SearchIndex.files(catalogue, pages, Memory.none(), Spool.NONE);
    }
}
