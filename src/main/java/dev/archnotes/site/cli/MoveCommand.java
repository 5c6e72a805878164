package dev.archnotes.site.cli;

import dev.archnotes.model.diagnostic.Edit;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.site.move.MoveRefused;
import dev.archnotes.site.move.NoteMove;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Moves a note or a folder. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description = {
            "Move or rename a note or a folder of notes.",
            "Every link to it and from it is rewritten, and the address that its page had before leads on. Paths are"
                    + " within the notes folder."
        },
        exitCodeListHeading = ExitCode.HEADING,
        exitCodeList = {ExitCode.FINE, ExitCode.NOTES_WRONG, ExitCode.WRONG_CALL, ExitCode.OWN_FAULT},
        footerHeading = ExitCode.EXAMPLES,
        footer = {"  archnotes move kv-cache.md memory/kv-cache.md", "  archnotes move guide handbook --dry-run"})
public final class MoveCommand implements Callable<Integer> {
    @Option(
            names = "--notes",
            paramLabel = "DIR",
            defaultValue = "notes",
            description = "The notes folder (default: ${DEFAULT-VALUE}).")
    private Path notes;

    @Parameters(index = "0", paramLabel = "FROM", description = "The note or folder: Generic/kv-cache.md")
    private Path from;

    @Parameters(index = "1", paramLabel = "TO", description = "Where it is to be; nothing may be there yet.")
    private Path to;

    @Option(names = "--dry-run", description = "Say what would change, and change nothing.")
    private boolean dryRun;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        if (!Files.isDirectory(notes)) {
            err.println(NotesOptions.missing(notes));
            return ExitCode.USAGE;
        }
        boolean outer = !Files.exists(notes.resolve(from)) && from.normalize().startsWith(notes.normalize());
        String source = within(from, outer);
        String target = within(to, outer);
        try {
            NoteMove move = NoteMove.of(notes, source, target);
            if (!dryRun) {
                move.make();
            }
            move.edits().forEach(edit -> out.println(said(edit)));
            move.addresses()
                    .forEach((note, address) ->
                            out.println(HiddenCharacters.onOneLine(note + ": " + address + " leads here")));
            out.println((dryRun ? "would move " : "moved ") + source + " to " + target + ", with "
                    + NotesOptions.counted(move.edits().size(), "link") + " and "
                    + former(move.addresses().size()));
            out.flush();
            return ExitCode.OK;
        } catch (MoveRefused refused) {
            err.println("archnotes: " + refused.getMessage());
            return ExitCode.USAGE;
        }
    }

    private static String former(int addresses) {
        return addresses + (addresses == 1 ? " former address" : " former addresses");
    }

    /** A path within the notes folder, also where it was named from outside, as a shell completes it. */
    private String within(Path named, boolean outer) {
        Path path = named.normalize();
        Path inner =
                outer && path.startsWith(notes.normalize()) ? notes.normalize().relativize(path) : path;
        return inner.toString().replace(inner.getFileSystem().getSeparator(), "/");
    }

    private static String said(Edit edit) {
        return HiddenCharacters.onOneLine(edit.place() + ": " + edit.written() + " is now " + edit.replacement());
    }
}
