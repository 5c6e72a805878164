package dev.archnotes.site.markdown.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;

/** Sets a text as a formula, without the cache. */
public final class FuzzedFormula {
    private static final TemmlMath MATH = TemmlMath.withCache(Path.of("target", "fuzz", "no-cache"));

    private FuzzedFormula() {}

    /** Sets it; MathML has no element that a browser runs. */
    public static void render(String tex) {
        if (FormulaBounds.beyond(tex).isPresent()) {
            return;
        }
        MathResult result = MATH.run(tex, tex.length() % 2 == 0);
        if (result instanceof MathResult.Rendered rendered) {
            String html = rendered.mathml().toLowerCase(Locale.ROOT);
            assertThat(html.contains("<script") || html.contains("href=") || html.contains("<img"))
                    .as(html)
                    .isFalse();
        }
    }
}
