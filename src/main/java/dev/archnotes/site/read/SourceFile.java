package dev.archnotes.site.read;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.HiddenCharacters;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text file that is read from the disk.
 *
 * @param path the file as findings name it: of the notes, relative to their folder
 * @param text its text; what is not UTF-8 in it, and what has no place in a text, is replaced
 * @param sound whether all of it is UTF-8
 */
public record SourceFile(String path, String text, boolean sound) {
    /** The size of the largest file that is read. */
    public static final int LARGEST = 10_000_000;

    /**
     * Reads a file; bytes that are not UTF-8 are findings, and so are characters that nobody sees.
     *
     * @param path the file as findings name it
     * @throws IOException where it cannot be read, or is too large for what it is
     */
    public static SourceFile read(Path file, String path, Diagnostics.Builder findings) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw tooLarge(path);
        }
        return of(Files.readAllBytes(file), path, findings);
    }

    /** That a file is too large for what it is. */
    public static IOException tooLarge(String path) {
        return new IOException(path + " is too large: more than " + LARGEST / 1_000_000 + " MB");
    }

    /** The same of bytes that were read, from wherever. */
    public static SourceFile of(byte[] bytes, String path, Diagnostics.Builder findings) {
        CharBuffer characters = CharBuffer.allocate(bytes.length);
        CoderResult end = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), characters, true);
        String text = characters.flip().toString();
        if (!end.isError()) {
            String plain = plain(text);
            findings.addAll(HiddenCharacters.findings(plain, new Location(path, 1, 1)));
            // each of them is told by now
            return new SourceFile(path, HiddenCharacters.replaced(plain), true);
        }
        int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
        int column = text.length() - text.lastIndexOf('\n');
        findings.add(Diagnostic.error(Rule.BAD_ENCODING, new Location(path, line, column), "this byte is not UTF-8")
                .withHint("save the file in UTF-8"));
        return new SourceFile(path, plain(new String(bytes, StandardCharsets.UTF_8)), false);
    }

    /** Without byte order mark, with the same line ends on every machine. */
    private static String plain(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return unmarked.replace("\r\n", "\n");
    }
}
