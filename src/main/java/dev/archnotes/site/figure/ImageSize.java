package dev.archnotes.site.figure;

import dev.archnotes.site.content.Figure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** How large an image is by what its file says, without decoding it. */
public final class ImageSize {
    /** No screen shows more. */
    private static final int LARGEST = 65_535;

    /** How many pixels of CSS a unit of length has (CSS Values and Units 4, section 6.2): an inch has 96. */
    private static final Map<String, Double> PIXELS =
            Map.of("pt", 96 / 72.0, "pc", 16.0, "in", 96.0, "cm", 96 / 2.54, "mm", 96 / 25.4, "Q", 96 / 101.6);

    private static final Pattern SVG = Pattern.compile("<svg\\b[^>]*>");
    private static final Pattern VIEW_BOX = Pattern.compile(
            "\\bviewBox\\s*=\\s*[\"'][-+.\\d]+[\\s,]+[-+.\\d]+[\\s,]+([.\\d]{1,20})[\\s,]+([.\\d]{1,20})\\s*[\"']");

    private ImageSize() {}

    /** The size in pixels; empty where the file does not say one that can be. */
    public static Optional<Figure.Size> of(String path, byte[] bytes) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "svg" -> ofDrawing(new String(bytes, StandardCharsets.UTF_8));
            case "webp" -> ofWebp(bytes);
            case "avif" -> ofAvif(bytes);
            default -> ofPoints(bytes);
        };
    }

    private static Optional<Figure.Size> size(long width, long height) {
        return width > 0 && height > 0 && width <= LARGEST && height <= LARGEST
                ? Optional.of(new Figure.Size((int) width, (int) height))
                : Optional.empty();
    }

    private static Optional<Figure.Size> ofPoints(byte[] bytes) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return size(reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    /** By its width and height, or in the proportions of its view box. */
    private static Optional<Figure.Size> ofDrawing(String text) {
        Matcher root = SVG.matcher(text);
        if (!root.find()) {
            return Optional.empty();
        }
        Optional<Double> width = length(root.group(), "width");
        Optional<Double> height = length(root.group(), "height");
        Matcher box = VIEW_BOX.matcher(root.group());
        if (width.isPresent() && height.isPresent()) {
            return size(Math.round(width.get()), Math.round(height.get()));
        }
        if (!box.find()) {
            return Optional.empty();
        }
        double across = number(box.group(1));
        double down = number(box.group(2));
        if (width.isPresent() && across > 0) {
            return size(Math.round(width.get()), Math.round(width.get() * down / across));
        }
        return height.isPresent() && down > 0
                ? size(Math.round(height.get() * across / down), Math.round(height.get()))
                : size(Math.round(across), Math.round(down));
    }

    private static Optional<Double> length(String tag, String name) {
        Matcher length = Pattern.compile("\\s" + name + "\\s*=\\s*[\"']\\s*\\+?([.\\d]{1,20}(?:[eE][-+]?\\d{1,2})?)"
                        + "(px|pt|pc|in|cm|mm|Q|)\\s*[\"']")
                .matcher(tag);
        return length.find()
                ? Optional.of(number(length.group(1)) * PIXELS.getOrDefault(length.group(2), 1.0))
                        .filter(value -> value > 0)
                : Optional.empty();
    }

    private static double number(String digits) {
        try {
            return Double.parseDouble(digits);
        } catch (NumberFormatException wrong) {
            return 0;
        }
    }

    /** The three headers that the container of WebP may begin with. */
    private static Optional<Figure.Size> ofWebp(byte[] bytes) {
        if (bytes.length < 30) {
            return Optional.empty();
        }
        ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        String kind = new String(bytes, 12, 4, StandardCharsets.ISO_8859_1);
        switch (kind) {
            case "VP8 ":
                return size(file.getShort(26) & 0x3FFF, file.getShort(28) & 0x3FFF);
            case "VP8L":
                int packed = file.getInt(21);
                return size((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
            case "VP8X":
                return size((file.getInt(24) & 0xFFFFFF) + 1, (file.getInt(26) >>> 8) + 1);
            default:
                return Optional.empty();
        }
    }

    /** The first property of spatial extents, which is that of the image itself. */
    private static Optional<Figure.Size> ofAvif(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 4_096), StandardCharsets.ISO_8859_1);
        int property = start.indexOf("ispe");
        if (property < 0 || property + 16 > bytes.length) {
            return Optional.empty();
        }
        ByteBuffer file = ByteBuffer.wrap(bytes);
        return size(file.getInt(property + 8) & 0xFFFFFFFFL, file.getInt(property + 12) & 0xFFFFFFFFL);
    }
}
