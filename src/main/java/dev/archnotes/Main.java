package dev.archnotes;

import dev.archnotes.cli.BuildCommand;
import dev.archnotes.cli.CheckCommand;
import dev.archnotes.cli.CompareCommand;
import dev.archnotes.cli.FactsCommand;
import dev.archnotes.cli.ImportCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Entry point of the command line. */
@Command(
        name = "archnotes",
        description = "Notes on language-model architectures: checks them, computes every figure, builds the site.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {BuildCommand.class, CheckCommand.class, FactsCommand.class, CompareCommand.class, ImportCommand.class})
public final class Main implements Runnable {
    @Spec
    private CommandLine.Model.CommandSpec command;

    /** Runs a command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(ShortRun.of(arguments).orElseGet(() -> new CommandLine(new Main()).execute(arguments)));
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "name a command");
    }

    /** The version that the jar's manifest states. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"archnotes " + (version == null ? "(not packaged)" : version)};
        }
    }
}
