package dev.archnotes.model.fact;

import dev.archnotes.model.spec.Published;
import dev.archnotes.model.tensor.Part;
import java.util.List;
import java.util.Map;

/** How makers count: for each quantity the usual rules, the most natural first. */
final class CountingRules {
    /** A rule as it applies to one variant: {@code with vision part} where there is one. */
    @FunctionalInterface
    interface Rule {
        CountedAs of(FactSheet sheet);
    }

    /** How the rule of a quantity is chosen. */
    enum Choice {
        /** One rule for all variants of a family, the one that gives most of their figures. */
        FAMILY,
        /** The first that gives the figure, which has digits enough to tell, or means what each variant is set to. */
        FIGURE
    }

    /**
     * What a quantity may mean.
     *
     * @param choice how one is chosen
     * @param rules the rules, the most natural first
     */
    record Meaning(Choice choice, List<Rule> rules) {}

    private static final CountedAs TOTAL = CountedAs.of("total", FactPath.PARAMETERS_TOTAL);
    private static final CountedAs STORED =
            CountedAs.of("elements in the checkpoint", FactPath.PARAMETERS_STORED_ELEMENTS);
    private static final CountedAs NON_EMBEDDING = CountedAs.of(
                    Published.Counted.WITHOUT_TABLES.label(), FactPath.PARAMETERS_TOTAL)
            .without(FactPath.parametersOf(Part.EMBEDDING), FactPath.parametersOf(Part.HEAD));
    private static final CountedAs NON_INPUT = CountedAs.of(
                    Published.Counted.WITHOUT_INPUT_TABLE.label(), FactPath.PARAMETERS_TOTAL)
            .without(FactPath.parametersOf(Part.EMBEDDING));
    private static final CountedAs WITH_PREDICTION_NON_EMBEDDING = CountedAs.of(
                    Published.Counted.WITH_PREDICTION_WITHOUT_TABLES.label(),
                    FactPath.PARAMETERS_TOTAL,
                    FactPath.PARAMETERS_PREDICTION_MODULE)
            .without(FactPath.parametersOf(Part.EMBEDDING), FactPath.parametersOf(Part.HEAD));

    /** A number of ten digits: that it agrees to the last one is proof enough of any rule. */
    private static final Meaning TO_THE_LAST_DIGIT = new Meaning(
            Choice.FIGURE,
            List.of(
                    sheet -> TOTAL,
                    CountingRules::withExtras,
                    sheet -> STORED,
                    sheet -> NON_EMBEDDING,
                    sheet -> WITH_PREDICTION_NON_EMBEDDING));

    /** What makers print of the active weights, by quantity. */
    static final String ACTIVE = "active_parameters";

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("total_parameters", family(sheet -> TOTAL, CountingRules::withExtras)),
            Map.entry("exact_parameters", TO_THE_LAST_DIGIT),
            Map.entry("hub_total", TO_THE_LAST_DIGIT),
            Map.entry("text_only_exact_parameters", TO_THE_LAST_DIGIT),
            Map.entry("parameters_in_the_paper", family(sheet -> TOTAL, CountingRules::withExtras)),
            Map.entry(
                    ACTIVE,
                    family(
                            CountedAs.of("active parameters", FactPath.PARAMETERS_ACTIVE_ALL),
                            CountedAs.of(
                                    "active parameters without input embedding",
                                    FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING),
                            CountedAs.of(
                                    "active parameters without embedding and head",
                                    FactPath.PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS))),
            Map.entry("non_embedding_parameters", family(NON_EMBEDDING, NON_INPUT, WITH_PREDICTION_NON_EMBEDDING)),
            Map.entry(
                    "embedding_parameters",
                    family(
                            sheet -> CountedAs.of("embedding", FactPath.parametersOf(Part.EMBEDDING)),
                            CountingRules::embeddingAndProjector)),
            Map.entry(
                    "vocabulary_parameters",
                    family(CountedAs.of(
                            "embedding and head",
                            FactPath.parametersOf(Part.EMBEDDING),
                            FactPath.parametersOf(Part.HEAD)))),
            Map.entry(
                    "mlp_parameters",
                    family(
                            CountedAs.of(
                                    "routed experts and router",
                                    FactPath.parametersOf(Part.ROUTED_EXPERTS),
                                    FactPath.parametersOf(Part.ROUTER)),
                            CountedAs.of("routed experts", FactPath.parametersOf(Part.ROUTED_EXPERTS)))),
            Map.entry("attention_parameters", family(CountedAs.of("attention", FactPath.parametersOf(Part.ATTENTION)))),
            Map.entry(
                    "vision_parameters",
                    family(
                            CountedAs.of("vision part", FactPath.PARAMETERS_VISION),
                            CountedAs.of("vision encoder without projector", FactPath.PARAMETERS_VISION)
                                    .without(FactPath.PARAMETERS_VISION_PROJECTOR))),
            Map.entry(
                    "prediction_module",
                    family(CountedAs.of("prediction module", FactPath.PARAMETERS_PREDICTION_MODULE))),
            Map.entry(
                    "checkpoint_size",
                    figure(
                            CountedAs.of("released weights", FactPath.WEIGHTS_RELEASED_BYTES),
                            CountedAs.of("weights in 16 bits", FactPath.WEIGHTS_BF16_BYTES))),
            Map.entry("vocabulary", family(CountedAs.of("vocabulary", FactPath.VOCABULARY_SIZE))),
            Map.entry(
                    "context_length",
                    figure(
                            CountedAs.of("configured context", FactPath.CONTEXT_CONFIGURED),
                            CountedAs.of("trained context", FactPath.CONTEXT_TRAINED),
                            CountedAs.of("claimed context", FactPath.CONTEXT_EXTENDED))),
            Map.entry("training_tokens", family(CountedAs.of("training tokens", FactPath.TRAINING_TOKENS))),
            Map.entry("gpu_hours", family(CountedAs.of("accelerator hours", FactPath.TRAINING_GPU_HOURS))),
            Map.entry(
                    "training_compute",
                    family(
                            CountedAs.of("6ND with all parameters", FactPath.PARAMETERS_TOTAL)
                                    .times(6, FactPath.TRAINING_TOKENS),
                            CountedAs.of(
                                    "6ND with the active weights without vocabulary tables",
                                    FactPath.TRAINING_FLOPS))));

    private CountingRules() {}

    /** What a quantity may mean; no rules for one that is not computed here. */
    static Meaning of(String quantity) {
        return MEANINGS.getOrDefault(quantity, new Meaning(Choice.FIGURE, List.of()));
    }

    /** The rule that makers state as theirs. */
    static CountedAs stated(Published.Counted counted) {
        return switch (counted) {
            case WITHOUT_TABLES -> NON_EMBEDDING;
            case WITHOUT_INPUT_TABLE -> NON_INPUT;
            case WITH_PREDICTION_WITHOUT_TABLES -> WITH_PREDICTION_NON_EMBEDDING;
        };
    }

    private static Meaning family(Rule... rules) {
        return new Meaning(Choice.FAMILY, List.of(rules));
    }

    private static Meaning family(CountedAs... rules) {
        return new Meaning(Choice.FAMILY, everywhere(rules));
    }

    private static Meaning figure(CountedAs... rules) {
        return new Meaning(Choice.FIGURE, everywhere(rules));
    }

    private static List<Rule> everywhere(CountedAs... rules) {
        return List.of(rules).stream().<Rule>map(rule -> sheet -> rule).toList();
    }

    /** All weights of a release, which are more than the decoder's where something is added to it. */
    private static CountedAs withExtras(FactSheet sheet) {
        boolean prediction = sheet.find(FactPath.PARAMETERS_PREDICTION_MODULE).isPresent();
        boolean vision = sheet.find(FactPath.PARAMETERS_VISION).isPresent();
        if (!prediction && !vision) {
            return TOTAL;
        }
        String extras = prediction && vision
                ? "prediction module and vision part"
                : prediction ? "prediction module" : "vision part";
        return CountedAs.of("total with " + extras, FactPath.PARAMETERS_WITH_EXTRAS);
    }

    private static CountedAs embeddingAndProjector(FactSheet sheet) {
        return sheet.find(FactPath.PARAMETERS_VISION_PROJECTOR).isPresent()
                ? CountedAs.of(
                        "embedding and vision projector",
                        FactPath.parametersOf(Part.EMBEDDING),
                        FactPath.PARAMETERS_VISION_PROJECTOR)
                : CountedAs.of("embedding", FactPath.parametersOf(Part.EMBEDDING));
    }
}
