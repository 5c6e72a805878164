package dev.archnotes.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Notes as people have them, as many as wanted and the same each time: about six kilobytes of prose, two tables, code,
 * lists, and links to other notes, in folders of fifty. Any generator of sites reads them.
 */
public final class OrdinaryNotes {
    private static final int OF_A_FOLDER = 50;
    private static final int WORDS = 6_000;
    private static final String[] SYLLABLES = {
        "ba", "cor", "den", "el", "fin", "gra", "hol", "in", "jus", "kel", "lor", "mi", "nor", "o", "per", "qui", "ras",
        "sto", "ta", "un", "ver", "wel", "xen", "yor", "zu"
    };
    private static final List<String> WORDS_OF_ALL = words();

    private final Random random;
    private final int number;
    private final int notes;
    private final StringBuilder text = new StringBuilder();

    private OrdinaryNotes(int number, int notes) {
        this.random = new Random(number * 7_919L + 17);
        this.number = number;
        this.notes = notes;
    }

    /**
     * Writes a notes folder.
     *
     * @param arguments the folder and the number of notes; a third one, {@code hugo}, puts the same notes where Hugo
     *     looks for them
     */
    public static void main(String[] arguments) throws IOException {
        boolean hugo = arguments.length > 2;
        Path folder = Path.of(arguments[0]);
        write(hugo ? folder.resolve("content") : folder, Integer.parseInt(arguments[1]));
        if (!hugo) {
            Files.writeString(
                    folder.resolve("site.yaml"),
                    "title: Ordinary notes\ntagline: As people have them.\nbase_url: https://example.org/\n");
        }
    }

    /** Writes so many notes into a folder. */
    public static void write(Path folder, int notes) throws IOException {
        for (int i = 0; i < notes; i++) {
            Path file = folder.resolve(path(i));
            Files.createDirectories(file.getParent());
            Files.writeString(file, note(i, notes));
        }
    }

    /** The path of a note. */
    public static String path(int number) {
        return String.format(Locale.ROOT, "part-%03d/note-%05d.md", number / OF_A_FOLDER, number);
    }

    /**
     * The text of a note.
     *
     * @param notes how many there are, for its links
     */
    public static String note(int number, int notes) {
        return new OrdinaryNotes(number, notes).written();
    }

    private static List<String> words() {
        Random random = new Random(4_711);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int part = 1 + random.nextInt(4); part >= 0; part--) {
                word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            words.add(word.toString());
        }
        return words;
    }

    private String written() {
        String title = capital(words(3));
        text.append("---\ntitle: ").append(title).append(' ').append(number).append("\n---\n\n");
        for (int section = 0; section < 5; section++) {
            text.append("## ").append(capital(words(3))).append("\n\n");
            paragraph(40);
            if (section % 2 == 1) {
                table();
            } else if (section == 2) {
                code();
            } else {
                list();
            }
            paragraph(20);
        }
        return text.toString();
    }

    private void paragraph(int length) {
        int words = 0;
        while (words < length) {
            int sentence = 6 + random.nextInt(12);
            text.append(capital(words(sentence)));
            if (random.nextInt(4) == 0) {
                link();
            } else if (random.nextInt(5) == 0) {
                text.append(" *")
                        .append(words(2))
                        .append("* and `")
                        .append(word())
                        .append('`');
            }
            text.append(". ");
            words += sentence;
        }
        text.append("\n\n");
    }

    private void link() {
        int to = random.nextInt(notes);
        text.append(" as [").append(words(2)).append("](../").append(path(to)).append(") says");
    }

    private void table() {
        text.append("| name | value | use |\n| --- | ---: | --- |\n");
        for (int row = 0; row < 6; row++) {
            text.append("| ")
                    .append(word())
                    .append(" | ")
                    .append(random.nextInt(100_000))
                    .append(" | ")
                    .append(words(3))
                    .append(" |\n");
        }
        text.append('\n');
    }

    private void code() {
        text.append("```python\n");
        for (int line = 0; line < 5; line++) {
            text.append("def ")
                    .append(word())
                    .append("(x, y):  # ")
                    .append(word())
                    .append("\n    return x * ")
                    .append(random.nextInt(100))
                    .append(" + \"")
                    .append(word())
                    .append("\"\n");
        }
        text.append("```\n\n");
    }

    private void list() {
        for (int i = 0; i < 6; i++) {
            text.append("- ").append(words(6)).append('\n');
        }
        text.append('\n');
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder(word());
        for (int i = 1; i < count; i++) {
            words.append(' ').append(word());
        }
        return words.toString();
    }

    /** Some words are much more frequent than others. */
    private String word() {
        double place = random.nextDouble();
        return WORDS_OF_ALL.get((int) (WORDS * place * place * place));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
