package dev.archnotes.site.files;

import dev.archnotes.site.files.data.DictionaryCsv;
import dev.archnotes.site.files.data.ModelsCsv;
import dev.archnotes.site.files.data.ModelsJson;
import dev.archnotes.site.files.data.SchemaJson;
import dev.archnotes.site.files.machine.MachineFiles;
import dev.archnotes.site.files.search.SearchIndex;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.plan.Catalogue;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All files of a site besides its pages. */
public final class SiteFiles {
    private SiteFiles() {}

    /** The files for planned pages; figures are read from the notes folder. */
    public static List<OutputFile> of(Catalogue catalogue, List<Page> pages, Path notes) {
        try {
            return read(catalogue, pages, notes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<OutputFile> read(Catalogue catalogue, List<Page> pages, Path notes) throws IOException {
        List<OutputFile> files = new ArrayList<>(Assets.files());
        for (String figure : catalogue.library().figures()) {
            files.add(new OutputFile("notes/" + figure, Files.readAllBytes(notes.resolve(figure))));
        }
        files.add(OutputFile.text(
                "references/references.bib", catalogue.library().sources().getOrDefault("references.bib", "")));
        files.add(OutputFile.text("search-index.js", SearchIndex.script(catalogue, pages)));
        files.add(OutputFile.text("calculator-models.js", CalculatorModels.script(catalogue)));
        files.add(OutputFile.text("data/models.json", ModelsJson.array(catalogue.variants(), catalogue::sheet)));
        files.add(OutputFile.text("data/models.csv", ModelsCsv.of(catalogue.variants(), catalogue::sheet)));
        files.add(OutputFile.text("data/schema.json", SchemaJson.text()));
        files.add(OutputFile.text("data/dictionary.csv", DictionaryCsv.text()));
        files.addAll(MachineFiles.of(catalogue, pages));
        return files;
    }
}
