package dev.archnotes.site.cli;

import dev.archnotes.site.read.GeneratorVersion;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Entry point of the command line. */
@Command(
        name = "archnotes",
        description = "Notes on language-model architectures: checks them, computes every figure, builds the site.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.NOTES_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {
            "  archnotes new site my-notes",
            "  archnotes build --notes my-notes/notes",
            "  archnotes facts qwen3-8b",
            "",
            "'archnotes COMMAND --help' tells the rest."
        })
public final class Main implements Runnable {
    @Spec
    private CommandLine.Model.CommandSpec command;

    @Option(
            names = "--trace",
            hidden = true,
            scope = ScopeType.INHERIT,
            description = "Show where in the program a failure happened.")
    private boolean trace;

    /** Runs a command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        System.exit(start(arguments));
    }

    /** The exit code; also of a failure before there is a command that could tell of it, or in a thread beside it. */
    static int start(String[] arguments) {
        PrintWriter err = utf8(FileDescriptor.err);
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> Unexpected.tell(failure, err, false));
        try {
            System.setProperty("java.awt.headless", "true");
            ShortRun.endWithParent();
            return ShortRun.of(arguments).orElseGet(() -> archnotes(arguments).execute(arguments));
        } catch (RuntimeException | Error failure) {
            return Unexpected.tell(failure, err, List.of(arguments).contains("--trace"));
        }
    }

    /** The command line with all its commands. */
    public static CommandLine archnotes() {
        return archnotes(List.of(
                BuildCommand.class,
                ServeCommand.class,
                VerifyCommand.class,
                CheckCommand.class,
                MoveCommand.class,
                LinksCommand.class,
                FactsCommand.class,
                CompareCommand.class,
                FitCommand.class,
                TypesCommand.class,
                ImportCommand.class,
                NewCommand.class,
                SchemaCommand.class,
                CompletionCommand.class,
                ManCommand.class));
    }

    /**
     * The command line; with one command alone where the arguments begin with one that is called often: what all of
     * them take would be read first, which is a tenth of the time of a check.
     */
    static CommandLine archnotes(String[] arguments) {
        return switch (arguments.length == 0 ? "" : arguments[0]) {
            case "build" -> archnotes(List.of(BuildCommand.class));
            case "check" -> archnotes(List.of(CheckCommand.class));
            case "serve" -> archnotes(List.of(ServeCommand.class));
            case "facts" -> archnotes(List.of(FactsCommand.class));
            case "fit" -> archnotes(List.of(FitCommand.class));
            case "verify" -> archnotes(List.of(VerifyCommand.class));
            default -> archnotes();
        };
    }

    private static CommandLine archnotes(List<Class<?>> commands) {
        CommandLine archnotes = new CommandLine(new Main());
        commands.forEach(archnotes::addSubcommand);
        return archnotes
                .setExecutionStrategy(Main::run)
                .setExecutionExceptionHandler(new BrokenFile())
                .setParameterExceptionHandler(new WrongCall())
                .setOut(utf8(FileDescriptor.out))
                .setErr(utf8(FileDescriptor.err));
    }

    /** An error of the machine, such as one of too little memory, is told like any other failure. */
    private static int run(ParseResult arguments) {
        try {
            return new CommandLine.RunLast().execute(arguments);
        } catch (Error failure) {
            List<CommandLine> commands = arguments.asCommandLineList();
            throw new ExecutionException(commands.get(commands.size() - 1), failure.toString(), failure);
        }
    }

    boolean isTraced() {
        return trace;
    }

    /** The same bytes in every locale: a figure may hold a character that the locale's own encoding lacks. */
    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "name a command");
    }

    /** The version of the program. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"archnotes " + GeneratorVersion.NUMBER};
        }
    }
}
