package dev.archnotes.check;

import dev.archnotes.calc.Dictionary;
import dev.archnotes.calc.FactDefinition;
import dev.archnotes.content.Note;
import dev.archnotes.content.NoteBlock;
import dev.archnotes.diagnostic.Diagnostic;
import dev.archnotes.diagnostic.Diagnostics;
import dev.archnotes.diagnostic.Location;
import dev.archnotes.diagnostic.Rule;
import dev.archnotes.diagnostic.Suggestion;
import java.util.List;
import java.util.Map;

/** Do the generator's blocks name models and facts that there are? */
final class Blocks implements Check {

    @Override
    public void check(ComputedLibrary library, Diagnostics.Builder findings) {
        for (Note note : library.library().notes()) {
            for (NoteBlock block : note.blocks()) {
                for (String model : block.models()) {
                    library.sheet(model, block.modelPlaces().getOrDefault(model, block.ref().opening()), findings);
                }
                checkColumns(block.columns(), block.columnPlaces(), block.ref().opening(), findings);
            }
        }
    }

    /** Reports columns that are no facts. */
    static void checkColumns(List<String> columns, Map<String, Location> places, Location otherwise, Diagnostics.Builder findings) {
        List<String> known = Dictionary.DEFINITIONS.stream().map(FactDefinition::path).toList();
        for (String column : columns) {
            if (!known.contains(column)) {
                findings.add(Diagnostic.error(Rule.UNKNOWN_COLUMN, places.getOrDefault(column, otherwise), "no fact has the path \"" + column + "\"")
                        .withHint(Suggestion.hint(column, known))
                        .withLength(column.length()));
            }
        }
    }
}
