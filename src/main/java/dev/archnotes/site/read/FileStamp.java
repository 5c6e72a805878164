package dev.archnotes.site.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is known to be the same as before without reading it: its size, its times, and which file it is. The
 * time of the last change of any kind cannot be set by programs; where a system has none, and where a file was changed
 * so lately that it could be changed again within the same tick of the clock, nothing is equal to the stamp.
 */
final class FileStamp {
    /** The coarsest clock of a file system in use, and a bit. */
    private static final Duration TICK = Duration.ofMillis(2500);

    private static final String ATTRIBUTES = "unix:size,lastModifiedTime,ctime,ino,dev,mode,uid,gid";

    private final @Nullable Map<String, Object> attributes;

    private FileStamp(@Nullable Map<String, Object> attributes) {
        this.attributes = attributes;
    }

    /** The stamp of a file, to be taken before it is read. */
    static FileStamp of(Path file) throws IOException {
        Map<String, Object> attributes;
        try {
            attributes = Files.readAttributes(file, ATTRIBUTES);
        } catch (UnsupportedOperationException otherSystem) {
            return new FileStamp(null);
        }
        boolean settled = attributes.get("ctime") instanceof FileTime changed
                && changed.toInstant().isBefore(Instant.now().minus(TICK));
        return new FileStamp(settled ? attributes : null);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileStamp that && attributes != null && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return attributes == null ? 0 : attributes.hashCode();
    }
}
