package dev.archnotes.sites;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What an author does to a notes folder in an hour, at random and the same each time. */
public final class RandomEdits {
    private static final List<String> ENDINGS = List.of(".md", ".yaml", ".bib");

    private final Path folder;
    private final Random random;
    private final Map<String, byte[]> original = new TreeMap<>();
    private int made;

    /** Edits of a folder, with a number that chooses them. */
    public RandomEdits(Path folder, long seed) throws IOException {
        this.folder = folder;
        this.random = new Random(seed);
        for (String path : paths()) {
            original.put(path, Files.readAllBytes(folder.resolve(path)));
        }
    }

    /** Makes one change, and says which. */
    public String next() throws IOException {
        List<String> paths = paths().stream()
                .filter(path -> ENDINGS.stream().anyMatch(path::endsWith))
                .toList();
        List<String> notes = paths.stream().filter(path -> path.endsWith(".md")).toList();
        String any = paths.get(random.nextInt(paths.size()));
        String note = notes.get(random.nextInt(notes.size()));
        made++;
        switch (random.nextInt(9)) {
            case 0:
                Files.writeString(
                        folder.resolve("added-" + made + ".md"),
                        "---\ntitle: Added " + made + "\nslug: added-" + made
                                + "\nkey: Written later.\ndescription: A note that came later than the others.\n---\n\n"
                                + "See [another](" + note + ").\n");
                return "added-" + made + ".md is new";
            case 1:
                String renamed = note.replaceFirst("[^/]*$", "renamed-" + made + ".md");
                Files.move(folder.resolve(note), folder.resolve(renamed));
                return note + " is now " + renamed;
            case 2:
                Files.delete(folder.resolve(note));
                return note + " is removed";
            case 3:
                return edit(note, text -> text.replaceFirst("(?m)^title: ?(.*)$", "title: Other " + made));
            case 4:
                return edit(note, text -> text + "\n## Appended " + made + "\n\nA section at the end.\n");
            case 5:
                return edit(any, text -> text.replaceFirst("(\\D)4(\\D)", "$15$2"));
            default:
                return edit(any, this::otherLetter);
        }
    }

    /** Takes back whatever was done to the folder. */
    public void restore() throws IOException {
        for (String path : paths()) {
            if (!original.containsKey(path)) {
                Files.delete(folder.resolve(path));
            }
        }
        for (Map.Entry<String, byte[]> file : original.entrySet()) {
            Path path = folder.resolve(file.getKey());
            if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), file.getValue())) {
                Files.write(path, file.getValue());
            }
        }
    }

    private String otherLetter(String text) {
        int from = text.length() / 4 + random.nextInt(Math.max(1, text.length() / 2));
        Optional<Integer> place = Stream.iterate(from, at -> at < text.length(), at -> at + 1)
                .filter(at -> at > 0 && Character.isLowerCase(text.charAt(at)) && text.charAt(at - 1) == ' ')
                .findFirst();
        return place.map(at -> text.substring(0, at) + "q" + text.substring(at + 1))
                .orElse(text);
    }

    private String edit(String path, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve(path);
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        Files.writeString(file, change.apply(text));
        return path + " is edited";
    }

    private List<String> paths() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
