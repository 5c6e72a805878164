package dev.archnotes.site.files;

import dev.archnotes.model.compare.ComparisonGroup;
import dev.archnotes.model.compare.DifferenceEffect;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.drawing.strip.StripRuns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What choosing and comparing models takes on any page: a classic script with a single assignment.
 *
 * <p>{@code groups} are the headings with their facts and what a difference in each does. Each of the {@code models}
 * has its name, the slug and the name of its family, its layers as runs, and for each fact a number that it shares with
 * all models of the same value: how many facts differ can be counted without the values.
 */
final class ComparedModels {
    private final Catalogue catalogue;

    private ComparedModels(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    static String script(Catalogue catalogue) {
        ComparedModels models = new ComparedModels(catalogue);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("groups", groups());
        all.put("models", models.models());
        return "window.archnotesCompared = " + JsonText.compact(all).replace("<", "\\u003C") + ";\n";
    }

    private static List<Object> groups() {
        List<Object> groups = new ArrayList<>();
        for (ComparisonGroup group : ComparisonGroup.values()) {
            Map<String, String> facts = new LinkedHashMap<>();
            group.facts()
                    .forEach(path ->
                            facts.put(path.text(), DifferenceEffect.of(path).orElse("")));
            Map<String, Object> printed = new LinkedHashMap<>();
            printed.put("label", group.label());
            printed.put("facts", facts);
            groups.add(printed);
        }
        return groups;
    }

    private Map<String, Object> models() {
        List<FactPath> facts = new ArrayList<>();
        for (ComparisonGroup group : ComparisonGroup.values()) {
            facts.addAll(group.facts());
        }
        List<Map<Optional<FactValue>, Integer>> known = facts.stream()
                .map(path -> (Map<Optional<FactValue>, Integer>) new LinkedHashMap<Optional<FactValue>, Integer>())
                .toList();
        Map<String, Object> models = new LinkedHashMap<>();
        for (Variant variant : catalogue.variants()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < facts.size(); i++) {
                Map<Optional<FactValue>, Integer> ofFact = known.get(i);
                Optional<FactValue> value =
                        catalogue.sheet(variant).find(facts.get(i)).map(fact -> fact.value());
                values.add(Integer.toString(ofFact.computeIfAbsent(value, any -> ofFact.size())));
            }
            Optional<ModelFamily> family = catalogue.family(variant.family());
            Map<String, Object> model = new LinkedHashMap<>();
            model.put("name", variant.name());
            model.put("slug", variant.family());
            model.put("family", family.map(catalogue::familyName).orElse(""));
            model.put(
                    "flagship",
                    family.filter(of -> of.flagship().id().equals(variant.id())).isPresent());
            model.put("layers", StripRuns.of(variant.architecture()));
            model.put("values", String.join(" ", values));
            models.put(variant.id(), model);
        }
        return models;
    }
}
