package dev.archnotes.site.files.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.CellPicture;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Tint;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.Cell;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture of a card: the same pixels everywhere, and the same bytes from two runs on one JDK. */
class CardsTest {
    private static final Card PLAIN = new Card(
            "cards/a.png",
            "Concept",
            "AVATAR ∞ 字",
            "One sentence that takes two lines, because it says everything there is to say about it.",
            Optional.of(PartColor.FEED_FORWARD),
            List.of(),
            List.of(new Card.User("GPT-2", true), new Card.User("Qwen3", false)));

    private static final Card MODEL = new Card(
            "cards/b.png",
            "Google DeepMind",
            "Gemma 3",
            "One sentence.",
            Optional.empty(),
            List.of(subject("Gemma 3 27B", "27.0")),
            List.of());
    private static final Card PAIR = new Card(
            "cards/c.png",
            "Compared",
            "",
            "How the two are related.",
            Optional.empty(),
            List.of(subject("Gemma 3 27B", "27.0"), subject("Gemma 3 4B", "3.9")),
            List.of());

    private static Card.Subject subject(String name, String total) {
        CellPicture strip = new CellPicture(
                "",
                3,
                24,
                "",
                List.of(mark(PartColor.ATTENTION, "M0 0H1V12H0z"), mark(PartColor.FEED_FORWARD, "M1 12H3V24H1z")));
        Card.Figure figure = new Card.Figure("parameters", new Cell(Cell.Kind.NUMBER, total, "B", "", ""));
        return new Card.Subject(name, strip, 0.5, List.of(figure, figure, figure));
    }

    private static Mark mark(PartColor color, String path) {
        return new Mark.Stroke("", Optional.of(Tint.of(color)), path, "");
    }

    /** A box, a triangle whose edges cross pixels, and a ring. */
    private static final List<Shape> SHAPES = List.of(
            Shape.box(Ink.ACCENT, 10, 20, 300, 40),
            new Shape(Ink.INK, "M0 0L7 3L2 9z", 400, 100, 31.5, 22.25),
            new Shape(
                    Ink.NORM,
                    "M100 0Q0 0 0 100C0 200 200 200 200 100Q200 0 100 0zM100 50H140V90H100z",
                    700,
                    300,
                    1,
                    1));

    private static Cards cards(Path cache) throws IOException {
        byte[] outlines =
                CardsTest.class.getResourceAsStream("/web/outlines.txt").readAllBytes();
        return new Cards("notes", new String(outlines, StandardCharsets.UTF_8), cache);
    }

    @Test
    void anotherReaderSeesTheSamePixels() throws IOException {
        Bitmap bitmap = new Bitmap(Card.WIDTH, Card.HEIGHT);
        SHAPES.forEach(bitmap::fill);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.of(bitmap)));
        assertThat(read.getWidth()).isEqualTo(1200);
        assertThat(read.getHeight()).isEqualTo(630);
        for (int y = 0; y < read.getHeight(); y++) {
            for (int x = 0; x < read.getWidth(); x++) {
                assertThat(read.getRGB(x, y) & 0xffffff)
                        .isEqualTo(bitmap.palette()[bitmap.pixels()[y * Card.WIDTH + x] & 0xff]);
            }
        }
        assertThat(read.getRGB(0, 0) & 0xffffff).isEqualTo(Ink.PAPER.rgb());
        assertThat(read.getRGB(10, 20) & 0xffffff).as("the box's first pixel").isEqualTo(Ink.ACCENT.rgb());
        assertThat(read.getRGB(309, 59) & 0xffffff).as("its last").isEqualTo(Ink.ACCENT.rgb());
        assertThat(read.getRGB(310, 60) & 0xffffff).as("after it").isEqualTo(Ink.PAPER.rgb());
        assertThat(read.getRGB(760, 440) & 0xffffff).as("in the ring").isEqualTo(Ink.NORM.rgb());
    }

    /** The area of a triangle from its corners, against the sum of what it covers of each pixel. */
    @Test
    void edgesCoverAsMuchAsTheShape() {
        Bitmap bitmap = new Bitmap(200, 200);
        bitmap.fill(new Shape(Ink.INK, "M10.3 20.7L171.9 60.2L51.4 180.1z", 0, 0, 1, 1));
        double area = Math.abs((171.9 - 10.3) * (180.1 - 20.7) - (51.4 - 10.3) * (60.2 - 20.7)) / 2;
        double covered = 0;
        for (byte pixel : bitmap.pixels()) {
            int red = bitmap.palette()[pixel & 0xff] >> 16;
            covered += (double) ((Ink.PAPER.rgb() >> 16) - red) / ((Ink.PAPER.rgb() >> 16) - (Ink.INK.rgb() >> 16));
        }
        assertThat(covered).isBetween(area * 0.998, area * 1.002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"m2 3l4 5l-6 1zm1 1h.5v2h-.5z", "m2 3l4 5-6 1zM3 4h.5v2h-.5z"})
    void relativeStepsDrawWhatAbsoluteOnesDo(String steps) {
        Bitmap relative = new Bitmap(100, 100);
        Bitmap absolute = new Bitmap(100, 100);
        relative.fill(new Shape(Ink.INK, "M0 0" + steps, 10, 10, 5, 5));
        absolute.fill(new Shape(Ink.INK, "M2 3L6 8L0 9zM3 4H3.5V6H3z", 10, 10, 5, 5));
        assertThat(relative.pixels()).isEqualTo(absolute.pixels());
    }

    /**
     * The pictures in {@code src/test/resources/cards}, pixel by pixel; {@code -Dgolden.update=true} draws them anew. A
     * change to what a card looks like must raise {@code CardCache.VERSION}, because finished cards are kept by what
     * they show.
     */
    @ParameterizedTest
    @ValueSource(strings = {"shapes", "concept", "model", "pair"})
    void thePixelsAreKnown(String name, @TempDir Path folder) throws IOException {
        Map<String, Card> drawn = Map.of("concept", PLAIN, "model", MODEL, "pair", PAIR);
        byte[] png = name.equals("shapes")
                ? Cards.raster(SHAPES)
                : cards(folder).draw(drawn.get(name)).png();
        Path golden = Path.of("src/test/resources/cards", name + ".png");
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(golden.getParent());
            Files.write(golden, png);
        }
        BufferedImage expected = ImageIO.read(golden.toFile());
        BufferedImage actual = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
        assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
        int different = Arrays.mismatch(pixels(actual), pixels(expected));
        assertThat(different)
                .as("first different pixel of %s.png, counted by rows of %d", name, expected.getWidth())
                .isNegative();
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** Every part of a card that is seen is part of its name. */
    @Test
    void whatLooksDifferentIsKeptApart() {
        Card.Subject other = subject("Gemma 3 4B", "27.0");
        List<Card> cards = List.of(
                PLAIN,
                MODEL,
                PAIR,
                new Card(
                        "",
                        "Concept",
                        "AVATAR ∞ 字",
                        PLAIN.sentence(),
                        Optional.of(PartColor.NORMALIZATION),
                        List.of(),
                        PLAIN.users()),
                new Card(
                        "",
                        "Concept",
                        "AVATAR ∞ 字",
                        PLAIN.sentence(),
                        Optional.of(PartColor.FEED_FORWARD),
                        List.of(),
                        List.of(new Card.User("GPT-2", true), new Card.User("Qwen3", true))),
                new Card(
                        "",
                        "Concept",
                        "AVATAR",
                        " ∞ 字" + PLAIN.sentence(),
                        Optional.of(PartColor.FEED_FORWARD),
                        List.of(),
                        PLAIN.users()),
                new Card(
                        "",
                        MODEL.kicker(),
                        MODEL.title(),
                        MODEL.sentence(),
                        Optional.empty(),
                        List.of(other),
                        List.of()),
                new Card(
                        "",
                        PAIR.kicker(),
                        PAIR.title(),
                        PAIR.sentence(),
                        Optional.empty(),
                        List.of(PAIR.subjects().get(0), other),
                        List.of()));
        assertThat(cards.stream().map(card -> CardCache.key(card, "a"))).doesNotHaveDuplicates();
        assertThat(CardCache.key(PLAIN, "a")).isNotEqualTo(CardCache.key(PLAIN, "b"));
        Card elsewhere = new Card(
                "cards/b.png",
                PLAIN.kicker(),
                PLAIN.title(),
                PLAIN.sentence(),
                PLAIN.part(),
                PLAIN.subjects(),
                PLAIN.users());
        assertThat(CardCache.key(elsewhere, "a")).as("its place is not seen").isEqualTo(CardCache.key(PLAIN, "a"));
    }

    @Test
    void twoRunsAndTheCacheGiveTheSameBytes(@TempDir Path folder) throws IOException {
        byte[] first = cards(folder.resolve("a")).draw(PLAIN).png();
        assertThat(cards(folder.resolve("b")).draw(PLAIN).png()).isEqualTo(first);
        assertThat(cards(folder.resolve("a")).draw(PLAIN).png()).isEqualTo(first);
        assertThat(folder.resolve("a/cards")).isDirectoryContaining("glob:**.card");
    }

    @Test
    void aCacheThatCannotBeKeptCostsNothingButTime(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThat(cards(file).draw(PLAIN).png()).isNotEmpty();
    }

    @Test
    void theColorsAreThoseOfTheStyleSheet() throws IOException {
        String tokens = Files.readString(Path.of("src/main/web/css/tokens.css"));
        List<List<Object>> pairs = List.of(
                List.of("paper", Ink.PAPER),
                List.of("ink", Ink.INK),
                List.of("ink-soft", Ink.SOFT),
                List.of("ink-quiet", Ink.QUIET),
                List.of("rule", Ink.RULE),
                List.of("rule-strong", Ink.FAINT),
                List.of("accent", Ink.ACCENT),
                List.of("attention", Ink.ATTENTION),
                List.of("ffn", Ink.FFN),
                List.of("norm", Ink.NORM),
                List.of("embed", Ink.EMBED),
                List.of("position", Ink.POSITION));
        for (List<Object> pair : pairs) {
            Matcher token = Pattern.compile("--" + pair.get(0) + ": light-dark\\(#([0-9a-f]{6}),")
                    .matcher(tokens);
            assertThat(token.find()).isTrue();
            assertThat(((Ink) pair.get(1)).rgb())
                    .as("--%s", pair.get(0))
                    .isEqualTo(Integer.parseInt(token.group(1), 16));
        }
    }
}
