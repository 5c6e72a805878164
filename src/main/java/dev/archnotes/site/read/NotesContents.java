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
import java.util.SortedMap;

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
        NotesFolder listed = NotesFolder.list(folder);
        try {
            List<NotesContents> all = new ArrayList<>();
            for (SortedMap<String, Path> read : List.of(listed.texts(), listed.images())) {
                all.addAll(Evenly.map(read.entrySet(), file -> of(file, true)));
            }
            listed.others().entrySet().forEach(other -> all.add(of(other, false)));
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

    private static NotesContents of(Map.Entry<String, Path> file, boolean read) {
        Path path = file.getValue();
        try {
            Map<String, Object> attributes = Files.readAttributes(path, ATTRIBUTES);
            Map<String, Object> more = unix(path);
            FileTime time = (FileTime) attributes.getOrDefault("lastModifiedTime", FileTime.fromMillis(0));
            Instant changed = more.get("ctime") instanceof FileTime any && any.compareTo(time) > 0
                    ? any.toInstant()
                    : time.toInstant();
            String says = read && (long) attributes.getOrDefault("size", 0L) <= SourceFile.LARGEST
                    ? CacheKey.ofBytes(Files.readAllBytes(path))
                    : attributes + " " + more;
            return new NotesContents(file.getKey() + '\0' + says, changed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
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
