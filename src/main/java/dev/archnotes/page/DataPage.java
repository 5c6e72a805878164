package dev.archnotes.page;

import java.util.List;

/**
 * The data files and the dictionary of their fields.
 *
 * @param head what it says of itself
 * @param groups the definitions, by group
 * @param variants how many variants the files hold
 */
public record DataPage(Head head, List<Group> groups, int variants) implements Page {
    /**
     * Definitions under a heading.
     *
     * @param label the heading
     * @param fields the definitions
     */
    public record Group(String label, List<Field> fields) {}

    /**
     * A field.
     *
     * @param path its path in the data
     * @param label its label in tables
     * @param description what it means
     * @param example its value for one model, with that model's name
     */
    public record Field(String path, String label, String description, String example) {}
}
