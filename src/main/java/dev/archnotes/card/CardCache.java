package dev.archnotes.card;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Finished cards between builds, a file each, named by all that decides how it looks. Where that cannot be kept, nothing is lost but time. */
final class CardCache {
    /** Raised when the same shapes come out as other bytes. */
    static final int VERSION = 1;

    private final Path folder;

    CardCache(Path folder) {
        this.folder = folder;
    }

    /** The name under which a picture of shapes is kept. */
    static String key(List<Shape> shapes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer places = ByteBuffer.allocate(5 * Double.BYTES);
            digest.update((byte) VERSION);
            for (Shape shape : shapes) {
                digest.update(shape.path().getBytes(StandardCharsets.US_ASCII));
                places.clear().putDouble(shape.ink().rgb()).putDouble(shape.x()).putDouble(shape.y()).putDouble(shape.scaleX()).putDouble(shape.scaleY()).flip();
                digest.update(places);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    Optional<byte[]> get(String key) {
        Path file = file(key);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps a picture; it is moved to its place when it is whole, so that a build that is killed leaves no half of one. */
    void put(String key, byte[] png) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "card", ".draft");
            Files.write(draft, png);
            Files.move(draft, file(key), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notKept) {
            // the next build draws it again
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".png");
    }
}
