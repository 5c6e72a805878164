package dev.archnotes.site.fix;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The edits of findings, made in the files of a notes folder. */
public final class Fixes {
    private Fixes() {}

    /**
     * The files of a folder in which something can be mended, in the order of their paths; nothing is written. A file
     * that is not UTF-8 is left alone.
     *
     * @throws IOException where a file cannot be read
     */
    public static List<FixedFile> of(Path folder, Diagnostics findings) throws IOException {
        Map<String, List<Diagnostic>> byFile = new TreeMap<>();
        for (Diagnostic finding : findings) {
            finding.edit()
                    .ifPresent(edit -> byFile.computeIfAbsent(edit.place().path(), path -> new ArrayList<>())
                            .add(finding));
        }
        List<FixedFile> files = new ArrayList<>();
        for (Map.Entry<String, List<Diagnostic>> file : byFile.entrySet()) {
            String text = text(folder.resolve(file.getKey()));
            FixedFile fixed = FixedFile.of(file.getKey(), text, file.getValue());
            if (!fixed.mended().isEmpty()) {
                files.add(fixed);
            }
        }
        return files;
    }

    /** The characters of a file, byte order mark and ends of lines included; none where they are not UTF-8. */
    private static String text(Path file) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException notText) {
            return "";
        }
    }

    /**
     * Writes them to the folder, unless a file has changed since it was read.
     *
     * @throws IOException where a file cannot be written, or is another by now
     */
    public static void write(Path folder, List<FixedFile> files) throws IOException {
        for (FixedFile file : files) {
            Path path = folder.resolve(file.path());
            if (!text(path).equals(file.before())) {
                throw new IOException(path + " has changed while it was checked; nothing of it was mended");
            }
            Files.writeString(path, file.after());
        }
    }
}
