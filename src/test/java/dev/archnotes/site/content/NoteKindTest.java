package dev.archnotes.site.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Faults;
import dev.archnotes.site.page.Paths;
import dev.archnotes.sites.FieldGuide;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A kind knows what its pages put around a text, so that the text's headings keep clear of it. */
class NoteKindTest {
    @Test
    void everyIdAroundATextIsOneThatTheKindKnows() {
        Faults faults = new Faults();
        for (Note note : FieldGuide.get().catalogue().library().notes()) {
            Set<String> headings = new TreeSet<>();
            note.document().headings().forEach(heading -> headings.add(heading.id()));
            // written by an author as headings are, and checked against them
            for (Disagreements.Group group : note.disagreements().groups()) {
                headings.add(group.id());
                group.entries().forEach(entry -> headings.add(entry.id()));
            }
            for (Element element : FieldGuide.get().document(Paths.note(note)).select("[id]")) {
                String id = element.id();
                boolean ofText = headings.contains(id)
                        || id.equals("references")
                        || id.startsWith("ref-")
                        || element.is(".note-ref, .sidenote, .footnotes li, h2 > span, h3 > span");
                if (!ofText && !note.kind().pageHasId(id)) {
                    faults.add(note.path(), "has #" + id + " around the text");
                }
            }
        }
        assertThat(faults.all()).isEmpty();
    }
}
