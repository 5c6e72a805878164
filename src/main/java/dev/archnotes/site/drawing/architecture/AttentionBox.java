package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.attention.Attention;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.HeadRows;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** Attention: its name, its heads over what they share, its reach, positions and norms. */
record AttentionBox(Subject subject, LayerBlock kind, String path) implements PartBox {
    private static final double HEADS = 22;
    private static final double CHIP = 18;
    private static final double CHIP_PADDING = 9;
    private static final double CHIP_GAP = 5;

    private AttentionWords.Said said() {
        return new PartWords(subject).of(kind.attention(), path);
    }

    private List<List<Run>> lines() {
        return said().heads().lines(TextStyle.SMALL, INNER);
    }

    /** Each remark goes to the first row with room for it. */
    private List<List<PartWords.Remark>> chipRows() {
        List<List<PartWords.Remark>> rows = new ArrayList<>();
        for (PartWords.Remark remark : said().remarks()) {
            boolean placed = false;
            for (List<PartWords.Remark> row : rows) {
                if (!placed && rowWidth(row) + CHIP_GAP + chipWidth(remark) <= INNER) {
                    placed = row.add(remark);
                }
            }
            if (!placed) {
                rows.add(new ArrayList<>(List.of(remark)));
            }
        }
        return rows;
    }

    private static double rowWidth(List<PartWords.Remark> row) {
        double width = -CHIP_GAP;
        for (PartWords.Remark remark : row) {
            width += chipWidth(remark) + CHIP_GAP;
        }
        return width;
    }

    private static double chipWidth(PartWords.Remark remark) {
        return TextStyle.SMALL.width(remark.phrase().text()) + 2 * CHIP_PADDING;
    }

    @Override
    public double height() {
        return 24 + HEADS + LINE * lines().size() + 5 + (CHIP + 4) * chipRows().size() + 22;
    }

    @Override
    public void draw(Canvas canvas, double top, double height) {
        Attention attention = kind.attention();
        double slack = height - height();
        Canvas part = new Canvas();
        part.box("d-part d-attention", Section.LEFT, top, Section.RIGHT - Section.LEFT, height, 6);
        part.text(TextStyle.LABEL, Anchor.MIDDLE, Section.CENTER, top + 20, PartWords.title(attention));
        HeadRows.of(attention.layout()).draw(part, Section.LEFT + PADDING, INNER, top + 29 + slack / 4);
        double y = top + 24 + HEADS + slack / 2;
        for (List<Run> line : lines()) {
            y += LINE;
            part.text("", TextStyle.SMALL, Anchor.MIDDLE, Section.CENTER, y, line);
        }
        y += 8;
        for (List<PartWords.Remark> row : chipRows()) {
            drawChips(part, row, y);
            y += CHIP + 4;
        }
        long weights = Subject.weights(attention.tensors(subject.architecture().hiddenSize()), kind.count(), false);
        subject.drawShare(
                part,
                PartColor.ATTENTION,
                path.substring(0, path.length() - 1),
                weights,
                weights,
                Section.LEFT,
                Section.RIGHT,
                top + height - 8);
        canvas.add(
                new Mark.Group("d-link" + subject.emphasis("attention"), subject.link(said().concept()), part.marks()));
    }

    private void drawChips(Canvas canvas, List<PartWords.Remark> row, double top) {
        double x = Section.CENTER - rowWidth(row) / 2;
        for (PartWords.Remark remark : row) {
            canvas.box("d-chip " + remark.part().fill() + subject.emphasis(remark), x, top, chipWidth(remark), CHIP, 9);
            canvas.text(
                    remark.part().ink(),
                    TextStyle.SMALL,
                    Anchor.MIDDLE,
                    x + chipWidth(remark) / 2,
                    top + 13,
                    remark.phrase().runs());
            x += chipWidth(remark) + CHIP_GAP;
        }
    }
}
