package dev.archnotes.site.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a site as a whole: into a new folder beside the old one, which then takes its place. Until that moment, and
 * when anything goes wrong, the old site stays as it is. A folder is replaced only if archnotes made it, which a file
 * in it says.
 */
public final class SiteWriter {
    static final String MARKER = ".archnotes";
    private static final String MARK = "archnotes made this folder. The next build replaces all of it.\n";

    private SiteWriter() {}

    /**
     * Makes a folder hold exactly these files.
     *
     * @return whether anything changed
     * @throws OutputRefused where the folder is not ours to replace, or the paths cannot be
     * @throws IOException where writing fails; the folder is then as it was
     */
    public static boolean write(Path target, List<OutputFile> files) throws IOException {
        OutputPaths.check(files);
        Path site = realPath(target);
        checkOwner(target, site);
        boolean changed = !isUpToDate(site, files);
        if (changed) {
            replace(target, site, files);
        }
        // only now: one of them may have been the last whole site
        deleteLeftovers(site);
        return changed;
    }

    /** Whether a folder holds a site that a build has written. */
    public static boolean isSite(Path folder) {
        return Files.isRegularFile(folder.resolve(MARKER), LinkOption.NOFOLLOW_LINKS);
    }

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
    private static Path realPath(Path path) throws IOException {
        Path given = path.toAbsolutePath();
        Path made = given;
        while (!Files.exists(made) && made.getParent() != null) {
            made = made.getParent();
        }
        return made.toRealPath().resolve(made.relativize(given)).normalize();
    }

    private static void replace(Path target, Path site, List<OutputFile> files) throws IOException {
        if (site.getParent() == null) {
            throw new OutputRefused(target + " cannot be replaced; choose a folder within it");
        }
        Files.createDirectories(site.getParent());
        Path fresh = beside(site, "new");
        Path former = beside(site, "old");
        try {
            fill(fresh, files);
            swap(site, fresh, former);
        } finally {
            deleteTree(fresh);
        }
        deleteTree(former);
    }

    private static void checkOwner(Path target, Path site) throws IOException {
        if (!Files.exists(site)) {
            return;
        }
        if (!Files.isDirectory(site)) {
            throw new OutputRefused(target + " is a file; the site needs a folder of its own");
        }
        try (Stream<Path> content = Files.list(site)) {
            if (!Files.exists(site.resolve(MARKER)) && content.findAny().isPresent()) {
                throw new OutputRefused(target + " has files in it and was not made by archnotes, so it is left alone; "
                        + "choose a folder that is empty or does not exist");
            }
        }
    }

    private static boolean isUpToDate(Path site, List<OutputFile> files) throws IOException {
        if (!Files.exists(site.resolve(MARKER))) {
            return false;
        }
        Set<Path> expected = new HashSet<>();
        for (OutputFile file : files) {
            Path path = site.resolve(file.path());
            boolean same = Files.isRegularFile(path)
                    && Files.size(path) == file.bytes().length
                    && Arrays.equals(Files.readAllBytes(path), file.bytes());
            if (!same) {
                return false;
            }
            expected.add(path);
        }
        expected.add(site.resolve(MARKER));
        try (Stream<Path> present = Files.walk(site)) {
            return present.filter(Files::isRegularFile).allMatch(expected::contains);
        }
    }

    /**
     * Deletes what a build that was killed left beside the site: folders that carry our name and our marker, of
     * processes that are gone. A folder whose number was given to a new process stays until that has ended.
     */
    private static void deleteLeftovers(Path site) throws IOException {
        Pattern name = Pattern.compile(Pattern.quote("." + site.getFileName()) + "\\.(?:new|old)-(\\d{1,18})");
        List<Path> leftovers;
        try (Stream<Path> siblings = Files.list(site.getParent())) {
            leftovers = siblings.filter(sibling -> isLeftover(
                            sibling, name.matcher(sibling.getFileName().toString())))
                    .toList();
        }
        for (Path leftover : leftovers) {
            deleteTree(leftover);
        }
    }

    private static boolean isLeftover(Path folder, Matcher name) {
        return name.matches()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.isRegularFile(folder.resolve(MARKER))
                && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
    }

    private static Path beside(Path site, String role) throws IOException {
        Path folder = site.resolveSibling("." + site.getFileName() + "." + role + "-"
                + ProcessHandle.current().pid());
        deleteTree(folder);
        return folder;
    }

    private static void fill(Path folder, List<OutputFile> files) throws IOException {
        Files.createDirectory(folder);
        Files.writeString(folder.resolve(MARKER), MARK);
        Set<Path> made = new HashSet<>();
        for (OutputFile file : files) {
            Path path = folder.resolve(file.path());
            if (made.add(path.getParent())) {
                Files.createDirectories(path.getParent());
            }
            Files.write(path, file.bytes());
        }
    }

    private static void swap(Path site, Path fresh, Path former) throws IOException {
        try {
            Files.move(site, former, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException firstBuild) {
            Files.move(fresh, site, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try {
            Files.move(fresh, site, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.move(former, site, StandardCopyOption.ATOMIC_MOVE);
            throw failed;
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
