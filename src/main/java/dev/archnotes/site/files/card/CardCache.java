package dev.archnotes.site.files.card;

import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Tint;
import dev.archnotes.site.page.Card;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Finished cards between builds, a file each, named by all that it shows. Where that cannot be kept, nothing is lost
 * but time.
 */
final class CardCache {
    /** Raised when the same card is drawn in another way. */
    static final int VERSION = 2;

    private final Path folder;

    CardCache(Path folder) {
        this.folder = folder;
    }

    /**
     * The name under which a card is kept: a digest of all that is shown on it.
     *
     * @param setting what all cards of a site have in common
     */
    static String key(Card card, String setting) {
        StringBuilder shown = new StringBuilder().append(VERSION);
        add(
                shown,
                setting,
                card.kicker(),
                card.title(),
                card.sentence(),
                card.part().map(PartColor::name).orElse(""));
        for (Card.Subject subject : card.subjects()) {
            add(
                    shown,
                    "subject",
                    subject.name(),
                    Double.toString(subject.activeShare()),
                    Double.toString(subject.strip().width()));
            subject.figures()
                    .forEach(figure -> add(
                            shown,
                            "figure",
                            figure.label(),
                            figure.value().text(),
                            figure.value().unit()));
            subject.strip().marks().stream()
                    .filter(Mark.Stroke.class::isInstance)
                    .map(Mark.Stroke.class::cast)
                    .forEach(stroke -> add(shown, tint(stroke), stroke.path()));
        }
        card.users().forEach(user -> add(shown, "user", user.name(), Boolean.toString(user.uses())));
        return digest(shown.toString());
    }

    private static String tint(Mark.Stroke stroke) {
        return stroke.tint().map(Tint::toString).orElse("");
    }

    /** A digest of a text. */
    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Texts with their lengths, so that no two lists of them look alike. */
    private static void add(StringBuilder shown, String... texts) {
        for (String text : texts) {
            shown.append(text.length()).append(':').append(text);
        }
    }

    Optional<byte[]> get(String key) {
        Path file = file(key);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a picture; it is moved to its place when it is whole, so that a build that is killed leaves no half of one.
     */
    void put(String key, byte[] png) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "card", ".draft");
            Files.write(draft, png);
            Files.move(draft, file(key), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException notKept) {
            // the next build draws it again
        }
    }

    private Path file(String key) {
        return folder.resolve(key + ".png");
    }
}
