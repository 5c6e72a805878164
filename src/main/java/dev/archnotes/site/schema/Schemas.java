package dev.archnotes.site.schema;

import dev.archnotes.site.read.NotesFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All schemas. They follow from this program alone, by reading thousands of made-up files, and so are made once, when
 * it is built.
 */
public final class Schemas {
    private static final String ENDING = ".schema.json";
    private static final String FINDINGS = "findings";

    /** Where the schemas lie among the classes of the program. */
    private static final String MADE = "made/";

    private Schemas() {}

    /**
     * Makes them, while the program is built.
     *
     * @param arguments the folder of its classes
     */
    public static void main(String[] arguments) throws IOException {
        String place = Schemas.class.getPackageName().replace('.', '/') + "/" + MADE;
        Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(place));
        for (Map.Entry<String, String> schema : made().entrySet()) {
            Files.writeString(folder.resolve(schema.getKey() + ENDING), schema.getValue());
        }
    }

    /** Each schema as JSON, by its name, made now. */
    static Map<String, String> made() {
        Map<String, String> schemas = new LinkedHashMap<>();
        for (NotesFormat format : NotesFormat.values()) {
            schemas.put(format.id(), NotesSchema.json(format));
        }
        schemas.put(FINDINGS, FindingsSchema.json());
        return schemas;
    }

    /** Each schema as JSON, by its name: {@code site}, {@code front-matter}. */
    public static Map<String, String> byName() {
        List<String> names = new ArrayList<>(
                Arrays.stream(NotesFormat.values()).map(NotesFormat::id).toList());
        names.add(FINDINGS);
        Map<String, String> schemas = new LinkedHashMap<>();
        names.forEach(name -> schemas.put(name, read(MADE + name + ENDING)));
        return schemas;
    }

    private static String read(String place) {
        try (InputStream in = Schemas.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + place + "; build it again");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Each schema as JSON, by the name of its file: {@code site.schema.json}. */
    public static Map<String, String> byFile() {
        Map<String, String> files = new LinkedHashMap<>();
        byName().forEach((name, json) -> files.put(name + ENDING, json));
        return files;
    }

    /**
     * Writes all to a folder, as {@code site.schema.json} and so on.
     *
     * @return how many there are
     * @throws IOException where one of them cannot be written
     */
    public static int write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> files = byFile();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return files.size();
    }
}
