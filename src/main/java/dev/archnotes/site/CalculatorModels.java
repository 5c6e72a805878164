package dev.archnotes.site;

import dev.archnotes.browser.ArchitectureCode;
import dev.archnotes.page.Catalogue;
import dev.archnotes.page.Paths;
import dev.archnotes.spec.ModelSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The models of the catalogue as the calculator reads them: a classic script with a single assignment. */
final class CalculatorModels {
    private record Entry(String name, String href, long context, String code) {}

    private CalculatorModels() {}

    static String script(Catalogue catalogue) {
        Map<String, Entry> models = new LinkedHashMap<>();
        for (ModelSpec variant : catalogue.variants()) {
            models.put(variant.id(), new Entry(variant.name(), Paths.variant(variant).value(), variant.context().configured(),
                    ArchitectureCode.write(variant.architecture())));
        }
        return "window.archnotesModels = " + JsonMapper.builder().build().writeValueAsString(models).replace("<", "\\u003C") + ";\n";
    }
}
