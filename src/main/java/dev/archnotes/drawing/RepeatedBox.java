package dev.archnotes.drawing;

import dev.archnotes.calc.Unit;

/** A part that is the same as in a kind of layer further down: only its name and its weights. */
record RepeatedBox(Subject subject, String part, String title, String like, String path, long weights) implements PartBox {
    @Override
    public double height() {
        return 40;
    }

    @Override
    public void draw(Canvas canvas, double top) {
        canvas.box("d-part d-repeated d-" + part, Section.LEFT, top, Section.RIGHT - Section.LEFT, height(), 6);
        canvas.text(TextStyle.STRONG, Anchor.MIDDLE, Section.CENTER, top + 17, title);
        canvas.text(TextStyle.SMALL, Anchor.MIDDLE, Section.CENTER, top + 32,
                subject.phrase().words("as in " + like + " · ").figure(path + ".parameters", weights, Unit.PARAMETERS).words(" of its own"));
    }
}
