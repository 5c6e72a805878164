package dev.archnotes.site.page;

import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.FactPath;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The data files and the dictionary of their fields.
 *
 * @param head what it says of itself
 * @param listing how it shows elsewhere
 * @param groups the definitions, by group
 * @param sample the id of one of the variants
 * @param variants how many variants the files hold
 * @param license under which license they stand; empty where nobody says so
 * @param address the address of their folder, with a slash at the end
 * @param disagreements whether there is a file of the disagreements of sources
 */
public record DataPage(
        Head head,
        Listing listing,
        List<Group> groups,
        String sample,
        int variants,
        String license,
        String address,
        boolean disagreements)
        implements Page {
    @Override
    public Needs needs() {
        return Needs.of(Needs.Style.LOOKUP);
    }

    /**
     * Definitions under a heading.
     *
     * @param label the heading
     * @param fields the definitions
     */
    public record Group(String label, List<Field> fields) {
        /** Its anchor; no path of a field begins like it. */
        public String id() {
            return "group-" + label.toLowerCase(Locale.ROOT).replace(' ', '-');
        }
    }

    /**
     * A field.
     *
     * @param path its path in the data
     * @param label its label in tables
     * @param description what it means
     * @param example its value for one model, with that model's name
     */
    public record Field(String path, String label, String description, String example) {
        /** The path before it was renamed, to which there may still be links. */
        public Optional<String> formerPath() {
            return Dictionary.formerly(new FactPath(path)).map(FactPath::text);
        }

        /** The path in pieces between which a line may break: after its dots and underscores. */
        public List<String> pieces() {
            return List.of(path.split("(?<=[._])"));
        }
    }
}
