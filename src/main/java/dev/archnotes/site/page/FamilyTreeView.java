package dev.archnotes.site.page;

import dev.archnotes.site.drawing.ByWidth;
import java.util.List;

/**
 * A family tree of mechanisms with the sources of everything in it.
 *
 * @param pictures the drawing
 * @param edges every introduction, adoption, departure, origin and descent, mechanism by mechanism
 * @param caption the sentence beneath it
 * @param id an id that is unique on the page
 */
public record FamilyTreeView(ByWidth pictures, List<Edge> edges, String caption, String id) {
    /**
     * An edge.
     *
     * @param mechanism the mechanism
     * @param what what happens: {@code adopted}, {@code from DeepSeek-V3}
     * @param who the model or the authors, linked to its page where there is one
     * @param remark what is particular about it, or empty
     * @param date its date for machines
     * @param printed its date as printed
     * @param evidence the kind of evidence, in words
     * @param source its source
     * @param locator the place in the source, or empty
     */
    public record Edge(
            String mechanism,
            String what,
            Link who,
            String remark,
            String date,
            String printed,
            String evidence,
            Link source,
            String locator) {}
}
