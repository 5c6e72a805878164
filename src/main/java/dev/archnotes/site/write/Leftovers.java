package dev.archnotes.site.write;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders beside a site that a build makes and removes: the draft of the new site and the site before it. A build
 * that is killed leaves them behind for the next one. A draft is locked for as long as somebody writes it, which holds
 * across containers that share a folder and number their processes alike.
 */
final class Leftovers {
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{1,32}");
    private static final String DRAFT = "new";
    private static final String FORMER = "old";

    /** Far longer than the time between two renames, which is some ten microseconds. */
    private static final Duration INSTANT = Duration.ofMillis(200);

    private Leftovers() {}

    /** A name for a draft that no other build has. */
    static Path draft(Path site) {
        return beside(site, DRAFT);
    }

    /** A name for the site before this one that no other build has. */
    static Path former(Path site) {
        return beside(site, FORMER);
    }

    private static Path beside(Path site, String role) {
        String number = UUID.randomUUID().toString().replace("-", "");
        return site.resolveSibling("." + site.getFileName() + "." + role + "-" + number);
    }

    /** Brings back what is not the build's from the site before. */
    static void keep(Path former, Path site) throws IOException {
        for (String name : Marker.KEPT) {
            Path kept = former.resolve(name);
            if (Files.exists(kept, LinkOption.NOFOLLOW_LINKS)
                    && !Files.exists(site.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                try {
                    Files.move(kept, site.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                } catch (NoSuchFileException otherBuildWasFaster) {
                    continue;
                }
            }
        }
    }

    /**
     * Brings back the site that a build had moved aside when it was killed, before it put the new one in its place.
     * Whoever finds no site in that instant of another build only has to wait for it.
     *
     * @return whether a site came back
     */
    static boolean heal(Path site) throws IOException {
        Optional<Path> former = formerOfMissing(site);
        if (former.isEmpty()) {
            return false;
        }
        try {
            Thread.sleep(INSTANT.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
        former = formerOfMissing(site);
        if (former.isEmpty()) {
            return false;
        }
        try {
            Files.move(former.get(), site, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (NoSuchFileException | DirectoryNotEmptyException otherBuildWasFaster) {
            return false;
        }
    }

    /** The last whole site, where none is in its place. */
    private static Optional<Path> formerOfMissing(Path site) {
        if (Files.exists(site, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        return siblings(site).stream()
                .filter(sibling -> isNamed(sibling, site, FORMER) && Marker.isIn(sibling))
                .max(Comparator.comparing(Leftovers::written));
    }

    private static FileTime written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve(Marker.NAME));
        } catch (IOException closed) {
            return FileTime.fromMillis(0);
        }
    }

    /**
     * Removes what killed builds left beside a site.
     *
     * @return what could not be removed
     */
    static List<Path> clear(Path site) {
        List<Path> left = new ArrayList<>();
        for (Path sibling : siblings(site)) {
            try {
                boolean draft = isNamed(sibling, site, DRAFT);
                if (!draft && isNamed(sibling, site, FORMER)) {
                    keep(sibling, site);
                } else if (!draft || isWritten(sibling)) {
                    continue;
                }
                if (isOurs(sibling) && !deleteOurs(sibling)) {
                    left.add(sibling);
                }
            } catch (IOException closed) {
                left.add(sibling);
            }
        }
        return left;
    }

    private static List<Path> siblings(Path site) {
        try (Stream<Path> all = Files.list(site.getParent())) {
            return all.toList();
        } catch (IOException writableButNotReadable) {
            return List.of();
        }
    }

    private static boolean isNamed(Path folder, Path site, String role) {
        String start = "." + site.getFileName() + "." + role + "-";
        String name = folder.getFileName().toString();
        return name.startsWith(start)
                && NUMBER.matcher(name.substring(start.length())).matches()
                && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether a folder is a site, or nothing but its marker was put into it yet. */
    private static boolean isOurs(Path folder) {
        return Marker.isIn(folder) || isEmptyButFor(folder.resolve(Marker.NAME), folder);
    }

    /**
     * Deletes a site that is not needed any more, unless something in it had to be kept and was not; whether it did.
     */
    static boolean deleteOurs(Path folder) {
        boolean kept =
                Marker.KEPT.stream().anyMatch(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
        return !kept && deleteTree(folder);
    }

    /** Locks a draft by its marker, until that is closed. */
    static void lock(FileChannel marker) {
        try {
            marker.tryLock();
        } catch (IOException withoutLocks) {
            // a file system that knows none: then no other build takes the draft for unlocked either
            return;
        }
    }

    private static boolean isWritten(Path draft) {
        try (FileChannel marker = FileChannel.open(draft.resolve(Marker.NAME), StandardOpenOption.WRITE);
                FileLock lock = marker.tryLock()) {
            return lock == null;
        } catch (NoSuchFileException killedBeforeTheFirstFile) {
            return false;
        } catch (IOException | OverlappingFileLockException unknown) {
            return true;
        }
    }

    /**
     * Deletes a folder or link with all that can be deleted of it; whether nothing remains. The marker goes last: while
     * anything is left, the next build knows by it that it may go on.
     */
    static boolean deleteTree(Path folder) {
        Path marker = folder.resolve(Marker.NAME);
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!file.equals(marker)) {
                        delete(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failed) {
                    delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed) {
                    if (!directory.equals(folder) || isEmptyButFor(marker, folder) && delete(marker)) {
                        delete(directory);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            return false;
        }
        return !Files.exists(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isEmptyButFor(Path file, Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.allMatch(file::equals);
        } catch (IOException closed) {
            return false;
        }
    }

    private static boolean delete(Path path) {
        try {
            Files.deleteIfExists(path);
            return true;
        } catch (IOException remains) {
            return false;
        }
    }
}
