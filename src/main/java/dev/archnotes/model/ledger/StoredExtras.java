package dev.archnotes.model.ledger;

import dev.archnotes.model.spec.Architecture;

/**
 * Numbers that a released checkpoint stores besides the weights of model, prediction module and vision part.
 *
 * @param tableCopies second copies of a vocabulary table
 * @param maskElements elements of stored causal masks
 * @param fp8Scales block scales stored as tensors of their own and counted by hubs
 */
public record StoredExtras(long tableCopies, long maskElements, long fp8Scales) {
    public static StoredExtras of(Architecture architecture, WeightInventory ledger) {
        long copies = architecture.checkpoint().tiedHeadStored() ? 1 : 0;
        if (architecture.checkpoint().predictionVocabularyCopies()
                && architecture.predictionModule().isPresent()) {
            copies = Math.addExact(
                    copies,
                    Math.multiplyExact(2L, architecture.predictionModule().get().depth()));
        }
        long masks = architecture.checkpoint().causalMasks()
                ? Math.multiplyExact(
                        architecture.layers(),
                        Math.multiplyExact(architecture.learnedPositions(), architecture.learnedPositions()))
                : 0;
        long scales = 0;
        for (LedgerRow row : ledger.rows()) {
            long each = row.storedScales(architecture);
            scales = Math.addExact(scales, Math.multiplyExact(each, row.tensor().copies()));
        }
        return new StoredExtras(copies, masks, scales);
    }
}
