package dev.archnotes.site.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The classes of the program as Java has read and checked them once, in a file that later runs map into memory: a
 * fourth of the processor time of a check, and a third of that of a verification, is the loading of classes. A run that
 * came to its end makes the archive of its command. Java ignores one that is damaged or was made of another jar or by
 * another Java.
 */
final class ClassArchive {
    private static final String ENDING = ".jsa";
    private static final String RUN = ".run";
    private static final Duration OLD = Duration.ofDays(90);

    /** That there is no archive that fits is no news to anybody. */
    private static final List<String> SILENT = List.of("-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");

    private final Path file;
    private final Path draft;
    private final Path run;
    private final Making making;

    /** Which run of a command makes its archive. */
    enum Making {
        /** None: all of them load less than others that use the same archive. */
        NEVER,
        /** The first, which takes long anyway. */
        FIRST,
        /** The second: making it takes as long as the run itself, too long for somebody who calls the command once. */
        SECOND
    }

    private ClassArchive(Path file, Making making) {
        this.file = file;
        this.run = file.resolveSibling(file.getFileName() + RUN);
        this.draft = file.resolveSibling("draft-" + ProcessHandle.current().pid() + "-"
                + file.getFileName().toString());
        this.making = making;
    }

    /**
     * The archive of a jar; empty where it can neither be used nor made.
     *
     * @param folder the folder in which things are kept between builds
     * @param classes the command whose classes they are
     * @param making whether the run loads all that later runs need
     */
    static Optional<ClassArchive> of(Path folder, Path jar, String classes, Making making) {
        try {
            Path real = jar.toRealPath();
            String name = classes + "-"
                    + checksum(
                            System.getProperty("java.vm.version", ""),
                            System.getProperty("java.home", ""),
                            real.toString(),
                            Long.toString(Files.size(real)),
                            Files.getLastModifiedTime(real).toString());
            ClassArchive archive = new ClassArchive(folder.resolve("classes").resolve(name + ENDING), making);
            if (Files.isRegularFile(archive.file)) {
                return Optional.of(archive);
            }
            if (making == Making.NEVER) {
                return Optional.empty();
            }
            Files.createDirectories(archive.file.getParent());
            return Optional.of(archive);
        } catch (IOException closed) {
            return Optional.empty();
        }
    }

    /**
     * A short checksum is enough, as Java itself ignores an archive of another jar; and one that needs no cryptography,
     * whose providers take a tenth of a verification's time to load.
     */
    private static String checksum(String... values) {
        CRC32 sum = new CRC32();
        sum.update(String.join("\n", values).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }

    /** The options of Java that use the archive, or have it made. */
    List<String> options() {
        List<String> options = new ArrayList<>(SILENT);
        if (Files.isRegularFile(file)) {
            options.addAll(List.of("-XX:SharedArchiveFile=" + file, "-XX:+VerifySharedSpaces"));
        } else if (making == Making.FIRST || making == Making.SECOND && Files.isRegularFile(run)) {
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
                if (whole && making == Making.SECOND && !Files.exists(file) && !Files.exists(run)) {
                    Files.createFile(run);
                }
                return;
            }
            if (!whole) {
                Files.delete(draft);
                return;
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(run);
            try (Stream<Path> others = Files.list(file.getParent())) {
                for (Path other : (Iterable<Path>) others::iterator) {
                    if ((other.toString().endsWith(ENDING) || other.toString().endsWith(ENDING + RUN))
                            && Files.getLastModifiedTime(other)
                                    .toInstant()
                                    .isBefore(Instant.now().minus(OLD))) {
                        Files.delete(other);
                    }
                }
            }
        } catch (IOException notKept) {
            // the next run makes it again
            return;
        }
    }
}
