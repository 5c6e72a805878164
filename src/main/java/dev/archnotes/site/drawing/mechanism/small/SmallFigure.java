package dev.archnotes.site.drawing.mechanism.small;

import dev.archnotes.site.drawing.mechanism.Control;
import dev.archnotes.site.drawing.mechanism.MechanismFigure;
import dev.archnotes.site.drawing.mechanism.Scene;
import dev.archnotes.site.drawing.mechanism.Setting;
import java.util.List;

/** A figure that fits into the margin and has nothing to set. */
public interface SmallFigure extends MechanismFigure {
    /** The width that it is drawn for, in its own units: that of the margin beside the text. */
    double WIDTH = 264;

    /** The figure. */
    Scene scene(double width);

    @Override
    default List<Control> controls() {
        return List.of();
    }

    @Override
    default Scene scene(Setting setting, double width) {
        return scene(width);
    }
}
