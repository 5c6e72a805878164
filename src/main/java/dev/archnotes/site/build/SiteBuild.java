package dev.archnotes.site.build;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.check.Checks;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.files.CardFiles;
import dev.archnotes.site.files.SiteFiles;
import dev.archnotes.site.markdown.math.TemmlMath;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.plan.CardPlanner;
import dev.archnotes.site.plan.Catalogue;
import dev.archnotes.site.plan.SitePlanner;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.site.render.PageRenderer;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.SiteWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A build, from the notes folder to the site: read, check, plan, render, write. Each step hands an immutable value to
 * the next; with any error nothing is written.
 *
 * @param notes the notes folder
 * @param cache the folder in which formulas and cards are kept between builds
 */
public record SiteBuild(Path notes, Path cache) {
    /**
     * What a build did.
     *
     * @param library what was read
     * @param findings what is wrong with it
     * @param pages the number of pages; 0 after errors
     * @param files the files of the site; none after errors
     */
    public record Result(Library library, Diagnostics findings, int pages, List<OutputFile> files) {}

    /** Reads and checks the notes. */
    public Result check() throws IOException {
        CompletableFuture<TemmlMath> formulas = CompletableFuture.supplyAsync(() -> TemmlMath.withCache(cache));
        LibraryReader.Result read = LibraryReader.read(notes);
        Checks.Result checked = check(read.library(), formulas.join());
        return new Result(read.library(), read.findings().and(checked.findings()), 0, List.of());
    }

    /** Reads, checks, plans and renders; nothing is written. */
    public Result render(String baseUrl) throws IOException {
        CompletableFuture<TemmlMath> formulas = CompletableFuture.supplyAsync(() -> TemmlMath.withCache(cache));
        LibraryReader.Result read = LibraryReader.read(notes);
        Library library = withBaseUrl(read.library(), baseUrl);
        TemmlMath math = formulas.join();
        Checks.Result checked = check(library, math);
        Diagnostics findings = read.findings().and(checked.findings());
        if (findings.hasErrors()) {
            return new Result(library, findings, 0, List.of());
        }
        Catalogue catalogue = new Catalogue(library, checked.library().sheets());
        List<Page> pages = new SitePlanner(catalogue).plan();
        Map<PagePath, Card> cards = new CardPlanner(catalogue).plan(pages);
        CompletableFuture<List<OutputFile>> others =
                CompletableFuture.supplyAsync(() -> SiteFiles.of(catalogue, pages, notes));
        PageRenderer renderer = new PageRenderer(catalogue, pages, math, cards);
        List<OutputFile> files = new ArrayList<>(pages.parallelStream()
                .map(page -> new OutputFile(page.head().path().file(), renderer.render(page)))
                .toList());
        files.addAll(CardFiles.of(library.settings().title(), cards.values(), cache));
        files.addAll(others.join());
        return new Result(library, findings, pages.size(), List.copyOf(files));
    }

    /** Writes a rendered site; whether anything changed. */
    public static boolean write(Result rendered, Path target) throws IOException {
        return SiteWriter.write(target, rendered.files());
    }

    private static Checks.Result check(Library library, TemmlMath math) {
        math.prepare(library.notes().stream()
                .flatMap(note -> note.document().formulas().stream())
                .toList());
        return Checks.run(library, math);
    }

    private static Library withBaseUrl(Library library, String baseUrl) {
        if (baseUrl.isEmpty()) {
            return library;
        }
        SiteSettings old = library.settings();
        SiteSettings settings = new SiteSettings(
                old.title(), old.headline(), old.tagline(), baseUrl, old.repository(), old.editUrl(), old.issueUrl());
        return new Library(
                settings,
                library.notes(),
                library.families(),
                library.references(),
                library.timeline(),
                library.explanations(),
                library.lineage(),
                library.figures(),
                library.sources());
    }
}
