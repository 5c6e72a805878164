package dev.archnotes.site.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of a large site lie from the moment in which each is made until all are written: in one file on the
 * disk, which has no name any more and is gone with the process, however that ends. Where there is no room, and for a
 * small site, they stay in memory. Any thread may put and read.
 */
public final class Spool {
    /** What keeps everything in memory. */
    public static final Spool NONE = new Spool(null);

    private final @Nullable FileChannel channel;
    private long end;

    private Spool(@Nullable FileChannel channel) {
        this.channel = channel;
    }

    /** A spool in a folder, or in memory where nothing can be written there. */
    public static Spool in(Path folder) {
        try {
            Files.createDirectories(folder);
            return new Spool(FileChannel.open(
                    folder.resolve("spool-" + UUID.randomUUID()),
                    Set.of(
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE)));
        } catch (IOException closed) {
            return NONE;
        }
    }

    /** A file of the site with these bytes. */
    public OutputFile file(String path, byte[] bytes) {
        return put(bytes).map(content -> new OutputFile(path, content)).orElseGet(() -> new OutputFile(path, bytes));
    }

    private Optional<OutputFile.Content> put(byte[] bytes) {
        if (channel == null) {
            return Optional.empty();
        }
        long start = room(bytes.length);
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left, start + left.position());
            }
            return Optional.of(new Spooled(channel, start, bytes.length));
        } catch (IOException full) {
            return Optional.empty();
        }
    }

    private synchronized long room(int length) {
        long start = end;
        end += length;
        return start;
    }

    /** Bytes on the disk. */
    private record Spooled(FileChannel channel, long start, int length) implements OutputFile.Content {
        @Override
        public byte[] bytes() {
            ByteBuffer read = ByteBuffer.allocate(length);
            try {
                while (read.hasRemaining()) {
                    if (channel.read(read, start + read.position()) < 0) {
                        throw new IOException("a file that keeps what was made is shorter than it was");
                    }
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            return read.array();
        }
    }
}
