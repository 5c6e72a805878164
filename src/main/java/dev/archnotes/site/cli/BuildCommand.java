package dev.archnotes.site.cli;

import dev.archnotes.site.build.LastBuild;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.cli.argument.TemplatesOption;
import dev.archnotes.site.template.OwnTemplates;
import dev.archnotes.site.template.TemplatesRefused;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.OutputPlace;
import dev.archnotes.site.write.OutputRefused;
import dev.archnotes.site.write.SiteWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Builds the site. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Check the notes and build the site from them.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.NOTES_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {
            "  archnotes build",
            "  archnotes build --notes docs --output public --base-url https://example.org/docs/",
            "  archnotes build --drafts --format github",
            "  archnotes build --templates templates"
        })
public final class BuildCommand implements Callable<Integer> {
    @Mixin
    private NotesOptions options;

    @Mixin
    private ReportOptions report;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            defaultValue = NotesOptions.OUTPUT,
            description = "The site's folder, replaced as a whole (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Mixin
    private AddressOptions addresses;

    @Mixin
    private TemplatesOption templates;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = command.commandLine().getErr();
        if (options.isMissing()) {
            err.println(options.missing());
            return ExitCode.USAGE;
        }
        Optional<String> fault = addresses.fault();
        if (fault.isPresent()) {
            err.println("archnotes: " + fault.get());
            return ExitCode.USAGE;
        }
        OwnTemplates own;
        try {
            OutputPlace.checkApart(options.notes(), output);
            own = templates.templates(options.notes());
            NotesOptions.heal(output, err);
        } catch (OutputRefused | TemplatesRefused refused) {
            err.println("archnotes: " + refused.getMessage());
            return ExitCode.USAGE;
        }
        long start = System.nanoTime();
        Optional<LastBuild> last = last();
        Optional<LastBuild.Outcome> done = last.isPresent() ? last.get().stillTrue() : Optional.empty();
        if (done.isPresent()) {
            report.tellAgain(command.commandLine(), done.get().told());
            tellOfAddress(done.get().published());
            tell("unchanged: " + done.get().said(), start);
            return ShortRun.unchanged();
        }
        Optional<LastBuild.Site> kept = last.flatMap(LastBuild::site);
        return kept.isPresent() ? again(last.orElseThrow(), kept.get(), start) : anew(last, own, start);
    }

    /** Writes a site that was made before, of notes that say the same. */
    private int again(LastBuild last, LastBuild.Site site, long start) throws IOException {
        report.tellAgain(command.commandLine(), site.outcome().told());
        Optional<SiteWriter.Outcome> outcome = write(site.files());
        if (outcome.isEmpty()) {
            return ExitCode.USAGE;
        }
        tellOfAddress(site.outcome().published());
        tell(outcome.get(), site.outcome().said(), site.files().size(), start);
        last.keep(site);
        return ShortRun.unchanged();
    }

    private int anew(Optional<LastBuild> last, OwnTemplates own, long start) throws IOException {
        PrintWriter err = command.commandLine().getErr();
        SiteBuild.Result result;
        try (ProgressLine progress = report.progress(command.commandLine())) {
            result = options.build().with(own).telling(progress).render(addresses.addresses());
        } catch (TemplatesRefused refused) {
            err.println("archnotes: " + refused.getMessage());
            return ExitCode.USAGE;
        }
        report.print(command.commandLine(), options, result, true);
        if (result.findings().hasErrors()) {
            return ExitCode.FINDINGS;
        }
        Optional<SiteWriter.Outcome> outcome = write(result.files());
        if (outcome.isEmpty()) {
            return ExitCode.USAGE;
        }
        if (!report.isQuiet()) {
            options.tellEmpty(result.library(), err);
        }
        tellOfAddress(result.library().settings().addresses().isPublished());
        long bytes = result.files().stream()
                .mapToLong(file -> file.content().length())
                .sum();
        String what = NotesOptions.counted(result.pages().size(), "page")
                + " from " + NotesOptions.counted(result.library()) + ", "
                + result.files().size() + " files, " + size(bytes);
        tell(outcome.get(), what, result.files().size(), start);
        last.ifPresent(run -> run.keep(result, what, options.print(result, true)));
        return ExitCode.OK;
    }

    /** The last run with the same options; none where templates of one's own have a part in it. */
    private Optional<LastBuild> last() throws IOException {
        return templates.isGiven()
                ? Optional.empty()
                : options.last(report, "build " + addresses.addresses(), Optional.of(output));
    }

    private void tellOfAddress(boolean published) {
        if (!report.isQuiet() && !published) {
            PrintWriter err = command.commandLine().getErr();
            err.println("archnotes: note: without --base-url the site has no sitemap, feed, share pictures or canonical"
                    + " addresses");
            err.flush();
        }
    }

    /** Writes the files of the site; empty, with a word about it, where the folder is not one to write to. */
    private Optional<SiteWriter.Outcome> write(List<OutputFile> files) throws IOException {
        try {
            return Optional.of(SiteWriter.write(output, files));
        } catch (OutputRefused refused) {
            command.commandLine().getErr().println("archnotes: " + refused.getMessage());
            return Optional.empty();
        }
    }

    private void tell(SiteWriter.Outcome outcome, String what, int files, long start) {
        PrintWriter err = command.commandLine().getErr();
        outcome.left()
                .forEach(folder -> err.println("archnotes: warning: " + folder
                        + " is not needed any more and could not be deleted; delete it by hand"));
        err.flush();
        // where it found some in their place
        String written =
                outcome.changed() && outcome.written() < files ? " (" + outcome.written() + " new or changed)" : "";
        tell((outcome.changed() ? "wrote " : "unchanged: ") + what + written, start);
    }

    private void tell(String what, long start) {
        long milliseconds = (System.nanoTime() - start) / 1_000_000;
        report.tell(
                command.commandLine(),
                what + ", to " + output + " in " + milliseconds / 1000 + "." + milliseconds % 1000 / 100 + " s");
    }

    /** {@code 340 kB}, and from ten million bytes on {@code 12 MB}. */
    private static String size(long bytes) {
        return bytes < 10_000_000 ? (bytes + 999) / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }
}
