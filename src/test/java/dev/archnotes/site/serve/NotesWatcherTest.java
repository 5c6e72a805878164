package dev.archnotes.site.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotesWatcherTest {
    @TempDir
    private Path folder;

    private final BlockingQueue<SortedSet<String>> told = new LinkedBlockingQueue<>();
    private NotesWatcher watcher;
    private Thread watching;

    @BeforeEach
    void watch() throws IOException {
        Files.writeString(folder.resolve("a.md"), "old");
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/c.md"), "old");
        watcher = new NotesWatcher(folder);
        watching = new Thread(() -> {
            try {
                watcher.watch(told::add);
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        });
        watching.start();
    }

    @AfterEach
    void end() throws Exception {
        watcher.close();
        watching.join(10_000);
        assertThat(watching.isAlive()).isFalse();
    }

    /** What the watcher tells until it has named all of these; in one go or in several. */
    private void assertTold(String... files) throws InterruptedException {
        SortedSet<String> named = new TreeSet<>();
        while (!named.containsAll(java.util.List.of(files))) {
            SortedSet<String> next = told.poll(20, TimeUnit.SECONDS);
            assertThat(next).as("told only of %s", named).isNotNull();
            named.addAll(next);
        }
    }

    @Test
    void aChangeIsTold() throws Exception {
        Files.writeString(folder.resolve("b/c.md"), "new");
        assertTold("b/c.md");
    }

    /** Of one size and, on a coarse clock, of one time: the event alone tells of it. */
    @Test
    void aSecondChangeOfTheSameSizeIsTold() throws Exception {
        for (String words : new String[] {"one", "two", "six"}) {
            Files.writeString(folder.resolve("a.md"), words);
            assertTold("a.md");
        }
    }

    @Test
    void aFileThatIsPutInPlaceByRenamingIsTold() throws Exception {
        Path draft = folder.resolve(".a.md.swp");
        Files.writeString(draft, "new");
        Files.move(draft, folder.resolve("a.md"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assertTold("a.md");
        assertThat(told).allSatisfy(files -> assertThat(files).containsExactly("a.md"));
    }

    @Test
    void filesInNewFoldersAreTold() throws Exception {
        Files.createDirectories(folder.resolve("n/m"));
        Files.writeString(folder.resolve("n/m/d.md"), "new");
        assertTold("n/m/d.md");
        Files.writeString(folder.resolve("n/m/d.md"), "newer");
        assertTold("n/m/d.md");
    }

    @Test
    void aFolderThatIsMovedInIsToldAndWatched(@TempDir Path elsewhere) throws Exception {
        Path moved = Files.createDirectories(elsewhere.resolve("m/deep"));
        Files.writeString(moved.resolve("e.md"), "new");
        Files.move(elsewhere.resolve("m"), folder.resolve("m"));
        assertTold("m/deep/e.md");
        Files.delete(folder.resolve("m/deep/e.md"));
        assertTold("m/deep/e.md");
    }

    @Test
    void deletedFilesAndFoldersAreTold() throws Exception {
        Files.delete(folder.resolve("a.md"));
        assertTold("a.md");
        Files.delete(folder.resolve("b/c.md"));
        Files.delete(folder.resolve("b"));
        assertTold("b/c.md");
        Files.createDirectories(folder.resolve("b"));
        Files.writeString(folder.resolve("b/c.md"), "again");
        assertTold("b/c.md");
    }

    /** A burst is one change, or few: not one each. */
    @Test
    void aBurstIsToldOnceOrTwice() throws Exception {
        for (int i = 0; i < 200; i++) {
            Files.writeString(folder.resolve("a.md"), "line " + i, StandardOpenOption.APPEND);
        }
        Files.writeString(folder.resolve("z.md"), "last");
        assertTold("a.md", "z.md");
        assertThat(told.size()).isLessThan(20);
    }

    @Test
    void hiddenFilesAreNoNews() throws Exception {
        Files.createDirectories(folder.resolve(".git/objects"));
        Files.writeString(folder.resolve(".git/objects/x"), "new");
        Files.writeString(folder.resolve(".hidden"), "new");
        Files.writeString(folder.resolve("last.md"), "new");
        assertThat(told.poll(20, TimeUnit.SECONDS)).containsExactly("last.md");
    }

    @Test
    void aFolderElsewhereIsWatchedToo(@TempDir Path other) throws Exception {
        Files.writeString(other.resolve("d.md"), "old");
        watcher.close();
        watching.join();
        watch();
        watcher.alsoWatch(folder.resolve("b"));
        watcher.alsoWatch(other.resolve("missing"));
        watcher.alsoWatch(other);
        Files.writeString(other.resolve("d.md"), "new");
        assertTold(folder.toRealPath()
                .relativize(other.toRealPath().resolve("d.md"))
                .toString());
    }
}
