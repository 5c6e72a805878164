package dev.archnotes.site.drawing.mechanism;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the controls of a figure stand.
 *
 * @param places the place of the chosen value of each control
 */
public record Setting(List<Integer> places) {
    public Setting {
        places = List.copyOf(places);
    }

    /** The setting at which a figure begins. */
    public static Setting start(MechanismFigure figure) {
        List<Integer> places = new ArrayList<>();
        for (Control control : figure.controls()) {
            places.add(control.start());
        }
        return new Setting(places);
    }

    /** The place of the value of a control. */
    public int at(int control) {
        return places.get(control);
    }

    /** The same setting but for one control. */
    public Setting with(int control, int place) {
        List<Integer> changed = new ArrayList<>(places);
        changed.set(control, place);
        return new Setting(changed);
    }
}
