package dev.archnotes.page;

import dev.archnotes.spec.ModelSpec;
import dev.archnotes.spec.Published;
import java.util.List;

/** Published figures as rows. */
final class PublishedRows {
    private PublishedRows() {}

    static List<PublishedRow> of(ModelSpec variant) {
        return variant.published().stream().map(PublishedRows::row).toList();
    }

    private static PublishedRow row(Published figure) {
        String quantity = figure.quantity().replace('_', ' ');
        return new PublishedRow(Character.toUpperCase(quantity.charAt(0)) + quantity.substring(1), figure.text(), figure.note().orElse(""),
                figure.source(), "", false);
    }
}
