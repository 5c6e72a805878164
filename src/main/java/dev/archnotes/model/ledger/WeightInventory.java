package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;
import dev.archnotes.model.spec.LayerBlock;
import dev.archnotes.model.spec.PredictionModule;
import dev.archnotes.model.spec.StoredApart;
import dev.archnotes.model.tensor.Part;
import dev.archnotes.model.tensor.WeightTensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The parameter ledger: every weight tensor of a model by name and shape. Every count on the site is a sum over it.
 *
 * @param rows the tensors, in the order in which a token meets them
 */
public record WeightInventory(List<LedgerRow> rows) {
    public WeightInventory {
        rows = List.copyOf(rows);
    }

    /** Lists the tensors of a model. */
    public static WeightInventory of(Architecture architecture) {
        List<LedgerRow> rows = new ArrayList<>();
        long hidden = architecture.hiddenSize();
        add(
                rows,
                LedgerRow.Scope.DECODER,
                "embedding",
                1,
                List.of(WeightTensor.of("embed_tokens.weight", Part.EMBEDDING, architecture.vocabularySize(), hidden)));
        if (architecture.learnedPositions() > 0) {
            add(
                    rows,
                    LedgerRow.Scope.DECODER,
                    "embedding",
                    1,
                    List.of(WeightTensor.of(
                            "position_embedding.weight", Part.EMBEDDING, architecture.learnedPositions(), hidden)));
        }
        add(
                rows,
                LedgerRow.Scope.DECODER,
                "residual stream",
                1,
                architecture.stream().tensors(hidden, architecture.layers()));
        add(
                rows,
                LedgerRow.Scope.DECODER,
                "embedding norm",
                1,
                architecture.normalization().embeddingTensors(hidden));
        for (LayerBlock kind : architecture.kinds()) {
            addLayer(rows, LedgerRow.Scope.DECODER, kind, kind.count(), architecture);
        }
        add(
                rows,
                LedgerRow.Scope.DECODER,
                "final norm",
                1,
                architecture.normalization().finalTensors(hidden));
        if (!architecture.tiedEmbeddings()) {
            add(
                    rows,
                    LedgerRow.Scope.DECODER,
                    StoredApart.HEAD,
                    1,
                    List.of(WeightTensor.of("lm_head.weight", Part.HEAD, architecture.vocabularySize(), hidden)));
        }
        if (architecture.headBias()) {
            add(
                    rows,
                    LedgerRow.Scope.DECODER,
                    StoredApart.HEAD,
                    1,
                    List.of(WeightTensor.of("lm_head.bias", Part.HEAD, architecture.vocabularySize())));
        }
        if (architecture.predictionModule().isPresent()) {
            addPrediction(rows, architecture, architecture.predictionModule().get());
        }
        if (architecture.vision().isPresent()) {
            add(
                    rows,
                    LedgerRow.Scope.VISION,
                    "vision: " + architecture.vision().get().name(),
                    1,
                    architecture.vision().get().tensors(hidden));
        }
        return new WeightInventory(rows);
    }

    /** The section of the rows of one kind of decoder layer. */
    public static String section(LayerBlock kind) {
        return StoredApart.LAYERS + kind.names();
    }

    private static void addLayer(
            List<LedgerRow> rows, LedgerRow.Scope scope, LayerBlock kind, long layers, Architecture architecture) {
        String section = scope == LedgerRow.Scope.DECODER ? section(kind) : StoredApart.PREDICTION + kind.names();
        add(rows, scope, section, layers, architecture.normalization().layerTensors(kind, architecture.hiddenSize()));
        add(rows, scope, section, layers, kind.attention().tensors(architecture.hiddenSize()));
        add(rows, scope, section, layers, kind.feedForward().tensors(architecture.hiddenSize()));
        if (scope == LedgerRow.Scope.DECODER) {
            add(rows, scope, section, layers, architecture.stream().layerTensors(architecture.hiddenSize()));
        }
    }

    private static void addPrediction(List<LedgerRow> rows, Architecture architecture, PredictionModule module) {
        long hidden = architecture.hiddenSize();
        List<WeightTensor> frame = new ArrayList<>();
        frame.add(WeightTensor.of("eh_proj.weight", Part.HEAD, hidden, Math.multiplyExact(2L, hidden)));
        frame.addAll(architecture.normalization().tensors("enorm", hidden));
        frame.addAll(architecture.normalization().tensors("hnorm", hidden));
        frame.addAll(architecture.normalization().finalTensors(hidden));
        add(rows, LedgerRow.Scope.PREDICTION_MODULE, "prediction module", module.depth(), frame);
        addLayer(rows, LedgerRow.Scope.PREDICTION_MODULE, module.layer(), module.depth(), architecture);
    }

    private static void add(
            List<LedgerRow> rows, LedgerRow.Scope scope, String section, long layers, List<WeightTensor> tensors) {
        for (WeightTensor tensor : tensors) {
            rows.add(new LedgerRow(scope, section, layers, tensor));
        }
    }

    /** The rows of one scope. */
    public List<LedgerRow> rows(LedgerRow.Scope scope) {
        List<LedgerRow> chosen = new ArrayList<>();
        for (LedgerRow row : rows) {
            if (row.scope() == scope) {
                chosen.add(row);
            }
        }
        return List.copyOf(chosen);
    }

    /** The weights of one scope. */
    public long elements(LedgerRow.Scope scope) {
        long sum = 0;
        for (LedgerRow row : rows(scope)) {
            sum = Math.addExact(sum, row.elements());
        }
        return sum;
    }

    /** The decoder's weights of one part. */
    public long elements(Part part) {
        long sum = 0;
        for (LedgerRow row : rows(LedgerRow.Scope.DECODER)) {
            if (row.tensor().part() == part) {
                sum = Math.addExact(sum, row.elements());
            }
        }
        return sum;
    }

    /** The decoder's weights that act on one token. */
    public long activeElements() {
        long sum = 0;
        for (LedgerRow row : rows(LedgerRow.Scope.DECODER)) {
            sum = Math.addExact(sum, row.activeElements());
        }
        return sum;
    }
}
