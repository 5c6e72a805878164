package dev.archnotes.site.cli;

import dev.archnotes.model.reader.AllTypes;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the model types that can be read. */
@Command(
        name = "types",
        mixinStandardHelpOptions = true,
        description = "Print the model types (the key model_type of a config.json) that can be read, one a line.",
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.WRONG_CALL},
        footerHeading = ExitCode.EXAMPLES,
        footer = {"  archnotes types"})
public final class TypesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        AllTypes.ALL.names().forEach(out::println);
        out.flush();
        return ExitCode.OK;
    }
}
