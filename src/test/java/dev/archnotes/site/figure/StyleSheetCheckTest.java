package dev.archnotes.site.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StyleSheetCheckTest {
    private final Diagnostics.Builder findings = Diagnostics.builder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@import \"x.css\";",
                "@IMPORT url(https://e.org/x.css);",
                "p{}@import'x'",
                "a{background:url(https://e.org/x.png)}",
                "a{background:url(//e.org/x.png)}",
                "a{background:url( 'https://e.org/x.png' )}",
                "a{background:URL(\"HTTP://e.org\")}",
                "a{background:url(/x.png)}",
                "a{background:url(data:text/html,x)}",
                "a{background:url(x.png?a)}",
                "a{background:u\\72l(https://e.org)}",
                "@\\69mport 'x'",
                "a{background:url(https\\3a//e.org)}",
                "a{background:image-set('https://e.org/x.png' 1x)}",
                "a{background:-webkit-image-set(url(x.png) 1x)}",
                "a{background:src('https://e.org/x.png')}",
                "a{background:image('https://e.org/x.png')}",
                "a{background:url('x.png",
                "@font-face{src:url(https://e.org/x.woff2)}",
                "/* url(https://e.org/x.png) */",
            })
    void whatLoadsFromElsewhereIsFound(String style) {
        StyleSheetCheck.files("extra.css", style, findings);
        assertThat(findings.build().hasErrors()).as(style).isTrue();
    }

    @Test
    void filesBesideItAreListedAndTheRestIsFree() {
        assertThat(StyleSheetCheck.files("extra.css", """
                        main { background: url(img/paper.png) repeat, linear-gradient(red, blue) }
                        @font-face { font-family: Own; src: url("own.woff2") format("woff2"), local("Own") }
                        a::after { content: "→"; mask: url(#m); background: url(data:image/png;base64,AA==) }
                        .resource(1) { grid-template-columns: repeat(2, minmax(0, 1fr)); color: var(--ink) }
                        """, findings))
                .extracting(StyleSheetCheck.Loaded::path)
                .containsExactly("img/paper.png", "own.woff2");
        assertThat(findings.build().isEmpty()).isTrue();
    }

    @Test
    void aFindingStandsWhereItsTextDoes() {
        StyleSheetCheck.files("extra.css", "a { }\np { color: red; background: url(//e.org) }\n", findings);
        assertThat(findings.build().all().get(0).location().toString()).isEqualTo("extra.css:2:29");
    }
}
