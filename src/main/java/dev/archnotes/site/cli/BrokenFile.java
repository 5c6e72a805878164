package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.HiddenCharacters;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells in one line that a file cannot be read or written; anything else is a fault of the program. */
public final class BrokenFile implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception broken, CommandLine command, ParseResult arguments) {
        return tell(broken, command);
    }

    /** Tells what went wrong, and gives the exit code for it. */
    static int tell(Throwable broken, CommandLine command) {
        Optional<IOException> file = file(broken);
        if (file.isEmpty()) {
            return Unexpected.tell(broken, command);
        }
        command.getErr().println("archnotes: " + HiddenCharacters.onOneLine(reason(file.get())));
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    /**
     * Tells that figures of a model cannot be computed.
     *
     * @param model the file or id that the user named
     * @return the exit code for that
     */
    static int tooLarge(CommandLine command, Object model) {
        command.getErr()
                .println("archnotes: " + model + ": the sizes are too large, a figure does not fit into 64 bits");
        return ExitCode.FINDINGS;
    }

    /** What the file system said; a stream of files, and a thread beside this one, say it by an exception of theirs. */
    private static Optional<IOException> file(Throwable broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException file) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** The exceptions of the file system have only the name of the file for a message. */
    private static String reason(IOException broken) {
        if (broken instanceof AccessDeniedException) {
            return broken.getMessage() + ": no permission";
        }
        boolean nameAlone = broken instanceof FileSystemException && ((FileSystemException) broken).getReason() == null;
        return nameAlone ? broken.getMessage() + ": it cannot be read or written" : String.valueOf(broken.getMessage());
    }
}
