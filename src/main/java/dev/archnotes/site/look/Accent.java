package dev.archnotes.site.look;

import java.util.List;

/**
 * The accent of a site: the color of its links. From the one that the author names follow one for light pages and one
 * for dark pages, each as near to it as can be read on every ground on which it stands.
 *
 * @param light on light pages
 * @param dark on dark pages
 */
public record Accent(Shades light, Shades dark) {
    /** The least contrast of text, by the Web Content Accessibility Guidelines. */
    public static final double LEAST_CONTRAST = 4.5;

    private static final Color BLACK = new Color(0, 0, 0);
    private static final Color WHITE = new Color(255, 255, 255);

    /** The grounds of {@code tokens.css}, with the paper first. */
    static final List<Color> LIGHT_GROUNDS =
            List.of(Color.hexadecimal("#fbfaf6"), Color.hexadecimal("#f3f1ea"), Color.hexadecimal("#fffefb"));

    static final List<Color> DARK_GROUNDS =
            List.of(Color.hexadecimal("#121315"), Color.hexadecimal("#1a1c1f"), Color.hexadecimal("#1d1f23"));

    private static final int STEPS = 100;

    /**
     * The accent of light or of dark pages.
     *
     * @param text of links
     * @param quiet of the lines under them
     * @param wash a ground on which a link may stand
     */
    public record Shades(Color text, Color quiet, Color wash) {
        private static Shades of(Color wanted, Color away, List<Color> grounds, double wash) {
            Color paper = grounds.get(0);
            for (int step = 0; step <= STEPS; step++) {
                Color text = wanted.toward(away, (double) step / STEPS);
                Color ground = paper.toward(text, wash);
                if (text.contrast(ground) >= LEAST_CONTRAST
                        && grounds.stream().allMatch(other -> text.contrast(other) >= LEAST_CONTRAST)) {
                    return new Shades(text, paper.toward(text, 0.45), ground);
                }
            }
            throw new IllegalStateException("not even " + away.text() + " can be read");
        }
    }

    /** The accent that follows from a color. */
    public static Accent of(Color wanted) {
        return new Accent(Shades.of(wanted, BLACK, LIGHT_GROUNDS, 0.08), Shades.of(wanted, WHITE, DARK_GROUNDS, 0.16));
    }

    /** A style sheet that puts it in the place of the usual one. */
    public String styleSheet() {
        return """
                @layer tokens {
                  :root {
                    --accent: light-dark(%s, %s);
                    --accent-quiet: light-dark(%s, %s);
                    --accent-wash: light-dark(%s, %s);
                    --focus: light-dark(%s, %s);
                  }
                }
                """.formatted(
                        light.text.text(),
                        dark.text.text(),
                        light.quiet.text(),
                        dark.quiet.text(),
                        light.wash.text(),
                        dark.wash.text(),
                        light.text.text(),
                        dark.text.text());
    }
}
