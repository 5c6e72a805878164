package dev.archnotes.site.drawing.architecture;

import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.spec.ResidualStream;
import dev.archnotes.site.drawing.Anchor;
import dev.archnotes.site.drawing.Canvas;
import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.PathData;
import dev.archnotes.site.drawing.Phrase;
import dev.archnotes.site.drawing.TextStyle;
import java.util.ArrayList;
import java.util.List;

/** What the stream has beyond one vector: a line of text for each, in a box beside it. */
record StreamSection(Subject subject) implements Section {
    private static final double LEAD = 10;
    private static final double LINE = 15;
    private static final double PADDING = 9;

    private static ResidualStream stream(Subject subject) {
        return subject.architecture().stream();
    }

    /** Whether there is anything to say. */
    static boolean isNeeded(Subject subject) {
        return !lines(subject).isEmpty();
    }

    private static List<Phrase> lines(Subject subject) {
        ResidualStream stream = stream(subject);
        List<Phrase> lines = new ArrayList<>();
        if (stream.hasPerLayerEmbeddings()) {
            lines.add(subject.phrase()
                    .words("per-layer embeddings: ")
                    .count("residual_stream.per_layer_vocabulary", stream.perLayerVocabulary())
                    .words(" × ")
                    .count(FactPath.LAYERS, subject.architecture().layers())
                    .words(" × ")
                    .count("residual_stream.per_layer_width", stream.perLayerWidth()));
            lines.add(subject.phrase().words("gated into the stream behind each layer"));
        }
        if (stream.streams() > 1) {
            lines.add(subject.phrase()
                    .count("residual_stream.streams", stream.streams())
                    .words(" parallel streams, one computed (AltUp)"));
        }
        if (stream.laurelRank() > 0) {
            lines.add(subject.phrase()
                    .words("path of rank ")
                    .count("residual_stream.laurel_rank", stream.laurelRank())
                    .words(" beside attention (LAuReL)"));
        }
        return lines;
    }

    @Override
    public Rows rows() {
        return Rows.of(LEAD, 2 * PADDING + LINE * lines(subject).size() - 4, LEAD);
    }

    @Override
    public void draw(Canvas canvas, double top, Rows rows) {
        double box = top + rows.top(1);
        double height = rows.height(1);
        double left = STREAM + 22;
        canvas.stroke("d-stream", new PathData().move(STREAM, top + rows.sum()).vertical(top));
        Canvas part = new Canvas();
        part.box("d-part d-embed", left, box, FRAME_END - left, height, 6);
        double y = box + PADDING - 4;
        for (Phrase line : lines(subject)) {
            y += LINE;
            part.text("", TextStyle.SMALL, Anchor.START, left + 10, y, line.runs());
        }
        canvas.add(new Mark.Group(("d-link" + subject.emphasis("embedding")).trim(), "", part.marks()));
        double middle = box + height / 2;
        canvas.stroke("d-branch", new PathData().move(left, middle).horizontal(STREAM + 8));
        canvas.stroke(
                "d-arrow-head",
                new PathData()
                        .move(STREAM + 2, middle)
                        .line(STREAM + 8, middle - 3.5)
                        .line(STREAM + 8, middle + 3.5)
                        .close());
    }
}
