package dev.archnotes.model.fact;

import dev.archnotes.model.number.PrintedNumber;
import dev.archnotes.model.spec.Part;
import dev.archnotes.model.spec.Published;
import dev.archnotes.model.spec.Variant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what makers counted: each published figure is tried against every usual rule of counting, in a fixed order,
 * and the first that gives the printed digits is named.
 */
public final class PublishedFigures {
    private static final CountedAs TOTAL = CountedAs.of("total", FactPath.PARAMETERS_TOTAL);
    private static final CountedAs WITH_EXTRAS =
            CountedAs.of("total with prediction module and vision part", FactPath.PARAMETERS_WITH_EXTRAS);
    private static final CountedAs STORED =
            CountedAs.of("elements in the checkpoint", FactPath.PARAMETERS_STORED_ELEMENTS);
    private static final CountedAs NON_EMBEDDING = CountedAs.of(
                    "total without embedding and head", FactPath.PARAMETERS_TOTAL)
            .without(FactPath.parametersOf(Part.EMBEDDING), FactPath.parametersOf(Part.HEAD));
    private static final CountedAs NON_INPUT = CountedAs.of("total without embedding", FactPath.PARAMETERS_TOTAL)
            .without(FactPath.parametersOf(Part.EMBEDDING));
    private static final CountedAs WITH_PREDICTION_NON_EMBEDDING = CountedAs.of(
                    "total with prediction module, without embedding and head",
                    FactPath.PARAMETERS_TOTAL,
                    FactPath.PARAMETERS_PREDICTION_MODULE)
            .without(FactPath.parametersOf(Part.EMBEDDING), FactPath.parametersOf(Part.HEAD));
    private static final List<CountedAs> TOTALS =
            List.of(TOTAL, WITH_EXTRAS, STORED, NON_EMBEDDING, WITH_PREDICTION_NON_EMBEDDING);
    private static final List<CountedAs> ACTIVE = List.of(
            CountedAs.of("active parameters", FactPath.PARAMETERS_ACTIVE_ALL),
            CountedAs.of(
                    "active parameters without input embedding", FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING),
            CountedAs.of(
                    "active parameters without embedding and head", FactPath.PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS));
    private static final List<CountedAs> CONTEXTS = List.of(
            CountedAs.of("configured context", FactPath.CONTEXT_CONFIGURED),
            CountedAs.of("trained context", FactPath.CONTEXT_TRAINED),
            CountedAs.of("claimed context", FactPath.CONTEXT_EXTENDED));

    /** The rules to try for each quantity, in order. */
    private static final Map<String, List<CountedAs>> RULES = Map.ofEntries(
            Map.entry("total_parameters", TOTALS),
            Map.entry("exact_parameters", TOTALS),
            Map.entry("hub_total", TOTALS),
            Map.entry("parameters_in_the_paper", TOTALS),
            Map.entry("text_only_exact_parameters", TOTALS),
            Map.entry("active_parameters", ACTIVE),
            Map.entry("non_embedding_parameters", List.of(NON_EMBEDDING, NON_INPUT, WITH_PREDICTION_NON_EMBEDDING)),
            Map.entry(
                    "embedding_parameters",
                    List.of(
                            CountedAs.of("embedding", FactPath.parametersOf(Part.EMBEDDING)),
                            CountedAs.of(
                                    "embedding and vision projector",
                                    FactPath.parametersOf(Part.EMBEDDING),
                                    FactPath.PARAMETERS_VISION_PROJECTOR))),
            Map.entry(
                    "vocabulary_parameters",
                    List.of(CountedAs.of(
                            "embedding and head",
                            FactPath.parametersOf(Part.EMBEDDING),
                            FactPath.parametersOf(Part.HEAD)))),
            Map.entry(
                    "mlp_parameters",
                    List.of(
                            CountedAs.of(
                                    "routed experts and router",
                                    FactPath.parametersOf(Part.ROUTED_EXPERTS),
                                    FactPath.parametersOf(Part.ROUTER)),
                            CountedAs.of("routed experts", FactPath.parametersOf(Part.ROUTED_EXPERTS)))),
            Map.entry(
                    "attention_parameters", List.of(CountedAs.of("attention", FactPath.parametersOf(Part.ATTENTION)))),
            Map.entry(
                    "vision_parameters",
                    List.of(
                            CountedAs.of("vision part", FactPath.PARAMETERS_VISION),
                            CountedAs.of("vision encoder without projector", FactPath.PARAMETERS_VISION)
                                    .without(FactPath.PARAMETERS_VISION_PROJECTOR))),
            Map.entry(
                    "prediction_module",
                    List.of(CountedAs.of("prediction module", FactPath.PARAMETERS_PREDICTION_MODULE))),
            Map.entry(
                    "checkpoint_size",
                    List.of(
                            CountedAs.of("released weights", FactPath.WEIGHTS_RELEASED_BYTES),
                            CountedAs.of("weights in 16 bits", FactPath.WEIGHTS_BF16_BYTES))),
            Map.entry("vocabulary", List.of(CountedAs.of("vocabulary", FactPath.VOCABULARY_SIZE))),
            Map.entry("context_length", CONTEXTS),
            Map.entry("training_tokens", List.of(CountedAs.of("training tokens", FactPath.TRAINING_TOKENS))),
            Map.entry("gpu_hours", List.of(CountedAs.of("accelerator hours", FactPath.TRAINING_GPU_HOURS))),
            Map.entry(
                    "training_compute",
                    List.of(
                            CountedAs.of(
                                    "6ND with the active weights without vocabulary tables", FactPath.TRAINING_FLOPS),
                            CountedAs.of("6ND with the total", FactPath.PARAMETERS_TOTAL)
                                    .times(6, FactPath.TRAINING_TOKENS))));

    private PublishedFigures() {}

    /** All published figures of a variant with these facts, in their order. */
    public static List<PublishedFigure> of(Variant variant, FactSheet sheet) {
        List<PublishedFigure> figures = new ArrayList<>();
        for (Published published : variant.published()) {
            figures.add(compare(published, sheet));
        }
        return List.copyOf(figures);
    }

    private static PublishedFigure compare(Published published, FactSheet sheet) {
        List<CountedAs> rules = RULES.getOrDefault(published.quantity(), List.of());
        Optional<PrintedNumber> number =
                PrintedNumber.parse(published.text(), published.quantity().equals("checkpoint_size"));
        if (rules.isEmpty() || number.isEmpty() || isBareCount(published, number.get())) {
            return new PublishedFigure(
                    published,
                    PublishedFigure.Verdict.NOT_COMPARED,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
        List<PrintedNumber> readings = new ArrayList<>(List.of(number.get()));
        if (published.quantity().equals("context_length")) {
            readings.addAll(binary(number.get()));
        }
        PublishedFigure nearest = null;
        for (PrintedNumber reading : readings) {
            BigDecimal printed = reading.digits().multiply(reading.scale());
            for (CountedAs rule : rules) {
                Optional<BigDecimal> value = rule.value(sheet);
                if (value.isEmpty()) {
                    continue;
                }
                if (reading.matches(value.get(), BigDecimal.ONE)) {
                    boolean exact = printed.compareTo(value.get()) == 0;
                    return figure(
                            published,
                            exact ? PublishedFigure.Verdict.EXACT : PublishedFigure.Verdict.ROUNDED,
                            rule,
                            value.get(),
                            printed);
                }
                if (nearest == null
                        || distance(value.get(), printed)
                                        .compareTo(distance(
                                                nearest.computed().get(),
                                                nearest.printed().get()))
                                < 0) {
                    nearest = figure(published, PublishedFigure.Verdict.DIFFERENT, rule, value.get(), printed);
                }
            }
        }
        return nearest != null
                ? nearest
                : new PublishedFigure(
                        published,
                        PublishedFigure.Verdict.NOT_COMPARED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /** {@code 384 H100 for 24 days}: hours in words, whose first number is not of hours. */
    private static boolean isBareCount(Published published, PrintedNumber number) {
        return published.quantity().equals("gpu_hours")
                && number.scale().compareTo(BigDecimal.ONE) == 0
                && number.digits().compareTo(BigDecimal.valueOf(10_000)) < 0;
    }

    private static PublishedFigure figure(
            Published published,
            PublishedFigure.Verdict verdict,
            CountedAs rule,
            BigDecimal computed,
            BigDecimal printed) {
        return new PublishedFigure(published, verdict, Optional.of(rule), Optional.of(computed), Optional.of(printed));
    }

    private static BigDecimal distance(BigDecimal computed, BigDecimal printed) {
        return computed.subtract(printed).abs();
    }

    /** Contexts of 128K tokens are 131,072 as often as 128,000. */
    private static List<PrintedNumber> binary(PrintedNumber number) {
        if (number.scale().compareTo(BigDecimal.valueOf(1_000)) == 0) {
            return List.of(number.scaledBy(BigDecimal.valueOf(1L << 10)));
        }
        if (number.scale().compareTo(BigDecimal.valueOf(1_000_000)) == 0) {
            return List.of(number.scaledBy(BigDecimal.valueOf(1L << 20)));
        }
        return List.of();
    }
}
