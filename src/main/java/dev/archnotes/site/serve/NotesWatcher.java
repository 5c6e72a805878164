package dev.archnotes.site.serve;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices when files of a folder change. The file system's own events say when to look, and the look itself, at the
 * sizes and times of all files, says what is new: events come double, not at all for what is put into a folder in the
 * moment in which it is made, and on some systems late. So it also looks without being told to.
 */
public final class NotesWatcher implements AutoCloseable {
    /** An editor that saves a file does several things to it in a row; so long after the last one it is done. */
    private static final long QUIET_MILLISECONDS = 10;

    /** A file that is empty is most likely being written: so long its content may take. */
    private static final long WRITTEN_MILLISECONDS = 100;

    /** What never comes to rest is looked at all the same. */
    private static final long LONGEST_MILLISECONDS = 300;
    /** How often a look is taken without an event. */
    private static final long LOOK_MILLISECONDS = 500;
    /** A large folder is not looked at all the time. */
    private static final int REST = 20;

    private static final String PACKAGES = "node_modules";

    private final Path folder;
    /** Folders elsewhere of which the site is made, too. */
    private final Set<Path> others = new TreeSet<>();

    private final WatchService service;
    private final Map<Path, WatchKey> watched = new HashMap<>();
    private Map<Path, State> seen;
    private long lookMilliseconds = LOOK_MILLISECONDS;

    /** Told of changes. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Files were made, changed or deleted.
         *
         * @param files their paths as seen from the folder, with forward slashes
         */
        void changed(SortedSet<String> files);
    }

    /** What tells that a file is another than before. */
    private record State(long size, FileTime time, @Nullable Object key) {}

    /**
     * A watcher that notices everything from now on.
     *
     * @throws IOException where the folder cannot be read
     */
    public NotesWatcher(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        this.service = this.folder.getFileSystem().newWatchService();
        this.seen = look();
    }

    /**
     * Notices changes of another folder from now on, too; nothing happens where that is noticed already or not there.
     * To be called before {@link #watch}, or by the listener.
     */
    public void alsoWatch(Path other) {
        Path real;
        try {
            real = other.toRealPath();
        } catch (IOException gone) {
            // whoever names it is told that it is not there by the build
            return;
        }
        if (!real.startsWith(folder) && others.add(real)) {
            walk(real).forEach(seen::put);
        }
    }

    /** Tells of changes until the watcher is closed or the thread is interrupted. */
    public void watch(Listener listener) throws InterruptedException {
        try {
            while (true) {
                SortedSet<String> changed = new TreeSet<>();
                WatchKey first = service.poll(lookMilliseconds, TimeUnit.MILLISECONDS);
                if (first != null) {
                    gather(first, changed);
                }
                takeDifferences(changed);
                WatchKey next =
                        isBeingWritten(changed) ? service.poll(WRITTEN_MILLISECONDS, TimeUnit.MILLISECONDS) : null;
                if (next != null) {
                    gather(next, changed);
                    takeDifferences(changed);
                }
                if (!changed.isEmpty()) {
                    listener.changed(changed);
                }
            }
        } catch (ClosedWatchServiceException closed) {
            return;
        }
    }

    /** Takes the events that are there, and those that follow closely. */
    private void gather(WatchKey first, Set<String> changed) throws InterruptedException {
        long start = System.nanoTime();
        WatchKey key = first;
        while (key != null) {
            Path directory = (Path) key.watchable();
            for (WatchEvent<?> event : key.pollEvents()) {
                // a second change within one tick of the clock is told by its event alone
                if (event.context() instanceof Path name && !isLeftOut(name)) {
                    Path file = directory.resolve(name);
                    if (!Files.isDirectory(file)) {
                        changed.add(name(file));
                    }
                }
            }
            key.reset();
            boolean waited = System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(LONGEST_MILLISECONDS);
            key = waited ? null : service.poll(QUIET_MILLISECONDS, TimeUnit.MILLISECONDS);
        }
    }

    private void takeDifferences(Set<String> changed) {
        Map<Path, State> before = seen;
        seen = look();
        differences(before, seen).forEach(path -> changed.add(name(path)));
    }

    /** Many programs empty a file before they write it. */
    private boolean isBeingWritten(Set<String> changed) {
        return changed.stream()
                .map(path -> seen.get(folder.resolve(path).normalize()))
                .anyMatch(state -> state != null && state.size() == 0);
    }

    private static Set<Path> differences(Map<Path, State> before, Map<Path, State> after) {
        Set<Path> different = new HashSet<>();
        after.forEach((path, state) -> {
            if (!state.equals(before.get(path))) {
                different.add(path);
            }
        });
        before.keySet().stream().filter(path -> !after.containsKey(path)).forEach(different::add);
        return different;
    }

    /** All files as they are; folders that are new are watched before their files are listed. */
    private Map<Path, State> look() {
        long start = System.nanoTime();
        Map<Path, State> files = walk(folder);
        others.forEach(other -> files.putAll(walk(other)));
        lookMilliseconds = Math.max(LOOK_MILLISECONDS, REST * (System.nanoTime() - start) / 1_000_000);
        return files;
    }

    private Map<Path, State> walk(Path top) {
        Look look = new Look(top);
        try {
            Files.walkFileTree(top, look);
        } catch (IOException gone) {
            // the folder itself: its files are gone, and it is looked for again
            look.files.clear();
        }
        return look.files;
    }

    private String name(Path file) {
        return folder.relativize(file).toString().replace(folder.getFileSystem().getSeparator(), "/");
    }

    /** Hidden files are no notes; editors keep theirs there. */
    private static boolean isLeftOut(Path name) {
        return name.toString().startsWith(".") || name.toString().equals(PACKAGES);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }

    private final class Look extends SimpleFileVisitor<Path> {
        private final Path top;
        private final Map<Path, State> files = new HashMap<>();

        Look(Path top) {
            this.top = top;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            if (!directory.equals(top) && isLeftOut(directory.getFileName())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            WatchKey key = watched.get(directory);
            // a folder that was deleted and made again is another one by the same name
            if (key == null || !key.isValid()) {
                watch(directory);
            }
            return FileVisitResult.CONTINUE;
        }

        private void watch(Path directory) {
            try {
                watched.put(
                        directory,
                        directory.register(
                                service,
                                StandardWatchEventKinds.ENTRY_CREATE,
                                StandardWatchEventKinds.ENTRY_MODIFY,
                                StandardWatchEventKinds.ENTRY_DELETE));
            } catch (IOException noEvents) {
                // the system watches no more folders, or this one is gone: a look finds what changes, only later
                watched.remove(directory);
            }
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isLeftOut(file.getFileName())) {
                files.put(file, new State(attributes.size(), attributes.lastModifiedTime(), attributes.fileKey()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (file.equals(top)) {
                throw failed;
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
