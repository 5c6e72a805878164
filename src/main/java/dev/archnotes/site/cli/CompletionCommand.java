package dev.archnotes.site.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description =
                "Print a script that teaches a shell to complete the commands and options of archnotes. It is for "
                        + "the word archnotes, be that a program or an alias.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
        footerHeading = ExitCode.EXAMPLES,
        footer = {
            "  alias archnotes='java -jar archnotes.jar'",
            "  source <(archnotes completion bash)",
            "  archnotes completion zsh > ~/.archnotes.zsh",
        })
public final class CompletionCommand implements Callable<Integer> {
    /** The shells that the script is for: it finds out itself in which of them it runs. */
    enum Shell {
        bash,
        zsh
    }

    @Parameters(paramLabel = "SHELL", description = "${COMPLETION-CANDIDATES}.")
    private Shell shell;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        out.print(AutoComplete.bash("archnotes", command.root().commandLine()));
        out.flush();
        return ExitCode.OK;
    }
}
