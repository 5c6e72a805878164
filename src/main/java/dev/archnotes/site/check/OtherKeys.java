package dev.archnotes.site.check;

import dev.archnotes.model.diagnostic.Diagnostic;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.diagnostic.Location;
import dev.archnotes.model.diagnostic.Rule;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which keys do the notes have that nothing here reads? Each is told once: they are there for other programs. */
final class OtherKeys implements Check {
    @Override
    public void check(Catalogue catalogue, Diagnostics.Builder findings) {
        Map<String, List<Location>> places = new TreeMap<>();
        for (Note note : catalogue.library().notes()) {
            note.front()
                    .filing()
                    .others()
                    .forEach((key, place) -> places.computeIfAbsent(key, first -> new ArrayList<>())
                            .add(place));
        }
        places.forEach((key, all) -> {
            String where = all.size() == 1 ? "" : ", here and in " + counted(all.size() - 1);
            findings.add(Diagnostic.warning(
                            Rule.UNKNOWN_KEY,
                            all.stream().sorted().findFirst().orElseThrow(),
                            "the key \"" + key + "\" is kept and not read" + where)
                    .withLength(key.length()));
        });
    }

    private static String counted(int notes) {
        return notes + (notes == 1 ? " other note" : " other notes");
    }
}
