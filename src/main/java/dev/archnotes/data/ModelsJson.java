package dev.archnotes.data;

import dev.archnotes.calc.CountedAs;
import dev.archnotes.calc.Fact;
import dev.archnotes.calc.FactSheet;
import dev.archnotes.calc.PublishedFigure;
import dev.archnotes.calc.PublishedFigures;
import dev.archnotes.spec.ModelSpec;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code data/models.json}: one object a variant, sorted by id, its facts nested by their paths. A value that exists but that
 * no source gives is {@code null}; one that does not apply is absent.
 *
 * <p>{@code published} holds the first figure of each quantity as its makers printed it, {@code published_all} all of them with
 * the rule of counting that reproduces them.
 */
public final class ModelsJson {
    /** Top-level keys that every object has, be their value null. */
    static final List<String> IDENTITY = List.of("id", "model", "name", "organisation", "released", "license");

    private ModelsJson() {}

    /** The text of the array. */
    public static String array(Collection<ModelSpec> models) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        models.stream().sorted(Comparator.comparing(ModelSpec::id)).forEach(model -> array.add(node(model)));
        return JsonText.of(array);
    }

    /** The text of one object. */
    public static String object(ModelSpec model) {
        return JsonText.of(node(model));
    }

    private static ObjectNode node(ModelSpec model) {
        FactSheet sheet = FactSheet.of(model);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        IDENTITY.forEach(node::putNull);
        for (Fact fact : sheet.facts()) {
            put(node, fact);
        }
        List<PublishedFigure> figures = PublishedFigures.of(model);
        ObjectNode first = node.putObject("published");
        ArrayNode all = node.putArray("published_all");
        for (PublishedFigure figure : figures) {
            String quantity = quantity(figure.published().quantity());
            if (!first.has(quantity)) {
                putText(first.putObject(quantity), figure);
            }
            ObjectNode entry = all.addObject().put("quantity", quantity);
            putText(entry, figure);
            putComparison(entry, figure);
        }
        return node;
    }

    private static void put(ObjectNode root, Fact fact) {
        ObjectNode at = root;
        String rest = fact.path();
        for (int dot = rest.indexOf('.'); dot >= 0; dot = rest.indexOf('.')) {
            String key = rest.substring(0, dot);
            at = at.get(key) instanceof ObjectNode below ? below : at.putObject(key);
            rest = rest.substring(dot + 1);
        }
        at.set(rest, PlainValue.json(fact.value()));
    }

    private static void putText(ObjectNode entry, PublishedFigure figure) {
        entry.put("text", figure.published().text()).put("source", figure.published().source());
        figure.published().note().ifPresent(note -> entry.put("note", note));
    }

    private static void putComparison(ObjectNode entry, PublishedFigure figure) {
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
