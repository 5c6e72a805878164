package dev.archnotes.site.schema;

import dev.archnotes.site.read.NotesFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** All schemas. */
public final class Schemas {
    private static final String ENDING = ".schema.json";

    private Schemas() {}

    /** Each schema as JSON, by its name: {@code site}, {@code front-matter}. */
    public static Map<String, String> byName() {
        Map<String, String> schemas = new LinkedHashMap<>();
        for (NotesFormat format : NotesFormat.values()) {
            schemas.put(format.id(), NotesSchema.json(format));
        }
        schemas.put("findings", FindingsSchema.json());
        return schemas;
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
