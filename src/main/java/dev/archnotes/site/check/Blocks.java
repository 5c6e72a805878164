package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.model.diagnostic.Suggestion;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.content.NoteBlock;
import dev.archnotes.site.content.Timeline;
import dev.archnotes.site.markdown.node.BlockKind;
import java.util.List;
import java.util.Map;

/** Do the generator's blocks name models, facts, mechanisms and eras that there are? */
final class Blocks implements Check {

    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        for (Note note : catalogue.library().notes()) {
            for (NoteBlock block : note.blocks()) {
                for (String model : block.models().list()) {
                    NamedVariants.find(catalogue, model, block.place(block.models(), model), findings);
                }
                checkColumns(
                        block.columns().list(),
                        block.columns().places(),
                        block.ref().opening(),
                        findings);
                checkHistory(catalogue.library().timeline(), block, findings);
            }
        }
    }

    /** Reports what the timeline does not have. */
    private static void checkHistory(Timeline timeline, NoteBlock block, Diagnostics.Builder findings) {
        boolean eras = block.kind() == BlockKind.TIMELINE;
        if (!eras && block.kind() != BlockKind.FAMILY_TREE) {
            return;
        }
        List<String> known = eras
                ? timeline.eras().stream().map(Timeline.Era::id).toList()
                : timeline.histories().stream().map(Timeline.History::id).toList();
        String what = eras ? "era" : "mechanism";
        if (known.isEmpty()) {
            findings.add(Diagnostic.error(
                            Rule.MISSING_FILE,
                            block.ref().opening(),
                            "timeline.yaml has no " + what + " that could be drawn")
                    .withLength(block.kind().word().length()));
        }
        for (String entry : block.entries().list()) {
            if (!known.isEmpty() && !known.contains(entry)) {
                findings.add(Diagnostic.error(
                                Rule.IMPOSSIBLE_VALUE,
                                block.place(block.entries(), entry),
                                "no " + what + " has the id \"" + entry + "\"")
                        .withHint(Suggestion.hint(entry, known))
                        .withLength(entry.length()));
            }
        }
    }

    /** Reports columns that are no facts. */
    static void checkColumns(
            List<String> columns, Map<String, Location> places, Location otherwise, Diagnostics.Builder findings) {
        List<String> known = Dictionary.DEFINITIONS.stream()
                .map(definition -> definition.path().text())
                .toList();
        for (String column : columns) {
            if (!known.contains(column)) {
                findings.add(Diagnostic.error(
                                Rule.UNKNOWN_COLUMN,
                                places.getOrDefault(column, otherwise),
                                "no fact has the path \"" + column + "\"")
                        .withHint(Suggestion.hint(column, known))
                        .withLength(column.length()));
            }
        }
    }
}
