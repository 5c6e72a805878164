package dev.archnotes.site.files.card;

import dev.archnotes.site.cache.CacheKey;
import dev.archnotes.site.cache.FileCache;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Tint;
import dev.archnotes.site.page.Card;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Finished cards between builds, each under all that it shows. */
final class CardCache {
    /** Raised when the same card is drawn in another way. */
    static final int VERSION = 4;

    private final FileCache files;

    CardCache(Path folder) {
        this.files = new FileCache(folder, ".card");
    }

    /**
     * The picture of a card, which is drawn only where there is none yet.
     *
     * @param setting what all cards of a site have in common
     */
    byte[] png(Card card, String setting, Supplier<byte[]> drawing) {
        String key = key(card, setting);
        return files.get(key).orElseGet(() -> {
            byte[] png = drawing.get();
            files.put(key, png);
            return png;
        });
    }

    /** Removes cards that no build has asked for in a long time. */
    void tidy() {
        files.tidy();
    }

    /**
     * The name under which a card is kept: a digest of all that is shown on it.
     *
     * @param setting what all cards of a site have in common
     */
    static String key(Card card, String setting) {
        List<String> shown = new ArrayList<>(List.of(Integer.toString(VERSION)));
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
        return CacheKey.of(shown);
    }

    private static String tint(Mark.Stroke stroke) {
        return stroke.tint().map(Tint::toString).orElse("");
    }

    private static void add(List<String> shown, String... texts) {
        shown.addAll(List.of(texts));
    }
}
