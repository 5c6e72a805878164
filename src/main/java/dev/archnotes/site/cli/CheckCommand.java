package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.site.build.LastBuild;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.fix.FixedFile;
import dev.archnotes.site.fix.Fixes;
import dev.archnotes.site.fix.LineDifference;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs all checks; writes nothing, unless it is asked to mend what is wrong. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Run all checks on the notes.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.NOTES_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {
            "  archnotes check",
            "  archnotes check --fix --dry-run",
            "  archnotes check --format json > findings.json"
        })
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private NotesOptions options;

    @Mixin
    private ReportOptions report;

    @Option(
            names = "--fix",
            description =
                    "Mend in the notes what is wrong where what is right is beyond doubt: the digits of a checked "
                            + "fact, the new id of a heading, the path of a file behind a link, another spelling of a "
                            + "known word. Everything else is left to you.")
    private boolean fix;

    @Option(names = "--dry-run", description = "With --fix: print what it would change as a diff, and change nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = command.commandLine().getErr();
        if (dryRun && (!fix || report.isForProgram())) {
            throw new ParameterException(
                    command.commandLine(),
                    fix ? "--dry-run prints a diff; the JSON has each edit" : "--dry-run goes with --fix");
        }
        if (options.isMissing()) {
            err.println(options.missing());
            return ExitCode.USAGE;
        }
        NotesOptions.heal(Path.of(NotesOptions.OUTPUT), err);
        Optional<LastBuild> last = options.last(report, "check", Optional.empty());
        Optional<LastBuild.Outcome> done = last.isPresent() ? last.get().stillTrue() : Optional.empty();
        if (done.isPresent() && !(fix && !done.get().told().isEmpty())) {
            report.tellAgain(command.commandLine(), done.get().told());
            return fine(done.get().said());
        }
        SiteBuild.Result result = check();
        if (fix) {
            List<FixedFile> fixed = Fixes.of(options.notes(), result.findings());
            if (dryRun) {
                fixed.forEach(file -> command.commandLine().getOut().print(LineDifference.of(file, options.folder())));
                command.commandLine().getOut().flush();
            } else if (!fixed.isEmpty()) {
                Fixes.write(options.notes(), fixed);
                fixed.forEach(file -> file.mended().forEach(this::tellMended));
                result = check();
            }
        }
        report.print(command.commandLine(), options, result, false);
        if (result.findings().hasErrors()) {
            return ExitCode.FINDINGS;
        }
        if (!report.isQuiet()) {
            options.tellEmpty(result.library(), err);
        }
        String counted = NotesOptions.counted(result.library());
        if (last.isPresent()) {
            last.get().keep(result, counted, options.print(result, false));
        }
        return fine(counted);
    }

    private int fine(String counted) {
        if (!dryRun) {
            report.tell(command.commandLine(), "no errors in " + counted);
        }
        return ExitCode.OK;
    }

    private SiteBuild.Result check() throws IOException {
        try (ProgressLine progress = report.progress(command.commandLine())) {
            return options.build().telling(progress).check();
        }
    }

    /** {@code mended notes/a.md:27:224: [wrong-fact] "127 KiB" is "128 KiB" now}. */
    private void tellMended(Diagnostic finding) {
        finding.edit()
                .ifPresent(edit -> report.tell(
                        command.commandLine(),
                        HiddenCharacters.onOneLine("mended " + edit.place().below(options.folder()) + ": ["
                                + finding.rule().id() + "] \"" + edit.written() + "\" is \"" + edit.replacement()
                                + "\" now")));
    }
}
