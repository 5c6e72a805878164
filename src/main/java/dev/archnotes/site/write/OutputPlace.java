package dev.archnotes.site.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Where a site may be written. */
public final class OutputPlace {
    private OutputPlace() {}

    /**
     * Makes sure that a site and the notes that it is made from lie beside one another: a build replaces all of one and
     * reads all of the other.
     *
     * @throws OutputRefused where one of them contains the other, through whatever links
     */
    public static void checkApart(Path notes, Path target) throws IOException {
        Path source = notes.toRealPath();
        Path site = realPath(target);
        String advice = "choose a folder beside the notes, for example -o " + besideNotes(notes);
        if (site.equals(source)) {
            throw new OutputRefused(target + " holds the notes and cannot hold the site as well; " + advice);
        }
        if (site.startsWith(source)) {
            throw new OutputRefused(target + " lies within the notes folder " + notes
                    + ", so that one build would read what another has written; " + advice);
        }
        if (source.startsWith(site)) {
            throw new OutputRefused("the notes folder " + notes + " lies within " + target
                    + ", all of which a build replaces; " + advice);
        }
    }

    /** A place for the site that is surely not within the notes, as it is written from where the command is called. */
    public static Path besideNotes(Path notes) {
        Path plain = notes.normalize();
        boolean bare = plain.getFileName() == null || plain.toString().isEmpty() || plain.endsWith("..");
        return bare ? plain.resolve("..").resolve("site") : plain.resolveSibling("site");
    }

    /** Where a path leads, also while the last folders of it have yet to be made. */
    static Path realPath(Path path) throws IOException {
        Path given = path.toAbsolutePath();
        Path made = given;
        while (true) {
            while (!Files.exists(made) && made.getParent() != null) {
                made = made.getParent();
            }
            try {
                return made.toRealPath().resolve(made.relativize(given)).normalize();
            } catch (NoSuchFileException otherBuildMovedIt) {
                if (made.getParent() == null) {
                    throw otherBuildMovedIt;
                }
                made = made.getParent();
            }
        }
    }
}
