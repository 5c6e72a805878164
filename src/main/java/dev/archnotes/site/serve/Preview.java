package dev.archnotes.site.serve;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Severity;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The site that is shown, built again and again. While the notes have errors, the last site without errors stays. */
public final class Preview {
    /** Nobody reads on in a browser; the terminal has the others. */
    private static final int MOST_PROBLEMS = 30;

    /** How long a browser takes to show a page that has changed. */
    private static final long PAINTING_MILLISECONDS = 50;

    private final Build build;
    private final String folder;
    private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    private int sites;
    private Showing showing = Showing.NOTHING;

    /** So many pages that were read last are most likely still looked at. */
    private static final int READ_LAST = 3;

    /** The addresses of the pages that were read last, the very last one at the end. */
    private final Set<String> readLast = new LinkedHashSet<>();

    /** How many browsers look at which pages, by address. */
    private final Map<String, Integer> opened = new ConcurrentHashMap<>();

    /** Makes a site of the notes as they are now. */
    @FunctionalInterface
    public interface Build {
        /**
         * The site, or what is wrong with the notes.
         *
         * @param first pages that may be shown before the site is ready
         */
        SiteBuild.Result render(SiteBuild.FirstPages first) throws IOException;
    }

    /**
     * What a build came to.
     *
     * @param result what it did
     * @param changed how many files of the site are others than before
     * @param news whether a browser is shown anything new
     * @param milliseconds how long it took
     */
    public record Outcome(SiteBuild.Result result, int changed, boolean news, long milliseconds) {}

    /**
     * A preview that shows nothing yet.
     *
     * @param folder the notes folder as the author calls it, with a slash at its end
     */
    public Preview(Build build, String folder) {
        this.build = build;
        this.folder = folder;
    }

    /**
     * Builds the site again; a browser is shown it, or what is wrong with the notes.
     *
     * @throws IOException where the notes cannot be read; a browser is shown that, too
     */
    public Outcome rebuild() throws IOException {
        long start = System.nanoTime();
        Showing shownBefore = showing();
        Optional<ShownSite> before = shownBefore.site();
        SiteBuild.Result result;
        try {
            result = build.render(new OpenPages());
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            String reason = broken instanceof IOException
                    ? "the notes cannot be read: " + broken.getMessage()
                    : "the program failed in its work";
            show(new Showing(
                    showing().site(),
                    List.of(new Showing.Problem(true, reason + "; the terminal tells more")),
                    "Not built"));
            throw broken;
        }
        Optional<ShownSite> after = result.findings().hasErrors() ? before : Optional.of(site(result, before));
        int changed = after.map(site -> before.map(site::differences)
                        .orElse(site.files().keySet())
                        .size())
                .orElse(0);
        boolean moved = !after.map(ShownSite::base).equals(before.map(ShownSite::base));
        Showing now = showing(changed == 0 && !moved ? before : after, result);
        boolean news = !now.json("").equals(shownBefore.json(""));
        if (news) {
            show(now);
        }
        return new Outcome(result, changed, news, (System.nanoTime() - start) / 1_000_000);
    }

    private ShownSite site(SiteBuild.Result result, Optional<ShownSite> before) {
        ShownSite site = ShownSite.of(result.library().settings().addresses().base(), result.files(), nextVersion());
        return before.map(site::after).orElse(site);
    }

    private String nextVersion() {
        sites++;
        return run + "-" + sites;
    }

    /** The pages that are open in a browser, or were read last, each of which is shown as soon as it is ready. */
    private final class OpenPages implements SiteBuild.FirstPages {
        @Override
        public Set<String> files() {
            Optional<ShownSite> site = showing().site();
            return Stream.concat(opened.keySet().stream(), readLast().stream())
                    .flatMap(address -> site.flatMap(shown -> shown.fileAt(address)).stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public void show(List<OutputFile> pages) {
            Showing last = showing();
            ShownSite before = last.site().orElseThrow();
            boolean changed = pages.stream()
                    .anyMatch(
                            page -> !Arrays.equals(page.bytes(), before.files().get(page.path())));
            if (changed) {
                Preview.this.show(
                        new Showing(Optional.of(before.with(pages, nextVersion())), last.problems(), last.headline()));
                leaveProcessor();
            }
        }

        /** Lets the browser show what it got before the rest is made. */
        private void leaveProcessor() {
            try {
                TimeUnit.MILLISECONDS.sleep(PAINTING_MILLISECONDS);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** That a page is read, by a browser or by whatever else asks for it. */
    void read(String address) {
        boolean isPage = showing()
                .site()
                .flatMap(site -> site.fileAt(address))
                .filter(file -> file.endsWith(".html"))
                .isPresent();
        if (isPage) {
            synchronized (readLast) {
                readLast.remove(address);
                readLast.add(address);
                if (readLast.size() > READ_LAST) {
                    readLast.remove(readLast.iterator().next());
                }
            }
        }
    }

    private List<String> readLast() {
        synchronized (readLast) {
            return List.copyOf(readLast);
        }
    }

    /** That a page is looked at in a browser. */
    void open(String address) {
        opened.merge(address, 1, Integer::sum);
    }

    /** That a page is not looked at any more. */
    void close(String address) {
        opened.computeIfPresent(address, (same, times) -> times == 1 ? null : times - 1);
    }

    private Showing showing(Optional<ShownSite> site, SiteBuild.Result result) {
        Diagnostics findings = result.findings();
        DiagnosticPrinter printer = new DiagnosticPrinter(result.library().sources()::get, false, folder);
        List<Diagnostic> told = new ArrayList<>(findings.all());
        // what keeps the site from being built comes first
        told.sort(Comparator.comparing(Diagnostic::severity));
        List<Showing.Problem> problems = told.stream()
                .limit(MOST_PROBLEMS)
                .map(finding -> new Showing.Problem(
                        finding.severity() == Severity.ERROR,
                        printer.print(finding).stripTrailing()))
                .toList();
        String headline = Stream.of(Severity.values())
                .filter(severity -> findings.count(severity) > 0)
                .map(severity -> severity.counted(findings.count(severity)))
                .collect(Collectors.joining(" and "));
        return new Showing(site, problems, headline);
    }

    /** What is shown now. */
    synchronized Showing showing() {
        return showing;
    }

    private synchronized void show(Showing now) {
        showing = now;
        notifyAll();
    }

    /**
     * What is shown, as soon as it is something else than that or so much time has passed.
     *
     * @param seen what was shown before
     */
    synchronized Showing after(Showing seen, long milliseconds) throws InterruptedException {
        if (showing == seen) {
            wait(milliseconds);
        }
        return showing;
    }
}
