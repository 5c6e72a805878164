package dev.archnotes.site.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.Figure;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The size of an image in pixels of CSS: in SVG by CSS Values and Units 4, section 6.2, where an inch is 96 of them.
 */
class ImageSizeTest {

    /** The attributes of a drawing, then its width and height: 72 points, 2.54 cm and 6 picas are an inch each. */
    private static final List<Drawing> DRAWINGS = List.of(
            new Drawing("width='100' height='50'", 100, 50),
            new Drawing("width=\"100px\" height=\" 50px \"", 100, 50),
            new Drawing("width='460.8pt' height='345.6pt' viewBox='0 0 460.8 345.6'", 614, 461),
            new Drawing("width='1in' height='2in'", 96, 192),
            new Drawing("width='2.54cm' height='25.4mm'", 96, 96),
            new Drawing("width='6pc' height='101.6Q'", 96, 96),
            new Drawing("width='1e2' height='5E1px'", 100, 50),
            new Drawing("viewBox='0 0 640 480'", 640, 480),
            new Drawing("viewBox='-10,-20,33,44'", 33, 44),
            new Drawing("width='100%' height='100%' viewBox='0 0 640 480'", 640, 480),
            new Drawing("width='40em' height='30em' viewBox='0 0 640 480'", 640, 480),
            new Drawing("width='320' viewBox='0 0 640 480'", 320, 240),
            new Drawing("height='1in' viewBox='0 0 200 100'", 192, 96),
            new Drawing("viewBox='0 0 720.0000000001 540.123456789012'", 720, 540));

    private record Drawing(String attributes, int width, int height) {}

    @TestFactory
    Stream<DynamicTest> aDrawingIsAsLargeAsItSays() {
        return DRAWINGS.stream()
                .map(drawing -> DynamicTest.dynamicTest(
                        drawing.attributes(),
                        () -> assertThat(ImageSize.of("a.svg", svg(drawing.attributes())))
                                .contains(new Figure.Size(drawing.width(), drawing.height()))));
    }

    @Test
    void whatADrawingDoesNotSayIsNotGuessed() {
        assertThat(ImageSize.of("a.svg", svg(""))).isEmpty();
        assertThat(ImageSize.of("a.svg", svg("width='40em' height='30em'"))).isEmpty();
        assertThat(ImageSize.of("a.svg", svg("width='0' height='50'"))).isEmpty();
        assertThat(ImageSize.of("a.svg", svg("viewBox='0 0 99999999 1'"))).isEmpty();
    }

    @Test
    void theThreeHeadersOfWebp() {
        // the sizes as the container format of WebP lays them out: 14 bits each, 14 bits less one, 24 bits less one
        assertThat(ImageSize.of("a.webp", webp("VP8 ", 26, 72, 0, 82, 0))).contains(new Figure.Size(72, 82));
        int packed = 70 | 80 << 14;
        assertThat(ImageSize.of("a.webp", webp("VP8L", 21, packed, packed >> 8, packed >> 16, packed >> 24)))
                .contains(new Figure.Size(71, 81));
        assertThat(ImageSize.of("a.webp", webp("VP8X", 24, 69, 0, 0, 79, 0, 0))).contains(new Figure.Size(70, 80));
        assertThat(ImageSize.of("a.webp", new byte[10])).isEmpty();
    }

    private static byte[] svg(String attributes) {
        return ("<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' " + attributes + "/>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] webp(String kind, int at, int... size) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(("RIFF\0\0\0\0WEBP" + kind).getBytes(StandardCharsets.ISO_8859_1));
        while (file.size() < at) {
            file.write(0);
        }
        for (int value : size) {
            file.write(value);
        }
        file.writeBytes(new byte[8]);
        return file.toByteArray();
    }
}
