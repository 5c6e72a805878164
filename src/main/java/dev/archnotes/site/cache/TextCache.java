package dev.archnotes.site.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Many small texts in one file, a line each: key, checksum, text. A line that does not match its checksum, because a
 * build was killed or two ran at once, is as good as absent. The file grows until it is too large, and is then begun
 * anew. Where it cannot be written, texts are kept for this run only.
 */
public final class TextCache {
    /** Some hundred times what the formulas of a large site take. */
    private static final long LARGEST = 1L << 26;

    private final Path file;
    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private boolean writable = true;
    private boolean endsLine = true;

    /** The texts that a file holds; the file need not be there. */
    public TextCache(Path file) {
        this(file, LARGEST);
    }

    TextCache(Path file, long largest) {
        this.file = file;
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            read(largest);
        } else {
            writable = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** The text under a key, or null. */
    public @Nullable String get(String key) {
        return texts.get(key);
    }

    /** Keeps a text that was not there. */
    public synchronized void put(String key, String added) {
        if (texts.putIfAbsent(key, added) == null && writable) {
            String payload = added.replace("\\", "\\\\").replace("\n", "\\n");
            append((endsLine ? "" : "\n") + key + " " + checksum(key, payload) + " " + payload + "\n");
        }
    }

    private void append(String line) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            endsLine = true;
        } catch (IOException e) {
            writable = false;
        }
    }

    private void read(long largest) {
        try {
            if (Files.size(file) > largest) {
                Files.delete(file);
                return;
            }
            // Latin-1 takes any byte, so that damage to one line costs no other
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            endsLine = text.isEmpty() || text.endsWith("\n");
            text.lines()
                    .forEach(line ->
                            readLine(new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            writable = false;
        }
    }

    private void readLine(String line) {
        String[] parts = line.split(" ", 3);
        if (parts.length == 3 && parts[1].equals(checksum(parts[0], parts[2]))) {
            texts.put(parts[0], unescape(parts[2]));
        }
    }

    private static String unescape(String payload) {
        StringBuilder text = new StringBuilder(payload.length());
        for (int i = 0; i < payload.length(); i++) {
            char c = payload.charAt(i);
            if (c == '\\' && i + 1 < payload.length()) {
                i++;
                text.append(payload.charAt(i) == 'n' ? '\n' : payload.charAt(i));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String checksum(String key, String payload) {
        CRC32 crc = new CRC32();
        crc.update((key + " " + payload).getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
