package dev.archnotes.site.write;

import dev.archnotes.site.parallel.Evenly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes a site as a whole: into a new folder beside the old one, which then takes its place. Until that moment, and
 * when anything goes wrong, the old site stays as it is. A folder is replaced only if a build wrote all that it holds,
 * which a file in it says; a repository and what a host of sites reads stay in it. A file that stays as it was is
 * linked into the new folder and not written again, where the disk can do that.
 */
public final class SiteWriter {
    private SiteWriter() {}

    /**
     * What became of a site.
     *
     * @param changed whether its folder is another than before
     * @param written how many files were written, because they are new or say something else
     * @param left folders beside it that are not needed any more and could not be deleted
     */
    public record Outcome(boolean changed, int written, List<Path> left) {}

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
        Map<String, Optional<Object>> same = same(former, files);
        boolean changed = same.size() < files.size() || !isUpToDate(former, paths, marker);
        List<Path> left = new ArrayList<>();
        if (changed) {
            left.addAll(replace(site, files, same, marker));
        }
        // only now: one of them may have been the last whole site
        Leftovers.clear(site).stream().filter(folder -> !left.contains(folder)).forEach(left::add);
        return new Outcome(changed, files.size() - same.size(), List.copyOf(left));
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

    /** Removes what killed builds left beside a site that needs no other build. */
    public static void clear(Path target) throws IOException {
        Leftovers.clear(OutputPlace.realPath(target));
    }

    /** Whether a folder holds a site that a build has written. */
    public static boolean isSite(Path folder) {
        return Marker.isIn(folder);
    }

    private static List<Path> replace(
            Path site, List<OutputFile> files, Map<String, Optional<Object>> same, String marker) throws IOException {
        Files.createDirectories(site.getParent());
        Path draft = Leftovers.draft(site);
        Path former = Leftovers.former(site);
        try {
            fill(draft, site, files, same, marker);
            swap(site, draft, former);
        } finally {
            Leftovers.deleteTree(draft);
        }
        Leftovers.keep(former, site);
        return Leftovers.deleteOurs(former) ? List.of() : List.of(former);
    }

    /** The files that the site before has with the same bytes: by path, which file of the disk it is. */
    private static Map<String, Optional<Object>> same(FormerSite former, List<OutputFile> files) {
        Map<String, Optional<Object>> same = new ConcurrentHashMap<>();
        List<OutputFile> there = files.stream()
                .filter(file -> former.files().contains(file.path()))
                .toList();
        Evenly.each(there, file -> {
            Path path = former.folder().resolve(file.path());
            Optional<Object> key = key(path);
            if (isSame(path, file)) {
                same.put(file.path(), key);
            }
        });
        return same;
    }

    /** What tells a file of the disk from all others; empty where a system has no such thing. */
    private static Optional<Object> key(Path file) {
        try {
            return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .fileKey());
        } catch (IOException otherBuildReplacedIt) {
            return Optional.empty();
        }
    }

    /** Whether the site before has no other files than these, and says so. */
    private static boolean isUpToDate(FormerSite former, SortedSet<String> paths, String marker) {
        return former.files().equals(paths)
                && isSame(former.folder().resolve(Marker.NAME), OutputFile.text(Marker.NAME, marker));
    }

    private static boolean isSame(Path file, OutputFile made) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) == made.content().length()
                    && Files.isReadable(file)
                    && Arrays.equals(Files.readAllBytes(file), made.bytes());
        } catch (IOException otherBuildReplacedIt) {
            return false;
        }
    }

    /** Makes a draft, locked until all of it is there. */
    private static void fill(
            Path folder, Path site, List<OutputFile> files, Map<String, Optional<Object>> same, String marker)
            throws IOException {
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
                Path parent = folder.resolve(file.path()).getParent();
                if (made.add(parent)) {
                    Files.createDirectories(parent);
                }
            }
            Evenly.each(files, file -> put(file, folder, site, same.getOrDefault(file.path(), Optional.empty())));
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /**
     * Makes one file of a draft, whose folder is there.
     *
     * @param known the file of the disk that has it already in the site before; empty where none has
     */
    private static void put(OutputFile file, Path folder, Path site, Optional<Object> known) {
        Path path = folder.resolve(file.path());
        try {
            if (known.isEmpty() || !link(path, site.resolve(file.path()), known)) {
                // never into a file that is there: it might be one of the site before by another name
                Files.write(path, file.bytes(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /**
     * Gives a file a second name, if it is still the one that is known. Not every file system can do that, or lets
     * everybody do it.
     */
    private static boolean link(Path name, Path file, Optional<Object> known) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (IOException | UnsupportedOperationException toBeWritten) {
            return false;
        }
        if (key(name).equals(known)) {
            return true;
        }
        // another build has put its site into the place
        Files.delete(name);
        return false;
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
