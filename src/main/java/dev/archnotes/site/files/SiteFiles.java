package dev.archnotes.site.files;

import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.files.data.DictionaryCsv;
import dev.archnotes.site.files.data.ModelsCsv;
import dev.archnotes.site.files.data.ModelsJson;
import dev.archnotes.site.files.data.SchemaJson;
import dev.archnotes.site.files.machine.MachineFiles;
import dev.archnotes.site.files.search.SearchIndex;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All files of a site besides its pages and their cards. */
public final class SiteFiles {
    private SiteFiles() {}

    /** The files that belong to planned pages. */
    public static List<OutputFile> besides(List<Page> pages, Catalogue catalogue) throws IOException {
        Library library = catalogue.library();
        List<OutputFile> files =
                new ArrayList<>(Assets.files(!catalogue.variants().isEmpty()));
        library.figures().forEach(figure -> files.add(new OutputFile(Paths.FIGURES + figure.path(), figure.bytes())));
        if (!library.references().isEmpty()) {
            files.add(OutputFile.text(Paths.BIBLIOGRAPHY, library.sources().getOrDefault("references.bib", "")));
        }
        files.addAll(GlossaryFiles.of(library));
        files.addAll(DisagreementFiles.of(library));
        files.addAll(computed(pages, catalogue));
        files.addAll(MachineFiles.of(catalogue, pages));
        return files;
    }

    /** The files that take a moment, made side by side. */
    private static List<OutputFile> computed(List<Page> pages, Catalogue catalogue) {
        if (catalogue.variants().isEmpty()) {
            return SearchIndex.files(catalogue, pages);
        }
        Stream<Supplier<List<OutputFile>>> files = Stream.of(
                () -> SearchIndex.files(catalogue, pages),
                () -> one(Paths.CALCULATOR_MODELS, CalculatorModels.script(catalogue)),
                () -> one(Paths.COMPARED_MODELS, ComparedModels.script(catalogue)),
                () -> one(Paths.MODELS_JSON, ModelsJson.array(catalogue.variants(), catalogue::sheet)),
                () -> one(Paths.MODELS_CSV, ModelsCsv.of(catalogue.variants(), catalogue::sheet)),
                () -> one(Paths.SCHEMA, SchemaJson.text()),
                () -> one(Paths.DICTIONARY, DictionaryCsv.text()));
        return files.parallel().map(Supplier::get).flatMap(List::stream).toList();
    }

    private static List<OutputFile> one(String path, String text) {
        return List.of(OutputFile.text(path, text));
    }
}
