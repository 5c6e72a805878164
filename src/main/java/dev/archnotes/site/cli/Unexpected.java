package dev.archnotes.site.cli;

import dev.archnotes.site.content.FailedOn;
import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * Tells that the program itself failed: in one sentence, because a trace says nothing to an author. {@code --trace}
 * shows it to whoever looks for the fault.
 */
final class Unexpected {
    private Unexpected() {}

    static int tell(Throwable failure, CommandLine command) {
        return tell(failure, command.getErr(), isTraced(command));
    }

    static int tell(Throwable failure, PrintWriter err, boolean traced) {
        Throwable cause = failure;
        String file = "";
        while (cause.getCause() != null) {
            if (cause instanceof FailedOn named) {
                file = " on " + named.file();
            }
            cause = cause.getCause();
        }
        err.println("archnotes: the program failed in its work" + file + " ("
                + cause.getClass().getSimpleName()
                + "), which is its own fault; report it where archnotes comes from, with "
                + (file.isEmpty() ? "" : "this file and with ") + "what the same command says with --trace");
        if (traced) {
            failure.printStackTrace(err);
        }
        err.flush();
        return ExitCode.FAULT;
    }

    private static boolean isTraced(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof Main main && main.isTraced();
    }
}
