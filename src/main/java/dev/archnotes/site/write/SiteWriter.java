package dev.archnotes.site.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Writes a site as a whole: into a new folder beside the old one, which then takes its place. Until that moment, and
 * when anything goes wrong, the old site stays as it is. A folder is replaced only if a build wrote all that it holds,
 * which a file in it says; a repository and what a host of sites reads stay in it.
 */
public final class SiteWriter {
    private SiteWriter() {}

    /**
     * What became of a site.
     *
     * @param changed whether its folder is another than before
     * @param left folders beside it that are not needed any more and could not be deleted
     */
    public record Outcome(boolean changed, List<Path> left) {}

    /**
     * Makes a folder hold exactly these files.
     *
     * @throws OutputRefused where the folder holds what is not ours to replace, or the paths cannot be
     * @throws IOException where writing fails; the folder is then as it was
     */
    public static Outcome write(Path target, List<OutputFile> files) throws IOException {
        OutputPaths.check(files);
        Path site = OutputPlace.realPath(target);
        if (site.getParent() == null) {
            throw new OutputRefused(target + " cannot be replaced; choose a folder within it");
        }
        FormerSite former = FormerSite.of(target, site);
        SortedSet<String> paths = new TreeSet<>();
        files.forEach(file -> paths.add(file.path()));
        String marker = Marker.text(paths);
        boolean changed = !isUpToDate(former, files, paths, marker);
        List<Path> left = new ArrayList<>();
        if (changed) {
            left.addAll(replace(site, files, marker));
        }
        // only now: one of them may have been the last whole site
        Leftovers.clear(site).stream().filter(folder -> !left.contains(folder)).forEach(left::add);
        return new Outcome(changed, List.copyOf(left));
    }

    /**
     * Brings back the site of a folder that a build left empty because it was killed while it put the new site into the
     * place of the old one.
     *
     * @return whether there was anything to bring back
     */
    public static boolean heal(Path target) throws IOException {
        Path site = OutputPlace.realPath(target);
        return site.getParent() != null && Leftovers.heal(site);
    }

    /** Whether a folder holds a site that a build has written. */
    public static boolean isSite(Path folder) {
        return Marker.isIn(folder);
    }

    private static List<Path> replace(Path site, List<OutputFile> files, String marker) throws IOException {
        Files.createDirectories(site.getParent());
        Path draft = Leftovers.draft(site);
        Path former = Leftovers.former(site);
        try {
            fill(draft, files, marker);
            swap(site, draft, former);
        } finally {
            Leftovers.deleteTree(draft);
        }
        Leftovers.keep(former, site);
        return Leftovers.deleteOurs(former) ? List.of() : List.of(former);
    }

    private static boolean isUpToDate(FormerSite former, List<OutputFile> files, SortedSet<String> paths, String marker)
            throws IOException {
        if (!former.files().equals(paths)
                || !isSame(former.folder().resolve(Marker.NAME), marker.getBytes(StandardCharsets.UTF_8))) {
            return false;
        }
        for (OutputFile file : files) {
            if (!isSame(former.folder().resolve(file.path()), file.bytes())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSame(Path file, byte[] bytes) throws IOException {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) == bytes.length
                    && Files.isReadable(file)
                    && Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (NoSuchFileException otherBuildReplacedIt) {
            return false;
        }
    }

    /** Writes a draft, locked until all of it is there. */
    private static void fill(Path folder, List<OutputFile> files, String marker) throws IOException {
        Files.createDirectory(folder);
        try (FileChannel channel = FileChannel.open(
                folder.resolve(Marker.NAME), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Leftovers.lock(channel);
            ByteBuffer bytes = ByteBuffer.wrap(marker.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            Set<Path> made = new HashSet<>();
            for (OutputFile file : files) {
                Path path = folder.resolve(file.path());
                if (made.add(path.getParent())) {
                    Files.createDirectories(path.getParent());
                }
                Files.write(path, file.bytes());
            }
        }
    }

    private static void swap(Path site, Path draft, Path former) throws IOException {
        try {
            Files.move(site, former, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException firstBuild) {
            Files.move(draft, site, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        try {
            Files.move(draft, site, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Files.move(former, site, StandardCopyOption.ATOMIC_MOVE);
            throw failed;
        }
    }
}
