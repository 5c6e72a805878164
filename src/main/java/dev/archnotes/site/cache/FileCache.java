package dev.archnotes.site.cache;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Finished files in a folder, each named by its key and behind a checksum: what is damaged is as good as absent. Files
 * that no build has asked for in a long time are removed, and the oldest when all together grow too large.
 */
public final class FileCache {
    /** What is larger is no file of ours. */
    static final int LARGEST_FILE = 1 << 24;

    private static final Limits USUAL = new Limits(Duration.ofDays(90), 500_000_000);
    /** A file is marked as used, and the folder looked through, once in this time. */
    private static final Duration RARELY = Duration.ofDays(1);

    private static final int BUFFER = 1 << 16;

    private static final String DRAFT = "draft-";
    private static final String TIDIED = "tidied";
    /** The names that this class gives, and those that it gave before there was a checksum. */
    private static final Pattern OURS = Pattern.compile("[0-9a-f]{64}\\.[a-z]+|draft-.*|new.*\\.draft");

    private final Path folder;
    private final String ending;
    private final Limits limits;

    /**
     * The files in a folder, which need not be there.
     *
     * @param ending the end of their names, such as {@code .card}
     */
    public FileCache(Path folder, String ending) {
        this(folder, ending, USUAL);
    }

    /**
     * The same with limits of its own.
     *
     * @param limits how much is kept
     */
    public FileCache(Path folder, String ending, Limits limits) {
        this.folder = folder;
        this.ending = ending;
        this.limits = limits;
    }

    /**
     * How much is kept.
     *
     * @param age how long after it was last asked for
     * @param bytes of all files together
     */
    public record Limits(Duration age, long bytes) {}

    /** The file under a key. */
    public Optional<byte[]> get(String key) {
        Path file = file(key);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || attributes.size() > LARGEST_FILE) {
                return Optional.empty();
            }
            Optional<byte[]> content = unpack(Files.readAllBytes(file));
            if (content.isPresent()) {
                markAsUsed(file, attributes);
            }
            return content;
        } catch (IOException notThereOrClosed) {
            return Optional.empty();
        }
    }

    /** What a file will hold. */
    public interface Content {
        /** Writes all of it. */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * A file that was kept as content, as it lies on the disk and of any size.
     *
     * @return its bytes, which nobody can change; empty where there is none
     */
    public Optional<ByteBuffer> map(String key) {
        Path file = file(key);
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!attributes.isRegularFile() || attributes.size() > Integer.MAX_VALUE) {
                return Optional.empty();
            }
            markAsUsed(file, attributes);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
            }
        } catch (IOException notThereOrClosed) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a file; it is moved to its place when it is whole, so that a build that is killed leaves no half of one.
     */
    public void put(String key, byte[] bytes) {
        put(key, out -> out.write(pack(bytes)));
    }

    /**
     * Keeps what may be too large for the memory; it has to tell by itself whether it is whole.
     *
     * @param content what is in it
     */
    public void put(String key, Content content) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, DRAFT, "");
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(draft), BUFFER)) {
                    content.writeTo(out);
                }
                Files.move(draft, file(key), StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException notKept) {
            // the next build makes it again
            return;
        }
    }

    /** Removes what is too old or too much, once a day; another build may use the folder meanwhile. */
    public void tidy() {
        Path mark = folder.resolve(TIDIED);
        try {
            if (!Files.isDirectory(folder)
                    || Files.exists(mark) && !isBefore(Files.getLastModifiedTime(mark), RARELY)) {
                return;
            }
            Files.deleteIfExists(mark);
            Files.createFile(mark);
            removeAllBut(limits);
        } catch (IOException closed) {
            // a full or closed folder costs time, not the build
            return;
        }
    }

    /**
     * A file of ours as it lies in the folder.
     *
     * @param used when a build last asked for it
     */
    private record Kept(Path file, FileTime used, long bytes) {}

    private void removeAllBut(Limits limits) throws IOException {
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (OURS.matcher(file.getFileName().toString()).matches()) {
                    BasicFileAttributes attributes =
                            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
                    all.add(new Kept(file, attributes.lastModifiedTime(), attributes.size()));
                }
            }
        }
        all.sort(Comparator.comparing(Kept::used).reversed());
        long bytes = 0;
        for (Kept kept : all) {
            bytes += kept.bytes();
            boolean isDraft = kept.file().getFileName().toString().contains("draft");
            if (bytes > limits.bytes() || isBefore(kept.used(), isDraft ? RARELY : limits.age())) {
                Files.deleteIfExists(kept.file());
            }
        }
    }

    private static void markAsUsed(Path file, BasicFileAttributes attributes) throws IOException {
        if (isBefore(attributes.lastModifiedTime(), RARELY)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        }
    }

    private static boolean isBefore(FileTime time, Duration ago) {
        return time.toInstant().isBefore(Instant.now().minus(ago));
    }

    private static byte[] pack(byte[] content) {
        return ByteBuffer.allocate(Long.BYTES + content.length)
                .putLong(checksum(content, 0))
                .put(content)
                .array();
    }

    private static Optional<byte[]> unpack(byte[] kept) {
        if (kept.length < Long.BYTES || ByteBuffer.wrap(kept).getLong() != checksum(kept, Long.BYTES)) {
            return Optional.empty();
        }
        byte[] content = new byte[kept.length - Long.BYTES];
        System.arraycopy(kept, Long.BYTES, content, 0, content.length);
        return Optional.of(content);
    }

    private static long checksum(byte[] bytes, int from) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, bytes.length - from);
        // the length beside it: zeros have the checksum of other zeros
        return crc.getValue() << Integer.SIZE | (bytes.length - from);
    }

    private Path file(String key) {
        return folder.resolve(key + ending);
    }
}
