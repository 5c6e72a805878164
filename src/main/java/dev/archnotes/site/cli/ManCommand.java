package dev.archnotes.site.cli;

import dev.archnotes.site.cli.report.ManPage;
import dev.archnotes.site.read.GeneratorVersion;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the man page. */
@Command(
        name = "man",
        mixinStandardHelpOptions = true,
        description = "Print the man page: all commands with their options, in the format of man.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
        footerHeading = ExitCode.EXAMPLES,
        footer = {"  archnotes man | man -l -", "  archnotes man > ~/.local/share/man/man1/archnotes.1"})
public final class ManCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        out.print(ManPage.of(command.root(), GeneratorVersion.NUMBER));
        out.flush();
        return ExitCode.OK;
    }
}
