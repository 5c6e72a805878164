package dev.archnotes.site.build;

import dev.archnotes.site.write.OutputFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * The files of a site that was finished once, in one file: their bytes one behind the other, then what they are and a
 * checksum of each, then how long that is and its own checksum.
 *
 * @param run what the site was made of and came to
 * @param files the files, whose bytes stay on the disk
 */
record KeptSite(String run, List<OutputFile> files) {
    /** To write a larger one takes seconds at each build, for the rare one that finds the site gone. */
    static final long LARGEST = 1L << 27;

    private static final int TRAILER = 2 * Integer.BYTES;

    KeptSite {
        files = List.copyOf(files);
    }

    /** Whether a site is small enough to be kept. */
    boolean fits() {
        return files.stream().mapToLong(file -> file.content().length()).sum() < LARGEST;
    }

    /** Writes it to where it is kept. */
    void writeTo(OutputStream out) throws IOException {
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        DataOutputStream entries = new DataOutputStream(index);
        write(entries, run);
        entries.writeInt(files.size());
        for (OutputFile file : files) {
            byte[] bytes = file.bytes();
            out.write(bytes);
            write(entries, file.path());
            entries.writeInt(bytes.length);
            entries.writeInt(checksum(ByteBuffer.wrap(bytes)));
        }
        byte[] told = index.toByteArray();
        out.write(told);
        DataOutputStream trailer = new DataOutputStream(out);
        trailer.writeInt(told.length);
        trailer.writeInt(checksum(ByteBuffer.wrap(told)));
        trailer.flush();
    }

    /** A text that may be longer than {@link DataOutputStream#writeUTF} takes. */
    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /**
     * What was kept; empty where any of it is damaged.
     *
     * @param wanted of which run it is wanted; of another one, nothing more is read
     */
    static Optional<KeptSite> of(ByteBuffer kept, Predicate<String> wanted) {
        int end = kept.limit() - TRAILER;
        if (end < 0) {
            return Optional.empty();
        }
        int length = kept.getInt(end);
        if (length < 0
                || length > end
                || checksum(kept.slice(end - length, length)) != kept.getInt(end + Integer.BYTES)) {
            return Optional.empty();
        }
        byte[] index = new byte[length];
        kept.get(end - length, index);
        try (DataInputStream entries = new DataInputStream(new ByteArrayInputStream(index))) {
            String run = text(entries);
            return wanted.test(run) ? read(run, entries, kept.slice(0, end - length)) : Optional.empty();
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<KeptSite> read(String run, DataInputStream entries, ByteBuffer contents)
            throws IOException {
        int number = entries.readInt();
        List<OutputFile> files = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < number; i++) {
            String path = text(entries);
            int length = entries.readInt();
            int checksum = entries.readInt();
            if (length < 0 || length > contents.limit() - at) {
                return Optional.empty();
            }
            ByteBuffer content = contents.slice(at, length);
            if (checksum(content) != checksum) {
                return Optional.empty();
            }
            files.add(new OutputFile(path, new Kept(content)));
            at += length;
        }
        return at == contents.limit() ? Optional.of(new KeptSite(run, files)) : Optional.empty();
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a text that is longer than what is left");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }

    /** Bytes on the disk. */
    private record Kept(ByteBuffer all) implements OutputFile.Content {
        @Override
        public int length() {
            return all.limit();
        }

        @Override
        public byte[] bytes() {
            byte[] bytes = new byte[all.limit()];
            all.get(0, bytes);
            return bytes;
        }
    }
}
