package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.number.Unit;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.TextStyle;

/** What the bars in the parts mean. */
record KeySection(Subject subject) implements Section {
    @Override
    public Rows rows() {
        return Rows.of(sparse() ? 42.0 : 26.0);
    }

    private boolean sparse() {
        return subject.ledger().activeElements() < subject.total();
    }

    @Override
    public void draw(Canvas canvas, double top, Rows rows) {
        canvas.box("d-share-track", FRAME, top + 12, 24, 4, 2);
        canvas.box("d-share d-key", FRAME, top + 12, 14, 4, 0);
        canvas.text(
                TextStyle.SMALL,
                Anchor.START,
                FRAME + 32,
                top + 18,
                subject.phrase()
                        .words("share of all ")
                        .figure(FactPath.PARAMETERS_TOTAL, subject.total(), Unit.PARAMETERS)
                        .words(" weights"));
        if (sparse()) {
            canvas.box("d-share d-ffn", FRAME, top + 28, 5, 4, 0);
            canvas.text(
                    TextStyle.SMALL,
                    Anchor.START,
                    FRAME + 32,
                    top + 34,
                    subject.phrase()
                            .words("of it at work on one token, ")
                            .figure(
                                    FactPath.PARAMETERS_ACTIVE_ALL,
                                    subject.ledger().activeElements(),
                                    Unit.PARAMETERS)
                            .words(" in all"));
        }
    }
}
