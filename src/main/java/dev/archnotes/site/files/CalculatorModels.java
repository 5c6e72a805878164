package dev.archnotes.site.files;

import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.browser.ArchitectureCode;
import dev.archnotes.site.browser.ReaderScripts;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.page.Paths;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models of the catalogue as the calculator reads them, and which script reads which type: a classic script. */
final class CalculatorModels {
    private CalculatorModels() {}

    static String script(Catalogue catalogue) {
        Map<String, Map<String, Object>> models = new LinkedHashMap<>();
        for (Variant variant : catalogue.variants()) {
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("name", variant.name());
            model.put("href", Paths.variant(variant).value());
            model.put("context", variant.context().configured());
            model.put("code", ArchitectureCode.write(variant.architecture()));
            models.put(variant.id(), model);
        }
        Map<String, String> readers = new LinkedHashMap<>();
        ReaderScripts.types().forEach((script, types) -> readers.put(script, String.join(" ", types)));
        return assigned("archnotesModels", models) + assigned("archnotesReaders", readers);
    }

    private static String assigned(String name, Map<String, ?> values) {
        return "window." + name + " = " + JsonText.compact(values).replace("<", "\\u003C") + ";\n";
    }
}
