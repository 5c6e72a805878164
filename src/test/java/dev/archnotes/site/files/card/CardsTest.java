package dev.archnotes.site.files.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.drawing.CellPicture;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.page.Card;
import dev.archnotes.site.page.Cell;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of a card: another program reads the same picture, and they are the same everywhere. */
class CardsTest {
    private static final Card PLAIN = new Card(
            "cards/a.png",
            "Concept",
            "AVATAR ∞ 字",
            "One sentence that takes two lines, because it says everything there is to say about it.",
            "ffn",
            List.of(),
            List.of(new Card.User("GPT-2", true), new Card.User("Qwen3", false)));

    private static final Card MODEL = new Card(
            "cards/b.png",
            "Google DeepMind",
            "Gemma 3",
            "One sentence.",
            "",
            List.of(subject("Gemma 3 27B", "27.0")),
            List.of());
    private static final Card PAIR = new Card(
            "cards/c.png",
            "Compared",
            "",
            "How the two are related.",
            "",
            List.of(subject("Gemma 3 27B", "27.0"), subject("Gemma 3 4B", "3.9")),
            List.of());

    private static Card.Subject subject(String name, String total) {
        CellPicture strip = new CellPicture(
                "",
                3,
                24,
                "",
                List.of(
                        new Mark.Stroke("layer-full", "M0 0H1V12H0z", ""),
                        new Mark.Stroke("layer-dense", "M1 12H3V24H1z", "")));
        Card.Figure figure = new Card.Figure("parameters", new Cell(Cell.Kind.NUMBER, total, "B", "", ""));
        return new Card.Subject(name, strip, 0.5, List.of(figure, figure, figure));
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
     * Were a machine to fill, mix or compress in another way, this would tell. So does a change of ours to what a card
     * looks like: {@code CardCache.VERSION} must rise with it, because finished cards are kept by what they show.
     */
    @Test
    void theBytesAreKnown(@TempDir Path folder) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Cards.raster(SHAPES));
        cards(folder).draw(List.of(PLAIN, MODEL, PAIR)).forEach(picture -> digest.update(picture.png()));
        assertThat(CardCache.VERSION + " "
                        + HexFormat.of().formatHex(digest.digest()).substring(0, 16))
                .isEqualTo("2 c1134cd702d74257");
    }

    /** Every part of a card that is seen is part of its name. */
    @Test
    void whatLooksDifferentIsKeptApart() {
        Card.Subject other = subject("Gemma 3 4B", "27.0");
        List<Card> cards = List.of(
                PLAIN,
                MODEL,
                PAIR,
                new Card("", "Concept", "AVATAR ∞ 字", PLAIN.sentence(), "norm", List.of(), PLAIN.users()),
                new Card(
                        "",
                        "Concept",
                        "AVATAR ∞ 字",
                        PLAIN.sentence(),
                        "ffn",
                        List.of(),
                        List.of(new Card.User("GPT-2", true), new Card.User("Qwen3", true))),
                new Card("", "Concept", "AVATAR", " ∞ 字" + PLAIN.sentence(), "ffn", List.of(), PLAIN.users()),
                new Card("", MODEL.kicker(), MODEL.title(), MODEL.sentence(), "", List.of(other), List.of()),
                new Card(
                        "",
                        PAIR.kicker(),
                        PAIR.title(),
                        PAIR.sentence(),
                        "",
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
        byte[] first = cards(folder.resolve("a")).draw(List.of(PLAIN)).get(0).png();
        assertThat(cards(folder.resolve("b")).draw(List.of(PLAIN)).get(0).png()).isEqualTo(first);
        assertThat(cards(folder.resolve("a")).draw(List.of(PLAIN)).get(0).png()).isEqualTo(first);
        assertThat(folder.resolve("a/cards")).isDirectoryContaining("glob:**.png");
    }

    @Test
    void aCacheThatCannotBeKeptCostsNothingButTime(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertThat(cards(file).draw(List.of(PLAIN)).get(0).png()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 300, 70_000, 200_000})
    void whatIsCompressedComesBack(int size) throws DataFormatException {
        Random random = new Random(size);
        for (int kinds : new int[] {1, 2, 7, 256}) {
            byte[] data = new byte[size];
            for (int i = 0; i < size; i++) {
                boolean again = i > 40_000 && random.nextInt(3) > 0;
                data[i] = again ? data[i - 33_000] : (byte) (random.nextInt(kinds) * random.nextInt(2));
            }
            Inflater inflater = new Inflater(true);
            inflater.setInput(Deflate.compress(data));
            byte[] back = new byte[size + 1];
            int length = inflater.inflate(back);
            assertThat(inflater.finished()).isTrue();
            assertThat(Arrays.copyOf(back, length)).isEqualTo(data);
        }
    }

    /** Counts that grow like Fibonacci's numbers make the longest codes there are. */
    @Test
    void codesAreNoLongerThanTheFormatAllows() {
        int[] counts = new int[40];
        counts[0] = 1;
        counts[1] = 1;
        for (int i = 2; i < counts.length; i++) {
            counts[i] = counts[i - 1] + counts[i - 2];
        }
        double used = 0;
        for (int length : PrefixCode.of(counts, 15).lengths()) {
            assertThat(length).isBetween(1, 15);
            used += Math.pow(2, -length);
        }
        assertThat(used).as("a complete code leaves nothing unused").isEqualTo(1);
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
