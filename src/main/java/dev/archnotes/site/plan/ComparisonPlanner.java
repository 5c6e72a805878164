package dev.archnotes.site.plan;

import dev.archnotes.model.compare.MechanismGroup;
import dev.archnotes.model.compare.PairChoice;
import dev.archnotes.model.compare.Structure;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.page.ComparePage;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Link;
import dev.archnotes.site.page.Page;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Plans the table of all variants and the pages of pairs. */
final class ComparisonPlanner {
    private static final int OF_A_START = 4;
    /** Parameters of what one large card holds in few bits: most makers have a model of about this size. */
    private static final long MIDDLE = 30_000_000_000L;

    private final Catalogue catalogue;
    private final Listings listings;
    private final Map<String, List<Structure>> structures;

    /**
     * A planner for a catalogue.
     *
     * @param structures its variants as comparing takes them, by the slug of their family
     */
    ComparisonPlanner(Catalogue catalogue, Listings listings, Map<String, List<Structure>> structures) {
        this.catalogue = catalogue;
        this.listings = listings;
        this.structures = structures;
    }

    ComparePage all() {
        PagePath page = Paths.COMPARE;
        Facts facts = new Facts(catalogue, page);
        List<ComparePage.PairGroup> groups = new ArrayList<>();
        List<ModelFamily> families = catalogue.familiesByDate();
        for (ModelFamily family : families.size() < 2 ? List.<ModelFamily>of() : families) {
            List<Link> links = families.stream()
                    .filter(other -> other != family)
                    .map(other -> new Link(catalogue.familyName(other), page.to(Paths.pair(family, other))))
                    .toList();
            groups.add(new ComparePage.PairGroup(catalogue.familyName(family), links));
        }
        Head head = new Head(
                page,
                "Compare models",
                "Every variant and every fact in one table: sort, filter, choose columns, and set two to six "
                        + "models side by side.",
                "page-compare",
                Head.Section.COMPARE,
                Crumbs.to(page));
        List<Variant> variants = inNaturalOrder();
        return new ComparePage(
                head,
                listings.ofAllModels(head, head.title()),
                facts.table("all", "All variants", variants, Columns.COMPARE_ALL, Columns.COMPARE_SHOWN),
                mechanisms(variants),
                groups,
                starts(page));
    }

    /** Choices of four, each of another family: sizes of one family differ in little but size. */
    private List<Link> starts(PagePath page) {
        List<ModelFamily> families = catalogue.familiesByDate().stream()
                .filter(family -> !catalogue.isBaseline(family))
                .toList();
        if (families.size() <= OF_A_START) {
            return List.of();
        }
        List<Variant> newest = families.subList(families.size() - OF_A_START, families.size()).stream()
                .map(ModelFamily::flagship)
                .toList();
        List<Variant> largest =
                ofEach(families, Comparator.comparingLong(this::parameters).reversed());
        List<Variant> middle =
                ofEach(families, Comparator.comparingLong(variant -> Math.abs(parameters(variant) - MIDDLE)));
        return List.of(
                start(page, "The four largest", largest),
                start(page, "The four newest", newest),
                start(page, "Four of about 30B", middle));
    }

    private long parameters(Variant variant) {
        return catalogue.sheet(variant).whole(FactPath.PARAMETERS_TOTAL);
    }

    /** The first variant of each family in an order, and of those the first four. */
    private static List<Variant> ofEach(List<ModelFamily> families, Comparator<Variant> order) {
        return families.stream()
                .flatMap(family -> family.variants().stream().min(order).stream())
                .sorted(order)
                .limit(OF_A_START)
                .toList();
    }

    private static Link start(PagePath page, String words, List<Variant> variants) {
        return new Link(
                words,
                page.to(Paths.COMPARE) + "?pick="
                        + variants.stream().map(Variant::id).collect(Collectors.joining(",")));
    }

    /** Families by name, the smallest variant of each first: sorted as text, 12B would stand before 1B. */
    private List<Variant> inNaturalOrder() {
        List<Variant> variants = new ArrayList<>();
        catalogue.families().stream()
                .sorted(Comparator.comparing(catalogue::familyName, String.CASE_INSENSITIVE_ORDER))
                .forEach(family -> family.variants().stream()
                        .sorted(Comparator.comparingLong(this::parameters))
                        .forEach(variants::add));
        return variants;
    }

    /** What all variants use, or none, tells none of them from another. */
    private ComparePage.Mechanisms mechanisms(List<Variant> variants) {
        List<String> names = new ArrayList<>();
        List<List<Integer>> uses = new ArrayList<>();
        variants.forEach(variant -> uses.add(new ArrayList<>()));
        for (String key : MechanismGroup.keys()) {
            MechanismGroup group = MechanismGroup.named(key).orElseThrow();
            List<Boolean> used = variants.stream()
                    .map(variant -> group.usedBy(variant.architecture()))
                    .toList();
            if (used.contains(true) && used.contains(false)) {
                for (int i = 0; i < used.size(); i++) {
                    if (used.get(i)) {
                        uses.get(i).add(names.size());
                    }
                }
                names.add(key + ":" + String.join(";", named(key, group.label())));
            }
        }
        return new ComparePage.Mechanisms(names, uses);
    }

    /** The name of a mechanism, and what people type for it. */
    private List<String> named(String key, String label) {
        List<String> names = new ArrayList<>(List.of(label));
        catalogue.library().search().mechanisms().stream()
                .filter(other -> other.of().equals(key))
                .forEach(other -> names.addAll(other.also()));
        return names;
    }

    /** The variant that readers mean by the name of a family, where they do not say another. */
    private Structure flagship(ModelFamily family) {
        String id = family.flagship().id();
        return structures.getOrDefault(family.slug(), List.of()).stream()
                .filter(structure -> structure.variant().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A page for every two families by its path, each to be planned by any thread. */
    Map<PagePath, Supplier<Page>> pairs() {
        List<ModelFamily> families = catalogue.families();
        Map<PagePath, Supplier<Page>> pairs = new LinkedHashMap<>();
        for (int i = 0; i < families.size(); i++) {
            for (int j = i + 1; j < families.size(); j++) {
                ModelFamily first = families.get(i);
                ModelFamily second = families.get(j);
                List<Structure> of = structures.getOrDefault(first.slug(), List.of());
                List<Structure> and = structures.getOrDefault(second.slug(), List.of());
                pairs.put(
                        Paths.pair(first, second),
                        () -> new PairPlanner(catalogue, listings, first, second)
                                .pair(PairChoice.all(of, and), new PairChoice(flagship(first), flagship(second))));
            }
        }
        return pairs;
    }
}
