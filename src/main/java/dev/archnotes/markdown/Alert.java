package dev.archnotes.markdown;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.CustomBlock;

/** A block quote that begins with {@code [!NOTE]} or another of these words. */
final class Alert extends CustomBlock {

    final Kind kind;

    Alert(Kind kind) {
        this.kind = kind;
    }

    enum Kind {
        NOTE,
        TIP,
        IMPORTANT,
        WARNING,
        CAUTION;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** {@code Note} */
        String title() {
            return name().charAt(0) + word().substring(1);
        }

        static Optional<Kind> of(String name) {
            return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
        }

        static List<String> names() {
            return Arrays.stream(values()).map(Kind::name).toList();
        }
    }
}
