package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.site.cache.CacheKey;
import dev.archnotes.site.parallel.Evenly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * All that a notes folder says, in brief: two folders with equal contents have equal sites.
 *
 * @param text each file that could become part of the site, with a digest of its bytes; of what is no note and no
 *     image, which may be of any size, with its size and its time instead; and what is refused
 * @param changed when the last of the files was made, changed, renamed or given other rights
 */
public record NotesContents(String text, Instant changed) {
    private static final String ATTRIBUTES = "size,lastModifiedTime";
    private static final String UNIX = "unix:ctime,mode,uid,gid,ino";

    /**
     * Reads a folder.
     *
     * @throws IOException where it or one of its files cannot be read
     */
    public static NotesContents of(Path folder) throws IOException {
        return of(folder, Attributes::digest);
    }

    /**
     * The same without reading any file: with what the disk knows of each instead. While that stays as it is, so does
     * what the files say, as long as none was changed in the moment of the look. Empty where the disk does not tell
     * when a file was changed last, but for what programs say that they did to it.
     *
     * @throws IOException where the folder or one of its files cannot be looked at
     */
    public static Optional<NotesContents> unread(Path folder) throws IOException {
        return unix(folder).isEmpty() ? Optional.empty() : Optional.of(of(folder, Attributes::text));
    }

    /** With what is to be said of each note and image. */
    private static NotesContents of(Path folder, Function<Attributes, String> says) throws IOException {
        NotesFolder listed = NotesFolder.list(folder);
        try {
            List<NotesContents> all = new ArrayList<>();
            for (SortedMap<String, Path> read : List.of(listed.texts(), listed.images())) {
                all.addAll(Evenly.map(read.entrySet(), file -> of(file, says)));
            }
            listed.others().entrySet().forEach(other -> all.add(of(other, Attributes::text)));
            StringBuilder text = new StringBuilder();
            Instant last = Instant.MIN;
            for (NotesContents file : all) {
                text.append(file.text()).append('\n');
                last = file.changed().isAfter(last) ? file.changed() : last;
            }
            for (Diagnostic refused : listed.findings()) {
                text.append(refused.location().path())
                        .append('\0')
                        .append(refused.message())
                        .append('\n');
            }
            return new NotesContents(text.toString(), last);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private static NotesContents of(Map.Entry<String, Path> file, Function<Attributes, String> says) {
        Attributes attributes = Attributes.of(file.getValue());
        return new NotesContents(file.getKey() + '\0' + says.apply(attributes), attributes.changed());
    }

    /** What the disk knows of a file. */
    private record Attributes(Path file, Map<String, Object> all, Map<String, Object> unix) {
        static Attributes of(Path file) {
            try {
                return new Attributes(file, Files.readAttributes(file, ATTRIBUTES), NotesContents.unix(file));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        long size() {
            return (long) all.getOrDefault("size", 0L);
        }

        Instant changed() {
            FileTime time = (FileTime) all.getOrDefault("lastModifiedTime", FileTime.fromMillis(0));
            return unix.get("ctime") instanceof FileTime any && any.compareTo(time) > 0
                    ? any.toInstant()
                    : time.toInstant();
        }

        String text() {
            return all + " " + unix;
        }

        /** Of its bytes; of what is too large to be read, that instead. */
        String digest() {
            try {
                return size() <= SourceFile.LARGEST ? CacheKey.ofBytes(Files.readAllBytes(file)) : text();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static Map<String, Object> unix(Path path) throws IOException {
        try {
            return Files.readAttributes(path, UNIX);
        } catch (UnsupportedOperationException otherSystem) {
            return Map.of();
        }
    }
}
