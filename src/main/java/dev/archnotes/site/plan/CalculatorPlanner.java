package dev.archnotes.site.plan;

import dev.archnotes.model.deployment.CacheFormat;
import dev.archnotes.model.deployment.Card;
import dev.archnotes.model.deployment.Fit;
import dev.archnotes.model.deployment.Setup;
import dev.archnotes.model.deployment.Split;
import dev.archnotes.model.deployment.WeightFormat;
import dev.archnotes.model.fact.FactPath;
import dev.archnotes.model.number.Numerals;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Variant;
import dev.archnotes.site.catalogue.Catalogue;
import dev.archnotes.site.content.ModelFamily;
import dev.archnotes.site.page.CalculatorPage;
import dev.archnotes.site.page.ComparisonTable;
import dev.archnotes.site.page.Head;
import dev.archnotes.site.page.Listing;
import dev.archnotes.site.page.PagePath;
import dev.archnotes.site.page.Paths;
import java.util.ArrayList;
import java.util.List;

/** Plans the calculator: what its form offers, what it opens with, and its tables for readers without scripts. */
final class CalculatorPlanner {
    /** The card, the format and the context that the page opens with. */
    private static final Card USUAL_CARD = Card.named("rtx-4090").orElseThrow();

    private static final WeightFormat USUAL_WEIGHTS = WeightFormat.Q4_K_M;
    private static final long USUAL_CONTEXT = 32_768;

    /** Below this part of the memory, one in 50, what is to spare is little. */
    private static final long LEAST_SPARE = 50;

    /** Every format by its name; the plain bits of the command line are left to it. */
    private static final List<WeightFormat> WEIGHTS = List.of(
            WeightFormat.Q4_K_M,
            WeightFormat.Q5_K_M,
            WeightFormat.Q6_K,
            WeightFormat.Q8_0,
            WeightFormat.IQ4_XS,
            WeightFormat.Q4_0,
            WeightFormat.AWQ,
            WeightFormat.GPTQ,
            WeightFormat.NVFP4,
            WeightFormat.MXFP4,
            WeightFormat.FP8,
            WeightFormat.FP8_BLOCK,
            WeightFormat.INT8,
            WeightFormat.BF16,
            WeightFormat.F16,
            WeightFormat.F32,
            WeightFormat.RELEASED,
            WeightFormat.BITS_8,
            WeightFormat.BITS_4);

    private final Catalogue catalogue;
    private final Listings listings;

    CalculatorPlanner(Catalogue catalogue, Listings listings) {
        this.catalogue = catalogue;
        this.listings = listings;
    }

    CalculatorPage page() {
        PagePath page = Paths.CALCULATOR;
        Facts facts = new Facts(catalogue, page);
        // in the authors' order: sorted by id, 27B would stand before 4B
        List<Variant> variants = catalogue.families().stream()
                .flatMap(family -> family.variants().stream())
                .toList();
        List<ComparisonTable> tables = List.of(
                facts.table(
                        "weights",
                        "Weights in memory",
                        variants,
                        List.of(
                                FactPath.WEIGHTS_RELEASED_BYTES,
                                FactPath.WEIGHTS_BF16_BYTES,
                                FactPath.WEIGHTS_INT8_BYTES,
                                FactPath.WEIGHTS_INT4_BYTES),
                        List.of()),
                facts.table(
                        "cache",
                        "Cache of one sequence, 16 bits, by context",
                        variants,
                        List.of(
                                FactPath.kvCacheBytesAt(4_096),
                                FactPath.kvCacheBytesAt(32_768),
                                FactPath.kvCacheBytesAt(131_072),
                                FactPath.KV_CACHE_BYTES_AT_CONTEXT),
                        List.of()),
                facts.table(
                        "cost",
                        "Operations and bytes of one decoded token",
                        variants,
                        List.of(
                                FactPath.costFlopsPerTokenAt(4_096),
                                FactPath.costFlopsPerTokenAt(131_072),
                                FactPath.costBytesReadPerTokenAt(4_096),
                                FactPath.costBytesReadPerTokenAt(131_072)),
                        List.of()));
        Head head = new Head(
                page,
                "Calculator",
                "Does it fit? Memory, longest context and bounds of speed of a model on your cards, in the format that "
                        + "you run, computed in the page; nothing is uploaded.",
                "page-calculator",
                Head.Section.CALCULATOR,
                Crumbs.to(page));
        return new CalculatorPage(head, listings.plain(Listing.Role.ARTICLE, head), form(variants), tables);
    }

    private CalculatorPage.Form form(List<Variant> variants) {
        List<CalculatorPage.Group> families = new ArrayList<>();
        for (ModelFamily family : catalogue.families()) {
            families.add(new CalculatorPage.Group(
                    catalogue.familyName(family),
                    family.variants().stream()
                            .map(variant -> new CalculatorPage.Choice(variant.id(), variant.name()))
                            .toList()));
        }
        String model = usualModel(variants);
        return new CalculatorPage.Form(
                families,
                model,
                WEIGHTS.stream()
                        .map(format -> new CalculatorPage.Choice(format.word(), format.label()))
                        .toList(),
                List.of(CacheFormat.values()).stream()
                        .map(format -> new CalculatorPage.Choice(format.word(), format.label()))
                        .toList(),
                List.of(cards("Cards, by memory", true), cards("Shared memory and rented chips, by memory", false)),
                USUAL_CARD.word(),
                List.of(Split.values()).stream()
                        .map(split -> new CalculatorPage.Choice(split.word(), split.label()))
                        .toList(),
                variants.stream()
                        .filter(variant -> variant.id().equals(model))
                        .map(CalculatorPlanner::opening)
                        .findFirst()
                        .orElse(new CalculatorPage.Opening(false, "", "")));
    }

    /** What the script answers first, so that a slow phone has it at once; the words are those of verdict.js. */
    private static CalculatorPage.Opening opening(Variant variant) {
        Fit fit = usualFit(variant);
        long spare = USUAL_CARD.bytes() - fit.fullest().totalBytes();
        String verdict = spare < 0
                ? "Does not fit: " + Unit.BYTES.print(-spare) + " too much for " + USUAL_CARD.name() + "."
                : (LEAST_SPARE * spare < USUAL_CARD.bytes() ? "Just fits" : "Fits") + ", with "
                        + Unit.BYTES.print(spare) + " to spare on " + USUAL_CARD.name() + ".";
        return new CalculatorPage.Opening(
                spare >= 0,
                verdict,
                variant.name() + ", " + USUAL_WEIGHTS.label() + ", " + Numerals.grouped(USUAL_CONTEXT) + " tokens: "
                        + Unit.BYTES.print(fit.together().totalBytes()) + " together.");
    }

    private static Fit usualFit(Variant variant) {
        return Fit.of(Setup.usual(variant.architecture(), USUAL_WEIGHTS, CacheFormat.BITS_16, USUAL_CONTEXT, 1));
    }

    private static CalculatorPage.CardGroup cards(String name, boolean own) {
        List<CalculatorPage.CardChoice> cards = new ArrayList<>();
        for (Card card : Card.ALL) {
            if (card.ownMemory() == own) {
                String text = card.name().contains(card.sold()) ? card.name() : card.name() + ", " + card.sold();
                cards.add(new CalculatorPage.CardChoice(
                        new CalculatorPage.Choice(card.word(), text),
                        card.bytes(),
                        card.megabytesPerSecond(),
                        card.gigaflops(),
                        card.remark()));
            }
        }
        return new CalculatorPage.CardGroup(name, own, cards);
    }

    /** The largest model that fits with the usual choices at a context that it has; the first where none does. */
    private static String usualModel(List<Variant> variants) {
        String usual = variants.isEmpty() ? "" : variants.get(0).id();
        long most = 0;
        for (Variant variant : variants) {
            Fit fit = usualFit(variant);
            if (fit.fits(USUAL_CARD.bytes())
                    && variant.context().configured() >= USUAL_CONTEXT
                    && fit.together().weightBytes() > most) {
                most = fit.together().weightBytes();
                usual = variant.id();
            }
        }
        return usual;
    }
}
