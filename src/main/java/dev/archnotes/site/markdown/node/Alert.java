package dev.archnotes.site.markdown.node;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.CustomBlock;

/** A block quote that begins with {@code [!NOTE]} or another of these words. */
public final class Alert extends CustomBlock {

    public final Kind kind;

    public Alert(Kind kind) {
        this.kind = kind;
    }

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

        public static List<String> names() {
            return Arrays.stream(values()).map(Kind::name).toList();
        }
    }
}
