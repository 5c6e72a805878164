package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.cli.report.FindingsReport;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** How a command tells what is wrong with notes, and what it does. */
final class ReportOptions {
    /** Where findings are told: to a person, to a program, or to GitHub, which shows them beside the lines. */
    enum Findings {
        text,
        json,
        github
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How findings are printed: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}). text is for "
                    + "people, on standard error; json is one object, and github a line of annotation each, both on "
                    + "standard output. 'archnotes schema findings' describes the JSON.")
    private Findings format;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print findings, and nothing else.")
    private boolean quiet;

    /** Whether standard output is for a program to read. */
    boolean isForProgram() {
        return format != Findings.text;
    }

    /** Whether nothing but findings is to be printed. */
    boolean isQuiet() {
        return quiet;
    }

    /** Prints what was found. */
    void print(CommandLine command, NotesOptions options, SiteBuild.Result result, boolean writes) {
        Diagnostics findings = result.findings();
        PrintWriter out = format == Findings.text ? command.getErr() : command.getOut();
        switch (format) {
            case text -> out.print(options.print(result, writes));
            case json ->
                out.print(FindingsReport.json(
                        findings, options.folder(), result.library().notes().size()));
            case github -> out.print(FindingsReport.github(findings, options.folder()));
        }
        out.flush();
    }

    /** Prints again what an earlier run found, for a person. */
    void tellAgain(CommandLine command, String told) {
        command.getErr().print(told);
        command.getErr().flush();
    }

    /** Prints what the command did: where findings are for a program, out of its way. */
    void tell(CommandLine command, String sentence) {
        if (!quiet) {
            PrintWriter out = format == Findings.text ? command.getOut() : command.getErr();
            out.println(sentence);
            out.flush();
        }
    }

    /** A line that says what the command is at; nothing where nobody looks at it. */
    ProgressLine progress(CommandLine command) {
        return new ProgressLine(command.getErr(), !quiet && isWatched(Ansi.AUTO.enabled(), System.getenv()));
    }

    /** Whether a person sits before a terminal, and no program reads along. */
    static boolean isWatched(boolean terminal, Map<String, String> environment) {
        String server = environment.getOrDefault("CI", "");
        return terminal && System.console() != null && (server.isEmpty() || server.equals("false"));
    }
}
