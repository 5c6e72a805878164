package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.drawing.gallery.FigureKind;
import dev.archnotes.site.drawing.gallery.Figures;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Is there a figure of the kind that a block asks for, can it be drawn of its models, and can it begin there? */
final class MechanismFigures implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        for (Note note : catalogue.library().notes()) {
            for (NoteBlock block : note.blocks()) {
                block.figure().ifPresent(choice -> check(catalogue, block, choice, findings));
            }
        }
    }

    private static void check(
            Catalogue catalogue, NoteBlock block, NoteBlock.FigureChoice choice, Diagnostics.Builder findings) {
        Optional<FigureKind> kind = FigureKind.of(choice.shows());
        if (kind.isEmpty()) {
            if (!choice.shows().isEmpty()) {
                findings.add(Diagnostic.error(
                                Rule.IMPOSSIBLE_VALUE,
                                place(block, choice, choice.shows()),
                                "no figure shows \"" + choice.shows() + "\"")
                        .withHint(Suggestion.hint(choice.shows(), FigureKind.words()))
                        .withLength(choice.shows().length()));
            }
            return;
        }
        if (choice.margin() && !kind.get().small()) {
            findings.add(Diagnostic.error(
                            Rule.IMPOSSIBLE_VALUE,
                            place(block, choice, "margin"),
                            "the figure \"" + choice.shows() + "\" is too wide for the margin")
                    .withHint("leave \"margin\" out, or show one of " + String.join(", ", FigureKind.smallWords())));
        }
        List<String> models = block.models().list();
        boolean wanted = kind.get().models() != FigureKind.Models.NONE;
        if (wanted == models.isEmpty()) {
            findings.add(Diagnostic.error(
                            wanted ? Rule.MISSING_KEY : Rule.IMPOSSIBLE_VALUE,
                            wanted ? block.ref().opening() : block.place(block.models(), models.get(0)),
                            wanted
                                    ? "the figure \"" + choice.shows() + "\" is drawn of a model, and none is named"
                                    : "the figure \"" + choice.shows() + "\" is drawn of no model")
                    .withHint(wanted ? "add model: and the id of a variant" : "leave it out")
                    .withLength(
                            wanted
                                    ? block.kind().word().length()
                                    : models.get(0).length()));
            return;
        }
        List<Variant> variants = new ArrayList<>();
        models.forEach(id -> catalogue.variant(id).ifPresent(variants::add));
        if (variants.size() == models.size()) {
            begin(block, choice, drawn(kind.get(), variants, block, findings), findings);
        }
    }

    /** The figures that can be drawn; of the others it says why not. */
    private static List<MechanismFigure> drawn(
            FigureKind kind, List<Variant> variants, NoteBlock block, Diagnostics.Builder findings) {
        List<MechanismFigure> figures = new ArrayList<>();
        for (List<Variant> each : Figures.subjects(kind, variants)) {
            try {
                figures.add(Figures.of(kind, each));
            } catch (IllegalArgumentException impossible) {
                String id = each.isEmpty() ? "" : each.get(0).id();
                findings.add(Diagnostic.error(
                                Rule.IMPOSSIBLE_VALUE,
                                block.place(block.models(), id),
                                "\"" + kind.word() + "\" cannot be drawn of " + id + ": " + impossible.getMessage())
                        .withLength(Math.max(1, id.length())));
            }
        }
        return figures;
    }

    /** Reports values at which none of the figures can begin. */
    private static void begin(
            NoteBlock block,
            NoteBlock.FigureChoice choice,
            List<MechanismFigure> figures,
            Diagnostics.Builder findings) {
        if (figures.isEmpty()) {
            return;
        }
        List<Control> controls = figures.get(0).controls();
        for (Map.Entry<String, String> start : choice.start().entrySet()) {
            String name = start.getKey();
            Optional<Control> control =
                    controls.stream().filter(each -> each.name().equals(name)).findFirst();
            if (control.isEmpty()) {
                List<String> names = controls.stream().map(Control::name).toList();
                findings.add(Diagnostic.error(
                                Rule.IMPOSSIBLE_VALUE,
                                place(block, choice, name),
                                "the figure \"" + choice.shows() + "\" has no control \"" + name + "\"")
                        .withHint(names.isEmpty() ? "it has none" : Suggestion.hint(name, names)));
            } else if (!control.get().values().contains(start.getValue())) {
                findings.add(Diagnostic.error(
                                Rule.IMPOSSIBLE_VALUE,
                                place(block, choice, name),
                                "\"" + name + "\" cannot be \"" + start.getValue() + "\"")
                        .withHint("write one of "
                                + String.join(", ", control.get().values())));
            }
        }
    }

    private static Location place(NoteBlock block, NoteBlock.FigureChoice choice, String word) {
        return choice.places().getOrDefault(word, block.ref().opening());
    }
}
