package dev.archnotes.site.files.data;

import dev.archnotes.model.fact.CountedAs;
import dev.archnotes.model.fact.Dictionary;
import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.fact.FactSheet;
import dev.archnotes.model.fact.PublishedFigure;
import dev.archnotes.model.fact.PublishedFigures;
import dev.archnotes.model.json.JsonText;
import dev.archnotes.model.spec.Variant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * {@code data/models.json}: one object a variant, sorted by id, its facts nested by their paths. A value that exists
 * but that no source gives is {@code null}; one that does not apply is absent.
 *
 * <p>{@code published} holds the first figure of each quantity as its makers printed it, {@code published_all} all of
 * them with the rule of counting that reproduces them.
 */
public final class ModelsJson {
    /** Top-level keys that every object has, be their value null. */
    static final List<FactPath> IDENTITY = List.of(
            FactPath.ID, FactPath.MODEL, FactPath.NAME, FactPath.ORGANIZATION, FactPath.RELEASED, FactPath.LICENSE);

    private ModelsJson() {}

    /** The text of the array; {@code sheets} gives the facts of each variant. */
    public static String array(Collection<Variant> variants, Function<Variant, FactSheet> sheets) {
        Map<String, List<Variant>> families = variants.stream().collect(Collectors.groupingBy(Variant::family));
        Map<String, PublishedFigures> figures = new HashMap<>();
        families.forEach((family, members) -> figures.put(family, PublishedFigures.of(members, sheets)));
        return JsonText.indented(variants.stream()
                .sorted(Comparator.comparing(Variant::id))
                .map(variant -> value(
                        variant,
                        sheets.apply(variant),
                        Objects.requireNonNull(figures.get(variant.family())).of(variant)))
                .toList());
    }

    /** The object of each variant as a text of its own, with the version of its schema, by its id. */
    public static Map<String, String> each(Collection<Variant> variants, Function<Variant, FactSheet> sheets) {
        Map<String, List<Variant>> families = variants.stream().collect(Collectors.groupingBy(Variant::family));
        Map<String, String> texts = new TreeMap<>();
        families.values().forEach(members -> {
            PublishedFigures figures = PublishedFigures.of(members, sheets);
            for (Variant variant : members) {
                JsonObject text = new JsonObject()
                        .with("$schema", "../schema.json#/$defs/model")
                        .with("schema_version", PublishedPaths.SCHEMA_VERSION);
                text.putAll(value(variant, sheets.apply(variant), figures.of(variant)));
                texts.put(variant.id(), JsonText.indented(text));
            }
        });
        return texts;
    }

    /** The text of one object; {@code published} compares its published figures, with those of its family. */
    public static String object(Variant variant, FactSheet sheet, PublishedFigures published) {
        return JsonText.indented(value(variant, sheet, published.of(variant)));
    }

    /** One object before it is written, to which more can be added. */
    public static Map<String, Object> entry(Variant variant, FactSheet sheet, PublishedFigures published) {
        return value(variant, sheet, published.of(variant));
    }

    private static JsonObject value(Variant variant, FactSheet sheet, List<PublishedFigure> figures) {
        JsonObject node = new JsonObject();
        PublishedPaths.withRenamed(IDENTITY).forEach(path -> node.put(path.text(), null));
        for (Fact fact : sheet.facts()) {
            put(node, fact);
        }
        JsonObject first = node.object("published");
        List<JsonObject> all = new ArrayList<>();
        node.put("published_all", all);
        for (PublishedFigure figure : figures) {
            String quantity = quantity(figure.published().quantity());
            if (!first.containsKey(quantity)) {
                putText(first.object(quantity), figure);
            }
            JsonObject entry = new JsonObject().with("quantity", quantity);
            all.add(entry);
            putText(entry, figure);
            putComparison(entry, figure);
        }
        return node;
    }

    private static void put(JsonObject root, Fact fact) {
        JsonObject at = root;
        String rest = fact.path().text();
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            at = at.object(rest.substring(0, dot));
            rest = rest.substring(dot + 1);
        }
        at.put(rest, PlainValue.json(fact.value()));
        Dictionary.formerly(fact.path()).ifPresent(path -> root.put(path.text(), PlainValue.json(fact.value())));
    }

    private static void putText(JsonObject entry, PublishedFigure figure) {
        entry.with("text", figure.published().text())
                .with("source", figure.published().source());
        figure.published().note().ifPresent(note -> entry.put("note", note));
    }

    private static void putComparison(JsonObject entry, PublishedFigure figure) {
        entry.put("verdict", figure.verdict().key());
        figure.countedAs().map(CountedAs::paths).ifPresent(rule -> entry.put("counted_as", rule));
        figure.computed().ifPresent(value -> entry.put("computed", value.toBigIntegerExact()));
    }

    private static String quantity(String name) {
        switch (name) {
            case "total_parameters":
                return "total";
            case "active_parameters":
                return "active";
            default:
                return name;
        }
    }
}
