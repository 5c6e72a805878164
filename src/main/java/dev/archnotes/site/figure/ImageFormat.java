package dev.archnotes.site.figure;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The formats of images that are made of points, by the bytes that their files begin with. */
public enum ImageFormat {
    PNG("png") {
        @Override
        boolean begins(String start) {
            return start.startsWith("\u0089PNG\r\n\u001a\n");
        }
    },
    JPEG("jpg", "jpeg") {
        @Override
        boolean begins(String start) {
            return start.startsWith("\u00ff\u00d8\u00ff");
        }
    },
    GIF("gif") {
        @Override
        boolean begins(String start) {
            return start.startsWith("GIF87a") || start.startsWith("GIF89a");
        }
    },
    WEBP("webp") {
        @Override
        boolean begins(String start) {
            return start.startsWith("RIFF") && start.startsWith("WEBP", 8);
        }
    },
    AVIF("avif") {
        @Override
        boolean begins(String start) {
            return start.startsWith("ftypavif", 4) || start.startsWith("ftypavis", 4);
        }
    };

    private static final int START = 16;

    private final Set<String> extensions;

    ImageFormat(String... extensions) {
        this.extensions = Set.of(extensions);
    }

    abstract boolean begins(String start);

    /**
     * Says so where a file is not of the format that its extension names: a web page, say, with the name of an image.
     */
    public static void check(String path, byte[] bytes, Diagnostics.Builder findings) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        // one character a byte
        String start = new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.ISO_8859_1);
        List<ImageFormat> formats = List.of(values());
        if (formats.stream().anyMatch(format -> format.extensions.contains(extension) && format.begins(start))) {
            return;
        }
        String hint = formats.stream()
                .filter(format -> format.begins(start))
                .findFirst()
                .map(format -> "it is of the format " + format.name() + "; name it accordingly")
                .orElse("save it anew with the program that made it");
        findings.add(Diagnostic.error(
                        Rule.UNUSABLE_FIGURE,
                        Location.startOf(path),
                        "this is not an image of the format that ." + extension + " stands for")
                .withHint(hint));
    }
}
