package dev.archnotes.site.files;

import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.browser.ArchitectureCode;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.page.Paths;
import java.util.LinkedHashMap;
import java.util.Map;

/** The models of the catalogue as the calculator reads them: a classic script with a single assignment. */
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
        return "window.archnotesModels = " + JsonText.compact(models).replace("<", "\\u003C") + ";\n";
    }
}
