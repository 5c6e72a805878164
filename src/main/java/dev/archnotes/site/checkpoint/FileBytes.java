package dev.archnotes.site.checkpoint;

import dev.archnotes.model.checkpoint.Bytes;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** An open file, of which pieces are read. */
final class FileBytes implements Bytes, AutoCloseable {
    private final String path;
    private final FileChannel file;
    private final long size;

    FileBytes(Path file) throws IOException {
        this.path = file.toString().replace('\\', '/');
        this.file = FileChannel.open(file, StandardOpenOption.READ);
        this.size = this.file.size();
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public byte[] read(long from, int count) {
        ByteBuffer piece = ByteBuffer.allocate(count);
        try {
            while (piece.hasRemaining()) {
                if (file.read(piece, from + piece.position()) < 0) {
                    throw new EOFException(path + " became shorter while it was read");
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return piece.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
