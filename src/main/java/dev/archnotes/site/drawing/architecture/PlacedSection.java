package dev.archnotes.site.drawing.architecture;

/** A section with the room that it gets. */
record PlacedSection(Section section, Rows rows) {
    static PlacedSection of(Section section) {
        return new PlacedSection(section, section.rows());
    }
}
