package dev.archnotes.site.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.model.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgCheckTest {
    private static final String OPEN = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
            + "xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:h=\"http://www.w3.org/1999/xhtml\">\n";

    /** What runs, leads or loads, in the spellings in which it is smuggled. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<script href=\"x.js\"/>",
                "<SCRIPT>alert(1)</SCRIPT>",
                "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">alert(1)</s:script>",
                "<h:script>alert(1)</h:script>",
                "<script xmlns=\"http://www.w3.org/1999/xhtml\">alert(1)</script>",
                "<title><h:img src=\"x\" onerror=\"alert(1)\"/></title>",
                "<g onload=\"alert(1)\"/>",
                "<g ONLOAD=\"alert(1)\"/>",
                "<g onload = 'alert(1)'/>",
                "<path onbegin=\"alert(1)\" d=\"M0 0\"/>",
                "<g xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" inkscape:onload=\"alert(1)\"/>",
                "<foreignObject><h:body/></foreignObject>",
                "<h:iframe src=\"https://example.org\"/>",
                "<iframe xmlns=\"http://www.w3.org/1999/xhtml\" srcdoc=\"x\"/>",
                "<h:object data=\"x\"/>",
                "<h:embed src=\"x\"/>",
                "<embed/>",
                "<a href=\"javascript:alert(1)\"><text>click</text></a>",
                "<a href=\"https://example.org\"><text>click</text></a>",
                "<a xlink:href=\"data:text/html,x\"><text>click</text></a>",
                "<use href=\"data:image/svg+xml,x#y\"/>",
                "<use xlink:href=\"other.svg#x\"/>",
                "<use href=\"//example.org/x.svg#x\"/>",
                "<use href=\" #x\"/>",
                "<l:use xmlns:l=\"http://www.w3.org/2000/svg\" href=\"other.svg#x\"/>",
                "<use xmlns:q=\"http://www.w3.org/1999/xlink\" q:href=\"other.svg#x\"/>",
                "<linearGradient href=\"https://example.org/x\"/>",
                "<pattern href=\"java&#x09;script:alert(1)\"/>",
                "<image href=\"https://example.org/pixel.png\"/>",
                "<image href=\"pixel.png\"/>",
                "<image href=\"data:image/svg+xml;base64,PHN2Zy8+\"/>",
                "<image href=\"data:text/html;base64,PHN2Zy8+\"/>",
                "<image href=\"DATA:image/png;base64,x\"/>",
                "<feImage href=\"https://example.org/x\"/>",
                "<set attributeName=\"href\" to=\"javascript:alert(1)\"/>",
                "<animate attributeName=\"xlink:href\" values=\"javascript:alert(1)\"/>",
                "<animateMotion/>",
                "<discard/>",
                "<handler type=\"text/javascript\">alert(1)</handler>",
                "<listener xmlns=\"http://www.w3.org/2001/xml-events\" event=\"load\"/>",
                "<video xmlns=\"http://www.w3.org/1999/xhtml\" src=\"x\"/>",
                "<audio/>",
                "<cursor href=\"x\"/>",
                "<g xml:base=\"https://example.org/\"/>",
                "<style>@import \"https://example.org/x.css\";</style>",
                "<style>@IMPORT url(x.css);</style>",
                "<style>@imp<!-- -->ort 'x.css';</style>",
                "<style>@im<![CDATA[port 'x.css';]]></style>",
                "<style>@\\69mport 'x.css';</style>",
                "<style>@charset 'x';</style>",
                "<style><![CDATA[g { fill: url(https://example.org/x) }]]></style>",
                "<style>g { fill: url( 'x.svg#y' ) }</style>",
                "<style>g { fill: url(/**/#x) }</style>",
                "<style>g { fill: URL(x) }</style>",
                "<style>g { fill: u\\72l(x) }</style>",
                "<style>g { content: \"/*\"; fill: url(//example.org/x); content: \"*/\" }</style>",
                "<style>g { background: image-set(\"//example.org/x\" 1x) }</style>",
                "<style>g { background: -webkit-image-set(url(x) 1x) }</style>",
                "<style>g { background: cross-fade(url(x), url(y)) }</style>",
                "<style>g { background: image(\"x\") }</style>",
                "<style>g { width: expression(alert(1)) }</style>",
                "<style>@font-face { font-family: x; src: url(data:text/html,x) }</style>",
                "<style><g/></style>",
                "<h:style>g { fill: url(x) }</h:style>",
                "<g style=\"fill: url(x)\"/>",
                "<g style=\"fill: url(&#x23;x\"/>",
                "<g style=\"background: u&#x5c;72l(x)\"/>",
                "<g fill=\"url(https://example.org/x#y)\"/>",
                "<g filter=\"url('x.svg#y')\"/>",
                "<g mask=\"url(&quot;javascript:alert(1)&quot;)\"/>",
                "<g cursor=\"url(x), auto\"/>",
                "<g marker-end=\"url (x) url(x)\"/>",
                "<link xmlns=\"http://www.w3.org/1999/xhtml\" rel=\"stylesheet\" href=\"x\"/>",
                "<?xml-stylesheet href=\"x.css\"?>",
                "<?php x ?>",
                "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"/>",
                "<tref xlink:href=\"x\"/>",
                "<font-face-uri xlink:href=\"x\"/>",
                "<x:x xmlns:x=\"http://www.w3.org/1999/XSL/Transform\"/>",
                "<text>&nbsp;</text>"
            })
    void whatDoesMoreThanDrawIsRefused(String content) {
        assertThat(check(OPEN + content + "\n</svg>\n"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).startsWith("2:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "<html><script>alert(1)</script></html>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><svg/></html>",
                "<svg/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg/\"/>",
                "<g xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\">",
                "<svg xmlns=\"http://www.w3.org/2000/svg\"/><script/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" x=\"1\" x=\"2\"/>",
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<?xml version=\"1.1\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<?xml version=\"1.0\" encoding=\"UTF-7\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<?xml version=\"1.0\" encoding=\"ISO-2022-JP\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<?xml-stylesheet href=\"x.xsl\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<!DOCTYPE svg [<!ENTITY x \"y\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<!DOCTYPE svg SYSTEM \"x.dtd\"><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&x;</text></svg>",
                "<!DOCTYPE svg [<!ATTLIST svg onload CDATA \"alert(1)\">]><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "<!DOCTYPE html><svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                "\u0000<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
            })
    void whatIsNotAPlainDrawingIsRefused(String text) {
        assertThat(check(text)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<g class=\"a\" style=\"fill: none; stroke:#000\" transform=\"translate(1,2)rotate(45)\"/>",
                "<use xlink:href=\"#a\" x=\"1\"/><use href=\"#a\"/><g id=\"a\"/>",
                "<rect fill=\"url(#a)\" filter=\"url('#b')\" width=\"1\" height=\"1\"/>",
                "<style type=\"text/css\"><![CDATA[@media (prefers-color-scheme: dark) { g:not(.a) > path { fill:"
                        + " rgb(1 2 3) } }]]></style>",
                "<style>@font-face { font-family: x; src: url(data:font/woff2;base64,d09GMg==) }</style>",
                "<style>*{stroke-linejoin: round; stroke-linecap: butt}</style>",
                "<image href=\"data:image/png;base64,iVBORw0KGgo=\" width=\"1\" height=\"1\"/>",
                "<text x=\"1\" y=\"2\" font-family=\"'Source Sans 3', sans-serif\">url(https://example.org)</text>",
                "<text aria-label=\"softmax(QK)\" xml:space=\"preserve\">a &lt; b &#8804; c</text>",
                "<metadata><r:RDF xmlns:r=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
                        + "xmlns:cc=\"http://creativecommons.org/ns#\"><cc:Work r:resource=\"https://example.org\"/>"
                        + "</r:RDF></metadata>",
                "<!-- <script>alert(1)</script> -->"
            })
    void whatDrawsIsTaken(String content) {
        assertThat(check(OPEN + content + "\n</svg>\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?>\n",
                "<!-- made by hand -->\n",
                "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\"\n "
                        + "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n<!-- x -->\n",
                "<!DOCTYPE svg>"
            })
    void whatProgramsWriteInFrontIsTaken(String front) {
        assertThat(check(front + OPEN + "</svg>")).isEmpty();
    }

    @Test
    void theAttributeAndTheStyleAreThePlace() {
        String text = OPEN + "<g\n  id=\"a\"\n  onclick=\"x\"/>\n<style>\n  g { fill: url(x) }\n</style></svg>";

        assertThat(check(text))
                .containsExactly(
                        "4:3 the attribute onclick does not draw anything, or does more than that",
                        "6:13 a style must not load anything");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatWouldKeepABrowserBusyIsRefused() {
        StringBuilder doubling = new StringBuilder(OPEN).append("<g id=\"g0\"/>");
        for (int i = 1; i < 40; i++) {
            doubling.append("<g id=\"g%d\"><use href=\"#g%d\"/><use href=\"#g%d\"/></g>".formatted(i, i - 1, i - 1));
        }
        String deep = "<g>".repeat(100_000) + "</g>".repeat(100_000);
        String many = "<g id=\"a\">" + "<path/>".repeat(1_000) + "</g>" + "<use href=\"#a\"/>".repeat(1_000);

        assertThat(check(doubling + "</svg>")).hasSize(1);
        assertThat(check(OPEN + deep + "</svg>")).hasSize(1);
        assertThat(check(OPEN + many + "</svg>")).hasSize(1);
        assertThat(check(OPEN + "<g onload=\"x\"/>".repeat(100_000) + "</svg>")).hasSizeLessThan(20);
        assertThat(check(OPEN + "<g style=\"" + "a(".repeat(100_000) + "\"/></svg>"))
                .hasSize(1);
        assertThat(check(OPEN + "<style>" + "u".repeat(200_000) + "</style></svg>"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void everyDrawingOfThisRepositoryIsTaken(Path drawing) throws IOException {
        assertThat(check(Files.readString(drawing))).isEmpty();
    }

    static List<Path> drawings() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            return files.filter(file ->
                            file.toString().endsWith(".svg") && !file.toString().contains("unusable-figure"))
                    .toList();
        }
    }

    private static List<String> check(String text) {
        Diagnostics.Builder findings = Diagnostics.builder();
        SvgCheck.check("x.svg", text, findings);
        return findings.build().all().stream()
                .map(finding ->
                        finding.location().line() + ":" + finding.location().column() + " " + finding.message())
                .toList();
    }
}
