package dev.archnotes.site.build;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.check.Checks;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.files.CardFiles;
import dev.archnotes.site.files.SiteFiles;
import dev.archnotes.site.markdown.math.MathRenderer;
import dev.archnotes.site.markdown.math.TemmlMath;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.plan.SitePlanner;
import dev.archnotes.site.read.LibraryReader;
import dev.archnotes.site.render.PageRenderer;
import dev.archnotes.site.template.OwnTemplates;
import dev.archnotes.site.templates.Templates;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.Spool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A build, from the notes folder to the site: read, check, plan, render, write. Each step hands an immutable value to
 * the next; with any error nothing is written.
 */
public final class SiteBuild {
    /** Of fewer pages, all fit into the memory that a build needs anyway. */
    private static final int MANY_PAGES = 2_000;

    private final Path notes;
    private final MathRenderer math;
    private final CardFiles cards;
    private final boolean drafts;
    private final OwnTemplates templates;
    private final Consumer<Step> progress;

    /** The folder in which a large site may lie until it is written. */
    private final Optional<Path> spools;

    /** What a build is at. */
    public enum Step {
        READING("reading the notes"),
        CHECKING("checking"),
        RENDERING("rendering the pages"),
        DRAWING("drawing cards and writing the site");

        private final String words;

        Step(String words) {
            this.words = words;
        }

        /** {@code reading the notes}. */
        public String words() {
            return words;
        }
    }

    /**
     * A build of a notes folder.
     *
     * @param cache the folder in which formulas and cards are kept between builds
     */
    public SiteBuild(Path notes, Path cache) {
        this(notes, cache, false);
    }

    /**
     * The same with drafts or without.
     *
     * @param drafts whether notes that say they are drafts are published, too
     */
    public SiteBuild(Path notes, Path cache, boolean drafts) {
        this(
                notes,
                TemmlMath.withCache(cache),
                new CardFiles(cache),
                drafts,
                OwnTemplates.NONE,
                step -> {},
                Optional.of(cache));
    }

    /**
     * A build with renderers of its own.
     *
     * @param math sets formulas
     * @param cards draws cards
     */
    public SiteBuild(Path notes, MathRenderer math, CardFiles cards) {
        this(notes, math, cards, false, OwnTemplates.NONE, step -> {}, Optional.empty());
    }

    private SiteBuild(
            Path notes,
            MathRenderer math,
            CardFiles cards,
            boolean drafts,
            OwnTemplates templates,
            Consumer<Step> progress,
            Optional<Path> spools) {
        this.spools = spools;
        this.templates = templates;
        this.progress = progress;
        this.drafts = drafts;
        this.notes = notes;
        this.math = math;
        this.cards = cards;
    }

    /** The same build, which says what it is at. */
    public SiteBuild telling(Consumer<Step> listener) {
        return new SiteBuild(notes, math, cards, drafts, templates, listener, spools);
    }

    /** The same build with templates of the site's own. */
    public SiteBuild with(OwnTemplates own) {
        return new SiteBuild(notes, math, cards, drafts, own, progress, spools);
    }

    /**
     * What a build did.
     *
     * @param library what was read
     * @param findings what is wrong with it
     * @param pages the pages of the site, without those of sites below it; none after errors
     * @param files the files of the site and of those below it; none after errors
     */
    public record Result(Library library, Diagnostics findings, List<Page> pages, List<OutputFile> files) {
        public Result {
            pages = List.copyOf(pages);
            files = List.copyOf(files);
        }

        static Result withoutSite(Library library, Diagnostics findings) {
            return new Result(library, findings, List.of(), List.of());
        }
    }

    /** Pages that somebody looks at, which are shown before the rest of the site is ready. */
    public interface FirstPages {
        /** Nobody looks at any. */
        FirstPages NONE = new FirstPages() {
            @Override
            public Set<String> files() {
                return Set.of();
            }

            @Override
            public void show(List<OutputFile> pages) {
                throw new IllegalStateException("no page was asked for");
            }
        };

        /** The files of these pages. */
        Set<String> files();

        /**
         * Shows those of them that belong to one note each.
         *
         * @param pages as they will be in the site, unless their frame has changed, too
         */
        void show(List<OutputFile> pages);
    }

    /** Reads and checks the notes, those of sites below this one, too. */
    public Result check() throws IOException {
        return SitesBelow.joined(
                notes, checkAlone(), (folder, site) -> of(folder).checkAlone());
    }

    /** The same build of another folder. */
    private SiteBuild of(Path folder) {
        return new SiteBuild(folder, math, cards, drafts, templates, progress, spools);
    }

    private Result checkAlone() throws IOException {
        progress.accept(Step.READING);
        LibraryReader.Result read = LibraryReader.read(notes, drafts, Memory.none());
        progress.accept(Step.CHECKING);
        Checks.Result checked = new Checks(math).run(Catalogue.of(read.library()));
        return Result.withoutSite(read.library(), told(read, checked));
    }

    /** All findings, each as grave as the settings of the site have it. */
    private static Diagnostics told(LibraryReader.Result read, Checks.Result checked) {
        return read.library()
                .settings()
                .treatment()
                .levels()
                .apply(read.findings().and(checked.findings()));
    }

    /**
     * Reads, checks, plans and renders the site and those below it; nothing is written.
     *
     * @param addresses where the site and its sources will stand; where empty, as in its settings
     */
    public Result render(SiteSettings.Addresses addresses) throws IOException {
        return render(addresses, Memory.none(), planned -> {});
    }

    /**
     * The first edition of a site that is made again and again in this process, each time that a note has changed.
     *
     * @param addresses where the site and its sources will stand; where empty, as in its settings
     */
    public Edition first(SiteSettings.Addresses addresses) throws IOException {
        Memory memory = Memory.first();
        return Edition.first(addresses, render(addresses, memory, planned -> {}), memory);
    }

    /**
     * The edition behind another one, of the notes as they are now. Only what a change can affect is done again; the
     * files are those of a build from nothing, byte for byte.
     */
    public Edition next(Edition former) throws IOException {
        return next(former, FirstPages.NONE);
    }

    /**
     * The same, which gives some pages before all else, unless there were errors before or are any now.
     *
     * @param first the pages; those of sites below are not among them
     */
    public Edition next(Edition former, FirstPages first) throws IOException {
        Memory memory = former.memory().next();
        List<Page> pages = former.result().pages();
        Set<String> files = pages.isEmpty() ? Set.of() : first.files();
        Consumer<Planned> showing =
                files.isEmpty() ? planned -> {} : planned -> first.show(planned.render(files, pages, math, memory));
        return former.next(render(former.addresses(), memory, showing), memory);
    }

    /** A site that can be planned. */
    private record Planned(SiteSettings settings, SitePlanner planner, Templates templates) {
        /** Some pages in the frame that the site had before. */
        List<OutputFile> render(Set<String> files, List<Page> former, MathRenderer math, Memory memory) {
            return new PageRenderer(settings, former, math, templates, memory).render(planner.plan(files));
        }
    }

    private Result render(SiteSettings.Addresses addresses, Memory memory, Consumer<Planned> showing)
            throws IOException {
        return SitesBelow.joined(
                notes,
                renderAlone(library -> library.at(addresses), memory, showing),
                (folder, site) -> of(folder)
                        .renderAlone(library -> library.within(site), memory.of(folder.toString()), planned -> {}));
    }

    private Result renderAlone(UnaryOperator<Library> placed, Memory memory, Consumer<Planned> showing)
            throws IOException {
        templates.checkApart(notes);
        OwnTemplates.Compiled printed = templates.compiled(notes);
        progress.accept(Step.READING);
        LibraryReader.Result read = LibraryReader.read(notes, drafts, memory);
        Library library = placed.apply(read.library());
        Catalogue catalogue = Catalogue.of(library);
        progress.accept(Step.CHECKING);
        Checks.Result checked = new Checks(math).run(catalogue);
        Diagnostics findings = told(read, checked).and(printed.findings());
        if (findings.hasErrors()) {
            return Result.withoutSite(withTemplates(library, printed), findings);
        }
        progress.accept(Step.RENDERING);
        SitePlanner planner = new SitePlanner(catalogue, checked.targets(), memory);
        List<Page> pages;
        List<OutputFile> files;
        Spool spool;
        try {
            showing.accept(new Planned(library.settings(), planner, printed.templates()));
            pages = planner.plan();
            PageRenderer renderer = new PageRenderer(library.settings(), pages, math, printed.templates(), memory);
            spool = spool(pages.size(), memory);
            files = new ArrayList<>(renderer.render(spool));
        } catch (RuntimeException failed) {
            Diagnostic fault = printed.failure(failed).orElseThrow(() -> failed);
            return Result.withoutSite(withTemplates(library, printed), findings.and(Diagnostics.of(List.of(fault))));
        }
        progress.accept(Step.DRAWING);
        if (library.settings().addresses().isPublished()) {
            files.addAll(cards.of(library.settings().title(), pages, memory));
        }
        files.addAll(SiteFiles.besides(pages, catalogue, memory, spool));
        return new Result(library, findings, pages, files);
    }

    private Spool spool(int pages, Memory memory) {
        return pages < MANY_PAGES || memory.isKept()
                ? Spool.NONE
                : spools.map(Spool::in).orElse(Spool.NONE);
    }

    /** The texts of what was read, with those of the site's own templates, for whoever shows the line of a finding. */
    private static Library withTemplates(Library library, OwnTemplates.Compiled own) {
        if (own.sources().isEmpty()) {
            return library;
        }
        SortedMap<String, String> sources = new TreeMap<>(library.sources());
        sources.putAll(own.sources());
        return library.withFigures(library.figures(), sources);
    }
}
