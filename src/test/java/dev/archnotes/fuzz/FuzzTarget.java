package dev.archnotes.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.CheckpointBytes.Made;
import dev.archnotes.model.checkpoint.GgufReader;
import dev.archnotes.model.checkpoint.IndexReader;
import dev.archnotes.model.checkpoint.SafetensorsReader;
import dev.archnotes.model.diagnostic.DiagnosticPrinter;
import dev.archnotes.model.diagnostic.Diagnostics;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.browser.FuzzedAddress;
import dev.archnotes.site.check.FuzzedFact;
import dev.archnotes.site.json.JsonSource;
import dev.archnotes.site.markdown.FuzzedMarkdown;
import dev.archnotes.site.markdown.math.FuzzedFormula;
import dev.archnotes.site.read.FuzzedFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What reads a stranger's bytes. Each may answer whatever it likes but with an exception, and in a moment; what comes
 * out holds nothing that a browser would run.
 */
public enum FuzzTarget {
    /** A note whose author has to say everything, and one who does not. */
    FRONT_MATTER(text(FuzzedFiles::note), List.of("notes/Generic"), ".md"),
    /** The first letter says which of the YAML files it is. */
    YAML(text(FuzzedFiles::yaml), List.of("notes"), ".yaml"),
    MARKDOWN(text(FuzzedMarkdown::readAndRender), List.of("src/test/resources/markdown", "notes/Generic"), ".md"),
    FACT_LINK(text(FuzzedFact::check), List.of(), ""),
    BLOCK(text(FuzzedFiles::block), List.of(), ""),
    BIBTEX(text(FuzzedFiles::bibliography), List.of(), ""),
    MATH(text(FuzzedFormula::render), List.of(), ""),
    CONFIG(text(FuzzTarget::config), List.of("src/test/resources/configs"), ".json"),
    SAFETENSORS(FuzzTarget::safetensors, List.of(), ""),
    GGUF(FuzzTarget::gguf, List.of(), ""),
    ADDRESS(text(FuzzedAddress::answer), List.of(), "");

    private final Consumer<byte[]> reading;
    private final List<Path> seeds;
    private final String ending;

    FuzzTarget(Consumer<byte[]> reading, List<String> seeds, String ending) {
        this.reading = reading;
        this.seeds = seeds.stream().map(Path::of).toList();
        this.ending = ending;
    }

    /** The name of its folder of inputs: {@code front-matter}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads an input; throws whatever the program throws. */
    void read(byte[] input) {
        reading.accept(input);
    }

    /** The folders with files from which inputs are made. */
    List<Path> seeds() {
        return seeds;
    }

    /** How the names of those files end. */
    String ending() {
        return ending;
    }

    private static Consumer<byte[]> text(Consumer<String> reading) {
        return bytes -> reading.accept(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void config(String text) {
        Diagnostics.Builder found = Diagnostics.builder();
        Optional<Variant> model = JsonSource.model("config.json", text, found);
        printed(text, found);
        assertThat(model.isEmpty()).isEqualTo(found.build().hasErrors());
        model.ifPresent(FuzzTarget::facts);
    }

    /** Figures beyond 64 bits are refused, which the commands report. */
    private static void facts(Variant model) {
        try {
            FactSheet.of(model);
        } catch (ArithmeticException overflow) {
            return;
        }
        FuzzedAddress.codeOf(model.architecture());
    }

    private static void safetensors(byte[] bytes) {
        header(bytes, (file, found) -> SafetensorsReader.read(file, found));
        header(bytes, (file, found) -> IndexReader.read(file, found));
    }

    private static void gguf(byte[] bytes) {
        header(bytes, (file, found) -> GgufReader.read(file, found));
    }

    private static void header(byte[] bytes, BiConsumer<Made, Diagnostics.Builder> reading) {
        Diagnostics.Builder found = Diagnostics.builder();
        reading.accept(new Made(bytes, bytes.length), found);
        printed("", found);
    }

    /** What a reader sees of the findings: the program marks the place in the text. */
    public static String printed(String text, Diagnostics.Builder found) {
        return new DiagnosticPrinter(path -> text, false).print(found.build());
    }
}
