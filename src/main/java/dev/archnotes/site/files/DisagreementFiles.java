package dev.archnotes.site.files;

import dev.archnotes.model.json.JsonText;
import dev.archnotes.site.content.Disagreements;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.Note;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.write.OutputFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The disagreements of sources as data; none without entries. */
final class DisagreementFiles {
    private DisagreementFiles() {}

    static List<OutputFile> of(Library library) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Note note : library.notes()) {
            String page =
                    library.settings().addresses().base() + Paths.note(note).value();
            for (Disagreements.Group group : note.disagreements().groups()) {
                group.entries().forEach(entry -> rows.add(row(group, entry, page)));
            }
        }
        return rows.isEmpty() ? List.of() : List.of(OutputFile.text(Paths.DISAGREEMENTS_JSON, JsonText.indented(rows)));
    }

    private static Map<String, Object> row(Disagreements.Group group, Disagreements.Entry entry, String page) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", entry.id());
        values.put("kind", entry.kind().word());
        values.put("subject", entry.subject());
        values.put("models", group.modelsOf(entry));
        values.put("figures", entry.figures().list());
        values.put("said", entry.told().plainSaid());
        entry.told().plainFiles().ifPresent(files -> values.put("files", files));
        values.put("here", entry.told().plainHere());
        values.put("cites", entry.told().citedKeys());
        values.put("href", page + "#" + entry.id());
        return values;
    }
}
