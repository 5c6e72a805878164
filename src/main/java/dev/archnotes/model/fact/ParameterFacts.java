package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.Expression;
import dev.archnotes.model.ledger.LedgerRow;
import dev.archnotes.model.ledger.StoredExtras;
import dev.archnotes.model.ledger.WeightInventory;
import dev.archnotes.model.network.FeedForward;
import dev.archnotes.model.network.MixtureOfExperts;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts of weights, each a sum over the ledger. */
final class ParameterFacts {
    private ParameterFacts() {}

    static void add(Architecture architecture, FactSheet.Collector sheet) {
        WeightInventory ledger = WeightInventory.of(architecture);
        List<Expression> groups = new ArrayList<>();
        for (Part part : Part.values()) {
            List<Expression> rows = rows(ledger, LedgerRow.Scope.DECODER, part);
            Expression working = rows.isEmpty() ? Expression.constant("none", 0) : Expression.sum(rows);
            sheet.computed(FactPath.parametersOf(part), Unit.PARAMETERS, working);
            if (working.value() > 0) {
                groups.add(sheet.term(FactPath.parametersOf(part), part.label().toLowerCase(Locale.ROOT)));
            }
        }
        sheet.computed(FactPath.PARAMETERS_TOTAL, Unit.PARAMETERS, Expression.sum(groups));
        addActive(architecture, sheet);
        addExtras(architecture, ledger, sheet);
        addStored(architecture, ledger, sheet);
    }

    private static void addActive(Architecture architecture, FactSheet.Collector sheet) {
        List<Expression> idle = new ArrayList<>();
        for (LayerBlock kind : architecture.feedForwards()) {
            FeedForward feedForward = kind.feedForward();
            if (feedForward.sparse().isPresent()) {
                MixtureOfExperts experts = feedForward.sparse().get();
                String place = "feed_forward." + kind.feedForwardName() + ".";
                idle.add(Expression.product(
                        Expression.term("MoE layers", kind.count(), "layers"),
                        new Expression.Difference(
                                Expression.term("experts", experts.experts(), place + "experts"),
                                Expression.term(
                                        "experts per token", experts.expertsPerToken(), place + "experts_per_token")),
                        Expression.constant(
                                "weights of one expert", experts.parametersPerExpert(architecture.hiddenSize()))));
                if (idle.size() == 1) {
                    sheet.computed(
                            FactPath.PARAMETERS_PER_ROUTED_EXPERT,
                            Unit.PARAMETERS,
                            oneExpert(experts, kind.feedForwardName(), architecture.hiddenSize()));
                }
            }
        }
        Expression total = sheet.term(FactPath.PARAMETERS_TOTAL, "total");
        sheet.computed(
                FactPath.PARAMETERS_ACTIVE_ALL,
                Unit.PARAMETERS,
                idle.isEmpty() ? total : new Expression.Difference(total, Expression.sum(idle)));
        Expression active = sheet.term(FactPath.PARAMETERS_ACTIVE_ALL, "active");
        Expression table = Expression.product(
                Expression.term("vocabulary", architecture.vocabularySize(), "vocabulary_size"),
                Expression.term("hidden size", architecture.hiddenSize(), "hidden_size"));
        List<Expression> lookedUp = new ArrayList<>();
        if (!architecture.tiedEmbeddings()) {
            lookedUp.add(table);
        }
        if (architecture.learnedPositions() > 0) {
            lookedUp.add(Expression.product(
                    Expression.term("positions", architecture.learnedPositions(), "learned_positions"),
                    Expression.term("hidden size", architecture.hiddenSize(), "hidden_size")));
        }
        if (architecture.stream().hasPerLayerEmbeddings()) {
            lookedUp.add(Expression.product(
                    Expression.term(
                            "rows", architecture.stream().perLayerVocabulary(), "residual_stream.per_layer_vocabulary"),
                    Expression.term("layers", architecture.layers(), "layers"),
                    Expression.term(
                            "numbers a layer",
                            architecture.stream().perLayerWidth(),
                            "residual_stream.per_layer_width")));
        }
        sheet.computed(
                FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING,
                Unit.PARAMETERS,
                lookedUp.isEmpty() ? active : new Expression.Difference(active, Expression.sum(lookedUp)));
        // tied or not, one more table goes: the head, which a tied architecture shares with the embedding
        sheet.computed(
                FactPath.PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS,
                Unit.PARAMETERS,
                new Expression.Difference(
                        sheet.term(
                                FactPath.PARAMETERS_ACTIVE_WITHOUT_INPUT_EMBEDDING, "active without input embedding"),
                        table));
    }

    private static Expression oneExpert(MixtureOfExperts experts, String name, long hiddenSize) {
        Expression width = Expression.term(
                "expert size", experts.expertIntermediateSize(), "feed_forward." + name + ".expert_intermediate_size");
        Expression hidden = experts.latentSize() > 0
                ? Expression.term("latent size", experts.latentSize(), "feed_forward." + name + ".latent_size")
                : Expression.term("hidden size", hiddenSize, "hidden_size");
        long matrices = experts.activation().isGated() ? 3 : 2;
        Expression products = Expression.product(Expression.constant("matrices", matrices), width, hidden);
        long learned = experts.activation().learned().size();
        Expression weights = learned == 0
                ? products
                : Expression.sum(List.of(products, Expression.constant("learned numbers of the activation", learned)));
        if (!experts.biased()) {
            return weights;
        }
        return Expression.sum(List.of(
                weights, Expression.product(Expression.constant("biased inner rows", matrices - 1), width), hidden));
    }

    private static void addExtras(Architecture architecture, WeightInventory ledger, FactSheet.Collector sheet) {
        List<Expression> all = new ArrayList<>();
        all.add(sheet.term(FactPath.PARAMETERS_TOTAL, "total"));
        if (architecture.predictionModule().isPresent()) {
            sheet.computed(
                    FactPath.PARAMETERS_PREDICTION_MODULE,
                    Unit.PARAMETERS,
                    Expression.sum(rows(ledger, LedgerRow.Scope.PREDICTION_MODULE, null)));
            all.add(sheet.term(FactPath.PARAMETERS_PREDICTION_MODULE, "prediction module"));
        }
        if (architecture.vision().isPresent()) {
            sheet.computed(
                    FactPath.PARAMETERS_VISION,
                    Unit.PARAMETERS,
                    Expression.sum(rows(ledger, LedgerRow.Scope.VISION, null)));
            sheet.computed(
                    FactPath.PARAMETERS_VISION_PROJECTOR,
                    Unit.PARAMETERS,
                    Expression.sum(rows(ledger, LedgerRow.Scope.VISION, Part.HEAD)));
            all.add(sheet.term(FactPath.PARAMETERS_VISION, "vision part"));
        }
        sheet.computed(FactPath.PARAMETERS_WITH_EXTRAS, Unit.PARAMETERS, Expression.sum(all));
    }

    private static void addStored(Architecture architecture, WeightInventory ledger, FactSheet.Collector sheet) {
        List<Expression> stored = new ArrayList<>();
        stored.add(sheet.term(FactPath.PARAMETERS_WITH_EXTRAS, "with extras"));
        StoredExtras extras = StoredExtras.of(architecture, ledger);
        if (extras.tableCopies() > 0) {
            stored.add(Expression.product(
                    Expression.constant("second copies of a table", extras.tableCopies()),
                    Expression.term("vocabulary", architecture.vocabularySize(), "vocabulary_size"),
                    Expression.term("hidden size", architecture.hiddenSize(), "hidden_size")));
        }
        if (extras.maskElements() > 0) {
            stored.add(Expression.product(
                    Expression.term("layers", architecture.layers(), "layers"),
                    Expression.term("positions", architecture.learnedPositions(), "learned_positions"),
                    Expression.term("positions", architecture.learnedPositions(), "learned_positions")));
        }
        if (extras.fp8Scales() > 0) {
            stored.add(Expression.constant("block scales", extras.fp8Scales()));
        }
        sheet.computed(FactPath.PARAMETERS_STORED_ELEMENTS, Unit.PARAMETERS, Expression.sum(stored));
    }

    /** One term for each tensor; one that several kinds of layers have alike is counted over all of them. */
    private static List<Expression> rows(WeightInventory ledger, LedgerRow.Scope scope, @Nullable Part part) {
        Map<WeightTensor, Long> layers = new LinkedHashMap<>();
        for (LedgerRow row : ledger.rows(scope)) {
            if (part == null || row.tensor().part() == part) {
                layers.merge(row.tensor(), row.layers(), Math::addExact);
            }
        }
        List<Expression> terms = new ArrayList<>();
        for (Map.Entry<WeightTensor, Long> counted : layers.entrySet()) {
            WeightTensor tensor = counted.getKey();
            List<Expression> factors = new ArrayList<>();
            if (counted.getValue() > 1) {
                factors.add(Expression.constant("layers", counted.getValue()));
            }
            if (tensor.copies() > 1) {
                factors.add(Expression.constant("copies", tensor.copies()));
            }
            factors.add(Expression.constant(tensor.name(), tensor.elements()));
            terms.add(new Expression.Product(factors));
        }
        return terms;
    }
}
