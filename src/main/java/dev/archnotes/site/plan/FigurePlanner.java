package dev.archnotes.site.plan;

import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.gallery.FigureKind;
import dev.archnotes.site.drawing.gallery.Figures;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.small.SmallFigure;
import dev.archnotes.site.page.FigureView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans the figures that explain a mechanism: what a page shows before anything is moved, and what moving needs. */
final class FigurePlanner {
    private FigurePlanner() {}

    /** A figure as a note asks for it; of several models it shows the first. */
    static FigureView view(NoteBlock.FigureChoice choice, List<Variant> variants, String caption, String id) {
        FigureKind kind = FigureKind.of(choice.shows()).orElseThrow();
        List<List<Variant>> subjects = Figures.subjects(kind, variants);
        List<MechanismFigure> figures =
                subjects.stream().map(each -> Figures.of(kind, each)).toList();
        List<FigureView.Subject> choices = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            List<Variant> each = subjects.get(i);
            choices.add(new FigureView.Subject(
                    each.isEmpty() ? "" : each.get(0).name(),
                    Figures.code(figures.get(i)),
                    places(Figures.start(figures.get(i), i == 0 ? choice.start() : Map.of()))));
        }
        MechanismFigure first = figures.get(0);
        Setting start = Figures.start(first, choice.start());
        Scene narrow = first.scene(start, kind.small() ? SmallFigure.WIDTH : ByWidth.NARROW);
        Scene wide = kind.small() ? narrow : first.scene(start, ByWidth.WIDE);
        boolean movable = !choice.still()
                && (figures.size() > 1 || first.controls().stream().anyMatch(FigurePlanner::hasChoice));
        return new FigureView(
                kind.word(),
                kind.script().map(FigureKind.Script::word).orElse(""),
                choices,
                new ByWidth(narrow.picture(), wide.picture()),
                wide.reading(),
                wide.outline(),
                movable ? first.invitation() : "",
                movable,
                !kind.small()
                        ? FigureView.Place.ACROSS
                        : choice.margin() ? FigureView.Place.MARGIN : FigureView.Place.TEXT,
                caption,
                id);
    }

    private static boolean hasChoice(Control control) {
        return control.values().size() > 1;
    }

    private static String places(Setting setting) {
        StringBuilder text = new StringBuilder();
        for (int place : setting.places()) {
            text.append(text.length() == 0 ? "" : " ").append(place);
        }
        return text.toString();
    }
}
