package dev.archnotes.site.drawing.mechanism;

import static dev.archnotes.site.drawing.Coordinates.print;

import dev.archnotes.site.drawing.Mark;
import dev.archnotes.site.drawing.Picture;
import dev.archnotes.site.drawing.Run;
import java.util.List;

/** Prints a picture as SVG where no template can, in the browser; a test holds it to what the templates print. */
public final class SvgText {
    private final StringBuilder text = new StringBuilder();

    private SvgText() {}

    /**
     * A picture.
     *
     * @param idPrefix the beginning of the ids of its title and description
     */
    public static String of(Picture picture, String idPrefix) {
        SvgText svg = new SvgText();
        svg.text.append("<svg");
        svg.attribute("class", picture.classes());
        svg.attribute("viewBox", picture.viewBox());
        svg.attribute("role", picture.role());
        svg.attribute("aria-labelledby", idPrefix + "-title " + idPrefix + "-desc");
        svg.text.append("><title");
        svg.attribute("id", idPrefix + "-title");
        svg.text.append('>').append(escaped(picture.title())).append("</title><desc");
        svg.attribute("id", idPrefix + "-desc");
        svg.text.append('>').append(escaped(picture.description())).append("</desc>");
        svg.marks(picture.marks());
        return svg.text.append("</svg>").toString();
    }

    private void marks(List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark instanceof Mark.Box box) {
                box(box);
            } else if (mark instanceof Mark.Stroke stroke) {
                text.append("<path");
                attribute("class", stroke.classes());
                attribute("d", stroke.path());
                titled("path", stroke.tooltip());
            } else if (mark instanceof Mark.Dot dot) {
                text.append("<circle");
                attribute("class", dot.classes());
                attribute("cx", print(dot.x()));
                attribute("cy", print(dot.y()));
                attribute("r", print(dot.radius()));
                titled("circle", dot.tooltip());
            } else if (mark instanceof Mark.Label label) {
                label(label);
            } else if (mark instanceof Mark.Turned turned) {
                turned(turned);
            } else if (mark instanceof Mark.Group group) {
                group(group);
            }
        }
    }

    private void box(Mark.Box box) {
        text.append("<rect");
        attribute("class", box.classes());
        attribute("x", print(box.x()));
        attribute("y", print(box.y()));
        attribute("width", print(box.width()));
        attribute("height", print(box.height()));
        if (box.corner() != 0) {
            attribute("rx", print(box.corner()));
        }
        titled("rect", box.tooltip());
    }

    private void label(Mark.Label label) {
        text.append("<text");
        attribute("class", label.cssClasses());
        attribute("x", print(label.x()));
        attribute("y", print(label.y()));
        text.append('>');
        for (Run run : label.runs()) {
            if (run.isFact()) {
                text.append("<tspan");
                attribute("data-value", run.value());
                text.append('>').append(escaped(run.text())).append("</tspan>");
            } else {
                text.append(escaped(run.text()));
            }
        }
        text.append("</text>");
    }

    private void turned(Mark.Turned turned) {
        String place = print(turned.x()) + " " + print(turned.y());
        text.append("<text");
        attribute("class", turned.cssClasses());
        attribute("x", print(turned.x()));
        attribute("y", print(turned.y()));
        attribute("transform", "rotate(" + print(turned.degrees()) + " " + place + ")");
        text.append('>').append(escaped(turned.text())).append("</text>");
    }

    private void group(Mark.Group group) {
        boolean link = !group.href().isEmpty();
        text.append(link ? "<a" : "<g");
        attribute("class", group.classes());
        if (link) {
            attribute("href", group.href());
            if (!group.tooltip().isEmpty()) {
                attribute("tabindex", "-1");
            }
        }
        text.append('>');
        title(group.tooltip());
        marks(group.marks());
        text.append(link ? "</a>" : "</g>");
    }

    private void titled(String element, String tooltip) {
        text.append('>');
        title(tooltip);
        text.append("</").append(element).append('>');
    }

    private void title(String tooltip) {
        if (!tooltip.isEmpty()) {
            text.append("<title>").append(escaped(tooltip)).append("</title>");
        }
    }

    private void attribute(String name, String value) {
        text.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    /** A text that means nothing to a parser of markup, within quotes or between elements. */
    private static String escaped(String value) {
        StringBuilder safe = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&':
                    safe.append("&amp;");
                    break;
                case '<':
                    safe.append("&lt;");
                    break;
                case '>':
                    safe.append("&gt;");
                    break;
                case '"':
                    safe.append("&#34;");
                    break;
                default:
                    safe.append(c);
            }
        }
        return safe.toString();
    }
}
