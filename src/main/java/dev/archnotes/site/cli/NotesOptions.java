package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.site.build.LastBuild;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.write.SiteWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** Where the notes are and where formulas are cached. */
final class NotesOptions {
    /** The site's folder, if none is named. */
    static final String OUTPUT = "target/site";

    @Option(
            names = "--notes",
            paramLabel = "DIR",
            defaultValue = "notes",
            description = "The notes folder (default: ${DEFAULT-VALUE}).")
    private Path notes;

    @Option(
            names = "--cache",
            paramLabel = "DIR",
            description =
                    "Where formulas and cards are kept between builds (default: archnotes in the user's cache folder).")
    private Path cache;

    @Option(names = "--drafts", description = "Take notes that say they are drafts, too.")
    private boolean drafts;

    /** The build that these options describe. */
    SiteBuild build() {
        return new SiteBuild(notes, cache(), drafts);
    }

    private Path cache() {
        return cache != null ? cache : userCache();
    }

    /**
     * The last run of a command on these notes; none of a program that may change at any moment, or where findings are
     * for a program, which is told of each.
     *
     * @param asked the command and its own options
     * @param output where its site lies
     */
    Optional<LastBuild> last(ReportOptions report, String asked, Optional<Path> output) throws IOException {
        Optional<String> program = LastBuild.program();
        return program.isEmpty() || report.isForProgram()
                ? Optional.empty()
                : Optional.of(LastBuild.of(
                        new LastBuild.Caches(cache(), userCache()),
                        program.get(),
                        String.join(" ", asked, String.valueOf(drafts), String.valueOf(Ansi.AUTO.enabled()), folder()),
                        notes,
                        output));
    }

    Path notes() {
        return notes;
    }

    /** What stands before the paths of findings: the notes folder as it was named, {@code notes/}. */
    String folder() {
        String named = notes.normalize().toString().replace('\\', '/');
        return named.isEmpty() ? "" : named.endsWith("/") ? named : named + "/";
    }

    boolean isMissing() {
        return !Files.isDirectory(notes);
    }

    /** Says that the notes folder is not there, and which one may be meant. */
    String missing() {
        return missing(notes);
    }

    /** The same for a command without these options. */
    static String missing(Path notes) {
        boolean here = !notes.isAbsolute() && Files.exists(Path.of("site.yaml"));
        return "archnotes: there is no notes folder at " + notes + "; "
                + (here
                        ? "this folder is one: --notes ."
                        : "name one with --notes, or begin one with archnotes new site DIR");
    }

    /** Brings back the site of a build that was killed in the one instant in which there is none, and says so. */
    static void heal(Path output, PrintWriter err) throws IOException {
        if (SiteWriter.heal(output)) {
            err.println("archnotes: a build of " + output
                    + " was stopped before it was over; the site before it is in its place again");
        }
    }

    /** Where things are kept between builds, if no other folder is named. */
    static Path userCache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path base = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return base.resolve("archnotes");
    }

    /**
     * The findings of a build as text; paths are shown from where the command was called.
     *
     * @param writes whether a site is written where there are no errors
     */
    String print(SiteBuild.Result result, boolean writes) {
        DiagnosticPrinter printer =
                new DiagnosticPrinter(result.library().sources()::get, Ansi.AUTO.enabled(), folder());
        return printer.print(result.findings(), result.library().notes().size(), writes);
    }

    /** {@code 30 notes and 1 specification}; without models, the notes alone. */
    static String counted(Library library) {
        int specifications = library.families().size();
        return counted(library.notes().size(), "note")
                + (specifications == 0 ? "" : " and " + counted(specifications, "specification"));
    }

    /** Says that a folder has no notes, which is hardly ever meant. */
    void tellEmpty(Library library, PrintWriter err) {
        if (library.notes().isEmpty()) {
            err.println("archnotes: note: there are no notes in " + notes
                    + " yet; any file in it that ends in .md is one" + (drafts ? "" : ", unless it says draft: true"));
        }
    }

    static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
