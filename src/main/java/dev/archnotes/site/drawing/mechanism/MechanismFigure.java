package dev.archnotes.site.drawing.mechanism;

import java.util.List;

/**
 * A figure that explains a mechanism: a picture for each setting of its controls. The first setting explains by itself,
 * on paper and without script.
 */
public interface MechanismFigure {
    /** What can be set, in order; nothing where moving would teach nothing. */
    List<Control> controls();

    /**
     * The figure as it stands at a setting.
     *
     * @param setting a place for each control
     * @param width the width of the picture, {@link dev.archnotes.site.drawing.ByWidth#NARROW} or twice as much
     */
    Scene scene(Setting setting, double width);

    /** What there is to try, in a sentence; empty where there is nothing to set. */
    default String invitation() {
        return "";
    }

    /** The numbers that it is made of, for the browser to make it again. */
    default void write(FigureCode.Writer out) {}
}
