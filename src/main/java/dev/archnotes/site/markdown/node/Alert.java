package dev.archnotes.site.markdown.node;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.CustomBlock;

/**
 * A block quote that begins with {@code [!NOTE]} or another of these words: its blocks, behind a {@link Title} where it
 * has one.
 */
public final class Alert extends CustomBlock {

    public final Kind kind;

    public Alert(Kind kind) {
        this.kind = kind;
    }

    /** Words of the author's own behind the word, one line. */
    public static final class Title extends CustomBlock {}

    public enum Kind {
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@code Note} */
        public String title() {
            return name().charAt(0) + word().substring(1);
        }

        public static Optional<Kind> of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> kind.name().equals(name))
                    .findFirst();
        }

        /** The one that comes nearest to a word of Obsidian or of another generator, in capitals. */
        public static Optional<Kind> like(String name) {
            return switch (name) {
                case "INFO", "ABSTRACT", "SUMMARY", "EXAMPLE", "QUOTE", "TODO" -> Optional.of(NOTE);
                case "HINT", "SUCCESS", "CHECK", "DONE" -> Optional.of(TIP);
                case "ATTENTION" -> Optional.of(WARNING);
                case "DANGER", "ERROR", "BUG", "FAILURE" -> Optional.of(CAUTION);
                default -> Optional.empty();
            };
        }

        public static List<String> names() {
            return Arrays.stream(values()).map(Kind::name).toList();
        }
    }
}
