package dev.archnotes.site.cli;

import dev.archnotes.site.content.FailedOn;
import java.io.PrintWriter;
import picocli.CommandLine;

/**
 * Tells that the program itself failed, or that it had not memory enough: in one sentence, because a trace says nothing
 * to an author. {@code --trace} shows it to whoever looks for the fault.
 */
final class Unexpected {
    private static final long MEGABYTE = 1L << 20;

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
        if (cause instanceof OutOfMemoryError) {
            err.println("archnotes: the " + Runtime.getRuntime().maxMemory() / MEGABYTE
                    + " MB of memory that Java may use were not enough for the work" + file
                    + "; give it more, as in java -Xmx4g -jar archnotes.jar, and report it if the notes are small");
            return end(failure, err, traced, ExitCode.USAGE);
        }
        err.println("archnotes: the program failed in its work" + file + " ("
                + cause.getClass().getSimpleName()
                + "), which is its own fault; report it where archnotes comes from, with "
                + (file.isEmpty() ? "" : "this file and with ") + "what the same command says with --trace");
        return end(failure, err, traced, ExitCode.FAULT);
    }

    private static int end(Throwable failure, PrintWriter err, boolean traced, int code) {
        if (traced) {
            failure.printStackTrace(err);
        }
        err.flush();
        return code;
    }

    private static boolean isTraced(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof Main main && main.isTraced();
    }
}
