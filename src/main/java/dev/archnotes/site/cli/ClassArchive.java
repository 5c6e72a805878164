package dev.archnotes.site.cli;

import dev.archnotes.site.cache.CacheKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The classes of the program as Java has read and checked them once, in a file that later runs map into memory: a
 * fourth of the processor time of a check is the loading of classes. The first build makes it when it ends. Java
 * ignores one that is damaged or was made of another jar or by another Java.
 */
final class ClassArchive {
    private static final String ENDING = ".jsa";
    private static final Duration OLD = Duration.ofDays(90);

    /** That there is no archive that fits is no news to anybody. */
    private static final List<String> SILENT = List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private final Path file;
    private final Path draft;
    private final boolean makes;

    private ClassArchive(Path file, boolean makes) {
        this.file = file;
        this.draft = file.resolveSibling("draft-" + ProcessHandle.current().pid() + "-"
                + file.getFileName().toString());
        this.makes = makes;
    }

    /**
     * The archive of a jar; empty where it can neither be used nor made.
     *
     * @param folder the folder in which things are kept between builds
     * @param makes whether the run loads all that later runs need
     */
    static Optional<ClassArchive> of(Path folder, Path jar, boolean makes) {
        try {
            Path real = jar.toRealPath();
            String key = CacheKey.of(
                    System.getProperty("java.vm.version", ""),
                    System.getProperty("java.home", ""),
                    real.toString(),
                    Long.toString(Files.size(real)),
                    Files.getLastModifiedTime(real).toString());
            ClassArchive archive = new ClassArchive(folder.resolve("classes").resolve(key + ENDING), makes);
            if (Files.isRegularFile(archive.file)) {
                return Optional.of(archive);
            }
            if (makes) {
                Files.createDirectories(archive.file.getParent());
            }
            return makes ? Optional.of(archive) : Optional.empty();
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /** The options of Java that use the archive, or have it made. */
    List<String> options() {
        List<String> options = new ArrayList<>(SILENT);
        if (Files.isRegularFile(file)) {
            options.addAll(List.of("-XX:SharedArchiveFile=" + file, "-XX:+VerifySharedSpaces"));
        } else if (makes) {
            options.add("-XX:ArchiveClassesAtExit=" + draft);
        }
        return options;
    }

    /**
     * Puts an archive that was made into its place, and removes those that no Java has made or used in a long time.
     *
     * @param whole whether the run came to its end; one that was called wrongly, or found an error, has loaded too
     *     little for others
     */
    void keep(boolean whole) {
        try {
            if (!Files.isRegularFile(draft)) {
                return;
            }
            if (!whole) {
                Files.delete(draft);
                return;
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            try (Stream<Path> others = Files.list(file.getParent())) {
                for (Path other : (Iterable<Path>) others::iterator) {
                    if (other.toString().endsWith(ENDING)
                            && Files.getLastModifiedTime(other)
                                    .toInstant()
                                    .isBefore(Instant.now().minus(OLD))) {
                        Files.delete(other);
                    }
                }
            }
        } catch (IOException notKept) {
            // the next build makes it again
            return;
        }
    }
}
