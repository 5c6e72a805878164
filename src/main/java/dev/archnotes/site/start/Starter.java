package dev.archnotes.site.start;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files that are to be written where none is.
 *
 * @param texts their texts, by their paths
 */
public record Starter(Map<Path, String> texts) {
    private static final List<String> SITE =
            List.of("README.md", "notes/site.yaml", "notes/index.md", "notes/first-steps.md", "notes/references.bib");

    public Starter {
        texts = new LinkedHashMap<>(texts);
    }

    /**
     * A repository of notes with a first page and a note that shows what one may hold.
     *
     * @param title the name of the site
     * @param version the version of the generator
     * @param github whether it has a workflow that checks the notes and publishes the site
     */
    public static Starter site(Path folder, String title, String version, boolean github) {
        Map<Path, String> texts = new LinkedHashMap<>();
        for (String path : SITE) {
            texts.put(
                    folder.resolve(path),
                    resource("site/" + path)
                            .replace("title: My notes", "title: " + quoted(title))
                            .replace("# My notes", "# " + title)
                            .replace("VERSION", version));
        }
        texts.put(folder.resolve(".gitignore"), "target/\n");
        if (github) {
            texts.put(folder.resolve(".github/workflows/site.yml"), resource("github/site.yml"));
        }
        return new Starter(texts);
    }

    /** A note, of which the author has to say everything where the site is strict. */
    public static Starter note(Path file, String title, String slug, boolean strict) {
        return new Starter(Map.of(file, front(title, slug, strict, "") + "\nText.\n"));
    }

    /** A note on a concept. */
    public static Starter concept(Path file, String title, String slug, boolean strict) {
        String users = strict
                ? "features: [fill-in]\ncolumns: [fill-in]\n"
                : "# features: [mechanism]   models that have it are listed in a table\n"
                        + "# columns: [parameters.total]   the facts that the table shows\n";
        return new Starter(Map.of(file, front(title, slug, strict, users) + """

                ## What problem does it solve?

                ## How does it work?

                ## What does it cost?
                """));
    }

    /**
     * The folder of a model.
     *
     * @param schemas where its schema is, seen from the folder; empty where nowhere
     */
    public static Starter model(Path folder, String title, String slug, boolean strict, String schemas) {
        Map<Path, String> texts = new LinkedHashMap<>();
        String server =
                schemas.isEmpty() ? "" : "# yaml-language-server: $schema=" + schemas + "/architecture.schema.json\n";
        texts.put(
                folder.resolve("architecture.yaml"),
                server + resource("architecture.yaml").replace("SLUG", slug).replace("NAME", quoted(title)));
        texts.put(folder.resolve("index.md"), front(title, slug, strict, "") + """

                ## What is new in it?

                ## How does a token attend to the others?

                ## What does the cache cost?
                """);
        return new Starter(texts);
    }

    private static String front(String title, String slug, boolean strict, String more) {
        String demanded = strict
                ? "slug: " + slug + "\nkey: fill-in\ndescription: fill-in\n"
                : "# key: The sentence to remember.\n"
                        + "# description: One or two sentences for a list of search results.\n";
        return "---\ntitle: " + quoted(title) + "\n" + demanded + more + "---\n";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String resource(String path) {
        try (InputStream in = Starter.class.getResourceAsStream("/starter/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("the program cannot read its file " + path, unreadable);
        }
    }

    /**
     * Writes all of them, or none where one of them is there already.
     *
     * @throws FileAlreadyExistsException where a file is there already
     * @throws IOException where a file cannot be written
     */
    public void write() throws IOException {
        for (Path file : texts.keySet()) {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(file.toString());
            }
        }
        for (Map.Entry<Path, String> text : texts.entrySet()) {
            Path folder = text.getKey().toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(text.getKey(), text.getValue(), StandardOpenOption.CREATE_NEW);
        }
    }
}
