package dev.archnotes.site.cache;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The name under which something is kept: a digest of all that it depends on. */
public final class CacheKey {
    private CacheKey() {}

    /** The SHA-256 of the parts, in hexadecimal digits. */
    public static String of(String... parts) {
        return of(List.of(parts));
    }

    /** The same for a list of parts. */
    public static String of(List<String> parts) {
        MessageDigest digest = digest();
        for (String part : parts) {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of what a file holds. */
    public static String ofBytes(byte[] content) {
        return HexFormat.of().formatHex(digest().digest(content));
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
