package dev.archnotes.sites;

import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.check.Checks;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.markdown.math.MathResult;
import dev.archnotes.site.read.LibraryReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A notes folder in which every file is broken in one place. {@code -Dbroken.notes=300} tries harder. */
public final class BrokenNotes {
    private static final Pattern NUMBER = Pattern.compile("(?<= )\\d+");
    private static final List<String> ODD_NUMBERS =
            List.of("0", "1", "-1", "7", "1e9", "4000000000", "9223372036854775807", "99999999999999999999");

    private BrokenNotes() {}

    /** A way to break them each. */
    public static Stream<Integer> seeds() {
        return Stream.iterate(1, seed -> seed + 1).limit(Integer.getInteger("broken.notes", 6));
    }

    /** What an author is told of a broken copy of a notes folder. */
    public static String findings(Path notes, Path copies, int seed) throws IOException {
        Random random = new Random(seed);
        for (Path file : FieldGuide.files(notes)) {
            Path copy = copies.resolve(notes.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            byte[] bytes = Files.readAllBytes(file);
            Files.write(copy, random.nextBoolean() ? broken(bytes, random) : withOddNumber(bytes, random));
        }
        LibraryReader.Result read = LibraryReader.read(copies);
        Library library = read.library();
        Diagnostics findings = read.findings()
                .and(new Checks((tex, display) -> new MathResult.Rendered(""))
                        .run(Catalogue.of(library))
                        .findings());
        return new DiagnosticPrinter(library.sources()::get, false)
                .print(findings, library.notes().size());
    }

    private static byte[] broken(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(random.nextInt(40), bytes.length - at);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, at);
        switch (random.nextInt(5)) {
            case 0 -> {}
            case 1 -> out.write(bytes, at + length, bytes.length - at - length);
            case 2 -> {
                out.write(bytes, at, length);
                out.write(bytes, at, bytes.length - at);
            }
            case 3 -> {
                out.write("{}[]:@,\"'#$|&*-?\\%0\n".charAt(random.nextInt(20)));
                out.write(bytes, at, bytes.length - at);
            }
            default -> {
                out.write(random.nextInt(256));
                out.write(bytes, at + 1, bytes.length - at - 1);
            }
        }
        return out.toByteArray();
    }

    private static byte[] withOddNumber(byte[] bytes, Random random) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<MatchResult> numbers = NUMBER.matcher(text).results().toList();
        if (numbers.isEmpty()) {
            return bytes;
        }
        MatchResult number = numbers.get(random.nextInt(numbers.size()));
        String odd = ODD_NUMBERS.get(random.nextInt(ODD_NUMBERS.size()));
        return (text.substring(0, number.start()) + odd + text.substring(number.end()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
