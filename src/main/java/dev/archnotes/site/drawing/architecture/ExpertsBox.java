package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.site.content.ExplainedPart;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PartColor;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.Run;
import dev.archnotes.site.drawing.TextStyle;
import java.util.List;
import java.util.TreeSet;

/** A mixture of experts: the router fans out to the chosen experts; what always acts stands beside them, filled. */
record ExpertsBox(Subject subject, long layers, MixtureOfExperts network, String path) implements PartBox {
    private static final double ROUTER = 19;
    private static final double FAN = 16;

    private List<List<Run>> lines() {
        return new PartWords(subject).widths(network(), path).lines(TextStyle.SMALL, INNER);
    }

    /** The longest row of at most 64 cells that divides the experts evenly; short rows for few experts. */
    private long columns() {
        long experts = network().experts();
        long most = experts <= 32 ? 16 : experts <= 128 ? 32 : 64;
        for (long columns = Math.min(most, experts); columns > 1; columns--) {
            if (experts % columns == 0) {
                return columns;
            }
        }
        return Math.min(most, experts);
    }

    private long rows() {
        return (network().experts() + columns() - 1) / columns();
    }

    private double rowPitch() {
        return rows() == 1 ? 16 : rows() == 2 ? 12 : rows() <= 4 ? 8 : 6;
    }

    private double gridHeight() {
        return Math.max(14, rows() * rowPitch());
    }

    /** Room beside the grid for what acts on every token. */
    private double besideWidth() {
        return network().denseBranchSize() > 0
                ? 74
                : network().sharedExperts() > 0 ? 20 * network().sharedExperts() : 0;
    }

    @Override
    public double height() {
        return 24 + LINE * lines().size() + 8 + gridHeight() + FAN + ROUTER + 30;
    }

    @Override
    public void draw(Canvas canvas, double top, double height) {
        Canvas part = new Canvas();
        part.box("d-part d-ffn", Section.LEFT, top, Section.RIGHT - Section.LEFT, height, 6);
        part.text(TextStyle.LABEL, Anchor.MIDDLE, Section.CENTER, top + 20, PartWords.title(network()));
        double y = top + 22;
        for (List<Run> line : lines()) {
            y += LINE;
            part.text("", TextStyle.SMALL, Anchor.MIDDLE, Section.CENTER, y, line);
        }
        double slack = height - height();
        drawExperts(part, y + 10 + slack / 3, FAN + slack / 2);
        long all = Subject.weights(network().tensors(subject.architecture().hiddenSize()), layers, false);
        long active = Subject.weights(network().tensors(subject.architecture().hiddenSize()), layers, true);
        subject.drawShare(
                part,
                PartColor.FEED_FORWARD,
                path.substring(0, path.length() - 1),
                all,
                active,
                Section.LEFT,
                Section.RIGHT,
                top + height - 8);
        canvas.add(new Mark.Group(
                "d-link" + subject.emphasis("feed-forward"), subject.link(ExplainedPart.FEED_FORWARD), part.marks()));
    }

    private void drawExperts(Canvas canvas, double top, double fanHeight) {
        double left = Section.LEFT + PADDING;
        double beside = besideWidth();
        double room = INNER - (beside > 0 ? beside + 8 : 0);
        double pitch = room / columns();
        double gapX = Math.min(3, pitch * 0.3);
        double gapY = Math.min(2.2, rowPitch() * 0.26);
        TreeSet<Long> chosen = chosen();
        PathData idle = new PathData();
        PathData active = new PathData();
        PathData fan = new PathData();
        double routerTop = top + gridHeight() + fanHeight;
        Phrase router = new PartWords(subject).router(network(), path);
        double routerWidth = Math.min(INNER, TextStyle.SMALL.width(router.text()) + 18);
        for (long i = 0; i < network().experts(); i++) {
            double x = left + i % columns() * pitch + gapX / 2;
            double y = top + (i / columns()) * rowPitch();
            (chosen.contains(i) ? active : idle).rectangle(x, y, pitch - gapX, rowPitch() - gapY);
            if (chosen.contains(i)) {
                double target = x + (pitch - gapX) / 2;
                double start = Section.CENTER + (target - Section.CENTER) * Math.min(1, (routerWidth - 16) / INNER);
                fan.move(start, routerTop).line(target, y + rowPitch() - gapY);
            }
        }
        canvas.stroke("d-expert", idle);
        canvas.stroke("d-fan", fan);
        canvas.stroke("d-expert d-active", active);
        if (beside > 0) {
            drawBeside(canvas, left + room + 8, top, beside, routerTop + ROUTER);
        }
        canvas.box("d-router", Section.CENTER - routerWidth / 2, routerTop, routerWidth, ROUTER, 4);
        canvas.text("", TextStyle.SMALL, Anchor.MIDDLE, Section.CENTER, routerTop + 13.5, router.runs());
    }

    /** Shared experts and the dense branch bypass the router. */
    private void drawBeside(Canvas canvas, double left, double top, double width, double bottom) {
        boolean branch = network().denseBranchSize() > 0;
        long boxes = branch ? 1 : network().sharedExperts();
        double pitch = width / boxes;
        for (long i = 0; i < boxes; i++) {
            double x = left + i * pitch;
            double box = pitch - (boxes > 1 ? 2 : 0);
            canvas.box("d-expert d-active d-always", x, top, box, gridHeight() - 2, 2);
        }
        double middle = left + width / 2;
        canvas.stroke("d-fan", new PathData().move(middle, bottom + 5).vertical(top + gridHeight() - 2));
        canvas.stroke("d-fan", new PathData().move(Section.CENTER, bottom + 5).horizontal(middle));
        canvas.stroke("d-fan", new PathData().move(Section.CENTER, bottom + 5).vertical(bottom));
    }

    /** Experts spread by the golden ratio, so that the picture shows a choice rather than a block. */
    private TreeSet<Long> chosen() {
        TreeSet<Long> chosen = new TreeSet<>();
        double golden = 0.6180339887498949;
        for (long i = 1; chosen.size() < network().expertsPerToken(); i++) {
            double fraction = i * golden - Math.floor(i * golden);
            chosen.add((long) (fraction * network().experts()));
        }
        return chosen;
    }
}
