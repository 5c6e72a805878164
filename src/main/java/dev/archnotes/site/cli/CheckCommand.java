package dev.archnotes.site.cli;

import dev.archnotes.site.build.SiteBuild;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs all checks and writes nothing. */
@Command(name = "check", mixinStandardHelpOptions = true, description = "Run all checks on the notes; write nothing.")
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private NotesOptions options;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = command.commandLine().getErr();
        if (options.isMissing()) {
            err.println("archnotes: there is no notes folder at " + options.notes() + "; name one with --notes");
            return ExitCode.USAGE;
        }
        NotesOptions.heal(Path.of(NotesOptions.OUTPUT), err);
        SiteBuild.Result result = options.build().check();
        err.print(options.print(result, false));
        err.flush();
        if (result.findings().hasErrors()) {
            return ExitCode.FINDINGS;
        }
        command.commandLine().getOut().println("no errors in " + NotesOptions.counted(result.library()));
        return ExitCode.OK;
    }
}
