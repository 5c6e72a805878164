package dev.archnotes.site.files.search;

import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.fact.FactDefinition;
import dev.archnotes.model.fact.FactValue;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which figures are printed as {@code 10.41 GiB}: the places of every figure by its digits and unit. */
final class PrintedValues {
    private static final int SMALLEST = 1_000;
    private static final int MOST_PLACES = 12;
    private static final List<String> BYTES = List.of("b", "kib", "mib", "gib", "tib");
    private static final List<String> COUNTS = List.of("", "k", "m", "b", "t");

    private PrintedValues() {}

    /** For each printed form the figures that have it: the number of the variant, and of the fact. */
    static SortedMap<String, String> of(Catalogue catalogue, List<FactDefinition> definitions) {
        SortedMap<String, StringBuilder> places = new TreeMap<>();
        List<Variant> variants = catalogue.variants();
        for (int fact = 0; fact < definitions.size(); fact++) {
            for (int variant = 0; variant < variants.size(); variant++) {
                FactValue value = catalogue
                        .sheet(variants.get(variant))
                        .find(definitions.get(fact).path())
                        .map(Fact::value)
                        .orElse(new FactValue.NotPublished());
                if (value instanceof FactValue.Whole whole && whole.value() >= SMALLEST) {
                    String place = variant + "." + fact;
                    forms(whole).forEach(form -> add(places, form, place));
                }
            }
        }
        SortedMap<String, String> written = new TreeMap<>();
        places.forEach((form, at) -> written.put(form, at.toString()));
        return written;
    }

    private static void add(SortedMap<String, StringBuilder> places, String form, String place) {
        StringBuilder at = places.computeIfAbsent(form, f -> new StringBuilder());
        if (at.chars().filter(c -> c == ',').count() + 1 < MOST_PLACES) {
            at.append(at.length() == 0 ? "" : ",").append(place);
        }
    }

    /** All digits, the digits as printed, and one or two decimals in the unit of the printed form. */
    private static Set<String> forms(FactValue.Whole whole) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(Long.toString(whole.value()));
        forms.add(plain(whole.print()));
        if (whole.unit() == Unit.BYTES) {
            scaled(whole.value(), 1024, BYTES, forms);
        } else if (whole.unit() == Unit.PARAMETERS || whole.unit() == Unit.LARGE_TOKENS) {
            scaled(whole.value(), 1000, COUNTS, forms);
        }
        return forms;
    }

    private static void scaled(long value, long base, List<String> units, Set<String> forms) {
        int step = 0;
        long divisor = 1;
        while (step < units.size() - 1 && value / divisor >= base) {
            divisor *= base;
            step++;
        }
        for (int decimals = 0; decimals <= 2; decimals++) {
            forms.add(plain(Numerals.quotient(value, divisor, decimals)) + units.get(step));
        }
    }

    private static String plain(String printed) {
        return printed.replaceAll("[\\s\\u00A0\\u202F,]", "").toLowerCase(Locale.ROOT);
    }
}
