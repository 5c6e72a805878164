package dev.archnotes.site.browser;

import dev.archnotes.model.json.JsonWriter;
import dev.archnotes.site.drawing.ByWidth;
import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import dev.archnotes.site.drawing.mechanism.SvgText;
import java.util.ArrayList;
import java.util.List;

/** A figure at a setting, as JSON; the same text on the JVM and in a browser. */
final class MechanismAnswer {
    private MechanismAnswer() {}

    /**
     * Pictures, message, reading and outline of a figure.
     *
     * @param places where its controls stand, as numbers with a space between them
     * @param id the beginning of the ids within the pictures
     */
    static String of(MechanismFigure figure, String places, String id) {
        Setting setting = setting(places);
        Scene narrow = figure.scene(setting, ByWidth.NARROW);
        Scene wide = figure.scene(setting, ByWidth.WIDE);
        JsonWriter out = new JsonWriter().open('{');
        out.key("message").value(wide.picture().title());
        out.key("reading").value(wide.reading());
        out.key("narrow").value(SvgText.of(narrow.picture(), id + "-narrow"));
        out.key("wide").value(SvgText.of(wide.picture(), id + "-wide"));
        out.key("outline").open('[');
        for (String line : wide.outline()) {
            out.value(line);
        }
        return out.close(']').close('}').toString();
    }

    /** What can be set in a figure, without drawing it: as it begins it stands in the page. */
    static String controls(MechanismFigure figure) {
        JsonWriter out = new JsonWriter().open('[');
        for (Control control : figure.controls()) {
            out.open('{').key("name").value(control.name()).key("values").open('[');
            for (String value : control.values()) {
                out.value(value);
            }
            out.close(']').close('}');
        }
        return out.close(']').toString();
    }

    private static Setting setting(String places) {
        List<Integer> read = new ArrayList<>();
        int from = 0;
        while (from < places.length()) {
            int space = places.indexOf(' ', from);
            int end = space < 0 ? places.length() : space;
            read.add(Integer.parseInt(places.substring(from, end)));
            from = end + 1;
        }
        return new Setting(read);
    }
}
