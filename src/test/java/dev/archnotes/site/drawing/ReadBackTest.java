package dev.archnotes.site.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.Variants;
import dev.archnotes.model.attention.QkNorm;
import dev.archnotes.model.attention.SoftmaxAttention;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.number.PrintedNumber;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.Normalization;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.drawing.architecture.AlignedPair;
import dev.archnotes.site.drawing.architecture.ArchitectureDrawing;
import dev.archnotes.site.drawing.chart.CostCurve;
import dev.archnotes.site.drawing.chart.MemoryCurve;
import dev.archnotes.site.drawing.chart.ParameterBars;
import dev.archnotes.site.drawing.strip.LayerStrip;
import dev.archnotes.site.templates.StaticTemplates;
import dev.archnotes.site.templates.Templates;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the printed SVG says, read back and compared with the specification. */
class ReadBackTest {
    private static final Templates TEMPLATES = new StaticTemplates();

    static List<Variant> variants() {
        return Variants.ALL;
    }

    /** Those of the notes, and of configurations that no notes treat. */
    static List<Variant> drawn() {
        return Stream.concat(Variants.ALL.stream(), Variants.configured().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("drawn")
    void everyNumberOfTheDrawingIsTheSpecificationS(Variant spec) {
        Picture picture = ArchitectureDrawing.of(spec, Map.of()).picture();
        Document drawing = printed(picture);
        assertThat(facts(picture, spec)).as("facts").hasSizeGreaterThan(15);
        for (Element text : drawing.select("text")) {
            for (TextNode words : plainWords(text)) {
                String rest = words.text().replace("Llama 3 scaling", "").replace("Mamba-2", "");
                assertThat(rest)
                        .as("a number without a fact in “%s”", text.text())
                        .doesNotContainPattern("[0-9]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyFactOfTheChartsIsTheSpecificationS(Variant spec) {
        List<ByWidth> charts = List.of(
                LayerStrip.of(spec, FactSheet.of(spec)).pictures(),
                ParameterBars.of(Variants.charted(List.of(spec))).pictures(),
                MemoryCurve.of(Variants.charted(List.of(spec))).pictures(),
                CostCurve.of(Variants.charted(List.of(spec))).pictures());
        for (ByWidth chart : charts) {
            assertThat(facts(chart.narrow(), spec)).isNotEmpty();
            assertThat(facts(chart.wide(), spec)).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void normsAreBroughtOutWhereTheModelAtTheSideHasNoneOfTheKind(Variant spec) {
        for (Variant beside : variants().stream()
                .filter(model -> !model.family().equals(spec.family()))
                .toList()) {
            AlignedPair pair = AlignedPair.of(spec, beside, Map.of(), Set.of("norm", "attention"));
            Document drawing = printed(pair.first().picture());
            Normalization own = spec.architecture().normalization();
            Normalization other = beside.architecture().normalization();
            boolean otherKind = own.kind() != other.kind();
            int inputs = own.placement().normalizesInputs()
                            && (otherKind || !other.placement().normalizesInputs())
                    ? 2
                    : 0;
            int outputs = own.placement().normalizesOutputs()
                            && (otherKind || !other.placement().normalizesOutputs())
                    ? 2
                    : 0;
            assertThat(drawing.select(".d-lit > .d-norm-bar"))
                    .as("norms of %s beside %s", spec.id(), beside.id())
                    .hasSize((inputs + outputs) * spec.architecture().kinds().size() + (otherKind ? 1 : 0));
            Set<String> common = qkNorms(beside);
            for (Element words : drawing.select("text:contains(QK-norm)")) {
                assertThat(words.previousElementSibling().hasClass("d-lit"))
                        .as("%s of %s beside %s", words.text(), spec.id(), beside.id())
                        .isEqualTo(!common.contains(words.text().substring("QK-norm ".length())));
            }
        }
    }

    private static Set<String> qkNorms(Variant spec) {
        return spec.architecture().kinds().stream()
                .map(LayerBlock::attention)
                .filter(SoftmaxAttention.class::isInstance)
                .flatMap(attention -> ((SoftmaxAttention) attention).qkNorm().stream())
                .map(QkNorm::label)
                .collect(Collectors.toSet());
    }

    private static Document printed(Picture picture) {
        return Jsoup.parse(TEMPLATES.svgPicture(picture, "a").render());
    }

    /**
     * The facts of a picture. Which fact a number is, only the picture knows; the number and its exact value are read
     * from the SVG, so that what is compared is what a reader sees and what the scripts read.
     */
    private static List<String> facts(Picture picture, Variant spec) {
        List<Run> runs = picture.labels().stream()
                .flatMap(label -> label.runs().stream())
                .filter(Run::isFact)
                .toList();
        List<Element> printed = printed(picture).select("[data-value]");
        assertThat(printed).as("printed facts").hasSameSizeAs(runs);
        FactReading reading = new FactReading(spec);
        List<String> facts = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            String fact = runs.get(i).fact();
            Element number = printed.get(i);
            assertThat(fact).startsWith(spec.id() + "/");
            assertThat(number.text()).as(fact).isEqualTo(runs.get(i).text().strip());
            BigDecimal expected = reading.value(fact.substring(spec.id().length() + 1));
            assertThat(exact(number.attr("data-value"))).as(fact).isEqualByComparingTo(expected);
            assertPrinted(fact, number.text(), expected);
            facts.add(fact);
        }
        return facts;
    }

    private static BigDecimal exact(String value) {
        int slash = value.indexOf('/');
        return slash < 0
                ? new BigDecimal(value)
                : FactReading.quotient(
                        new BigDecimal(value.substring(0, slash)), new BigDecimal(value.substring(slash + 1)));
    }

    /** The printed digits are the exact value, rounded half up. */
    private static void assertPrinted(String fact, String text, BigDecimal exact) {
        if (text.startsWith("<")) {
            assertThat(exact).as(fact).isLessThan(new BigDecimal("0.0005"));
            return;
        }
        if (fact.endsWith("context.configured")) {
            assertThat(text.endsWith("M") ? exact.longValueExact() >> 20 : exact.longValueExact() >> 10)
                    .as(fact)
                    .isEqualTo(Long.parseLong(text.substring(0, text.length() - 1)));
            return;
        }
        String number = text.replace("×", "").replace("FLOP", "");
        Optional<PrintedNumber> printed = PrintedNumber.parse(number.replaceFirst("G$", "B"), false);
        assertThat(printed).as(fact + " printed as " + text).isPresent();
        assertThat(printed.get().matches(exact, BigDecimal.ONE))
                .as("%s is %s, printed as %s", fact, exact, text)
                .isTrue();
    }

    private static List<TextNode> plainWords(Element text) {
        return text.textNodes();
    }
}
