package dev.archnotes.site.files;

import dev.archnotes.site.cache.Memory;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.Library;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.files.data.DictionaryCsv;
import dev.archnotes.site.files.data.ModelsCsv;
import dev.archnotes.site.files.data.ModelsJson;
import dev.archnotes.site.files.data.SchemaJson;
import dev.archnotes.site.files.machine.MachineFiles;
import dev.archnotes.site.files.search.SearchIndex;
import dev.archnotes.site.look.Accent;
import dev.archnotes.site.page.Needs;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.parallel.Evenly;
import dev.archnotes.site.schema.Schemas;
import dev.archnotes.site.write.OutputFile;
import dev.archnotes.site.write.Spool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All files of a site besides its pages and their cards. */
public final class SiteFiles {
    private static final Memory.Step<OutputFile> DATA = new Memory.Step<>("data of models");
    private static final Memory.Step<List<OutputFile>> ASSETS = new Memory.Step<>("assets");

    private SiteFiles() {}

    /**
     * The files that belong to planned pages.
     *
     * @param memory what was made before
     * @param spool where large ones lie until they are written
     */
    public static List<OutputFile> besides(List<Page> pages, Catalogue catalogue, Memory memory, Spool spool)
            throws IOException {
        Library library = catalogue.library();
        List<OutputFile> files = new ArrayList<>(assets(!catalogue.variants().isEmpty(), pages, memory));
        library.settings()
                .look()
                .accent()
                .ifPresent(color ->
                        files.add(OutputFile.text(Paths.LOOK, Accent.of(color).styleSheet())));
        library.figures().forEach(figure -> files.add(new OutputFile(Paths.FIGURES + figure.path(), figure.bytes())));
        if (!library.references().isEmpty()) {
            files.add(OutputFile.text(Paths.BIBLIOGRAPHY, library.sources().getOrDefault("references.bib", "")));
        }
        files.addAll(BookFiles.of(pages, library.settings().title()));
        if (library.settings().treatment().schemas()) {
            Schemas.byFile().forEach((name, json) -> files.add(OutputFile.text(Paths.SCHEMAS + name, json)));
        }
        files.addAll(GlossaryFiles.of(library));
        files.addAll(DisagreementFiles.of(library));
        files.addAll(computed(pages, catalogue, memory, spool));
        files.addAll(MachineFiles.of(catalogue, pages));
        return files;
    }

    /** The files that take a moment, made side by side. */
    private static List<OutputFile> computed(List<Page> pages, Catalogue catalogue, Memory memory, Spool spool) {
        if (catalogue.variants().isEmpty()) {
            return SearchIndex.files(catalogue, pages, memory, spool);
        }
        OfModels models = OfModels.of(catalogue);
        List<Supplier<List<OutputFile>>> files = List.of(
                () -> SearchIndex.files(catalogue, pages, memory, spool),
                () -> one(memory, Paths.CALCULATOR_MODELS, models, () -> CalculatorModels.script(catalogue)),
                () -> PreviewFiles.of(catalogue, pages),
                () -> one(memory, Paths.COMPARED_MODELS, models, () -> ComparedModels.script(catalogue)),
                () -> one(
                        memory,
                        Paths.MODELS_JSON,
                        models,
                        () -> ModelsJson.array(catalogue.variants(), catalogue::sheet)),
                () -> ModelsJson.each(catalogue.variants(), catalogue::sheet).entrySet().stream()
                        .map(file -> OutputFile.text(Paths.MODEL_DATA + file.getKey() + ".json", file.getValue()))
                        .toList(),
                () -> one(memory, Paths.MODELS_CSV, models, () -> ModelsCsv.of(catalogue.variants(), catalogue::sheet)),
                () -> one(memory, Paths.SCHEMA, models, SchemaJson::text),
                () -> one(memory, Paths.DICTIONARY, models, DictionaryCsv::text));
        return Evenly.map(files, Supplier::get).stream().flatMap(List::stream).toList();
    }

    /** All that the data of models depend on. */
    private record OfModels(List<ModelFamily> families, List<String> names) {
        static OfModels of(Catalogue catalogue) {
            List<ModelFamily> families = catalogue.library().families();
            return new OfModels(
                    families, families.stream().map(catalogue::familyName).toList());
        }
    }

    private static List<OutputFile> one(Memory memory, String path, OfModels models, Supplier<String> text) {
        return List.of(memory.get(DATA, path, models, () -> OutputFile.text(path, text.get())));
    }

    private static List<OutputFile> assets(boolean models, List<Page> pages, Memory memory) throws IOException {
        Needs needs = pages.stream().map(Page::needs).reduce(Needs.NOTHING, Needs::and);
        try {
            return memory.get(ASSETS, "", List.of(models, needs), () -> {
                try {
                    return Assets.files(models, needs);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
