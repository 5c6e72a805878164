package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.network.DenseFeedForward;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.List;

/** A dense feed-forward: an outline as wide below, in the middle and above as the network is. */
record DenseBox(Subject subject, long layers, DenseFeedForward network, String path) implements PartBox {
    private static final double SHAPE = 22;

    private List<List<Run>> lines() {
        return new PartWords(subject).widths(network(), path).lines(TextStyle.SMALL, INNER);
    }

    @Override
    public double height() {
        return 26 + SHAPE + 3 + LINE * lines().size() + 26;
    }

    @Override
    public void draw(Canvas canvas, double top, double height) {
        double slack = height - height();
        double shape = SHAPE + slack / 2;
        Canvas part = new Canvas();
        part.box("d-part d-ffn", Section.LEFT, top, Section.RIGHT - Section.LEFT, height, 6);
        part.text(TextStyle.LABEL, Anchor.MIDDLE, Section.CENTER, top + 20, PartWords.title(network()));
        double hidden = subject.architecture().hiddenSize();
        double unit = Math.min(INNER / network().intermediateSize(), INNER / (hidden * 2));
        double y = top + 28 + slack / 6;
        double outer = hidden * unit / 2;
        double inner = network().intermediateSize() * unit / 2;
        double knee = shape * 0.36;
        part.stroke(
                "d-shape",
                new PathData()
                        .move(Section.CENTER - outer, y)
                        .line(Section.CENTER + outer, y)
                        .line(Section.CENTER + inner, y + knee)
                        .line(Section.CENTER + inner, y + shape - knee)
                        .line(Section.CENTER + outer, y + shape)
                        .line(Section.CENTER - outer, y + shape)
                        .line(Section.CENTER - inner, y + shape - knee)
                        .line(Section.CENTER - inner, y + knee)
                        .close());
        y += shape + 3 + slack / 12;
        for (List<Run> line : lines()) {
            y += LINE;
            part.text("", TextStyle.SMALL, Anchor.MIDDLE, Section.CENTER, y, line);
        }
        long weights = Subject.weights(network().tensors(subject.architecture().hiddenSize()), layers, false);
        subject.drawShare(
                part,
                PartColor.FEED_FORWARD,
                path.substring(0, path.length() - 1),
                weights,
                weights,
                Section.LEFT,
                Section.RIGHT,
                top + height - 8);
        canvas.add(new Mark.Group("d-link" + subject.emphasis("feed-forward"), "", part.marks()));
    }
}
