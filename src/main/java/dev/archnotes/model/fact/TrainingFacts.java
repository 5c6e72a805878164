package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.Accelerator;
import dev.archnotes.model.ledger.Expression;
import dev.archnotes.model.number.Unit;
import dev.archnotes.model.spec.Training;
import dev.archnotes.model.spec.Variant;
import java.util.Optional;

/**
 * Training as published, and what follows from it: 6ND (arXiv:2001.08361, section 2.1), tokens per parameter,
 * utilization.
 */
final class TrainingFacts {
    private static final long BILLION = 1_000_000_000L;

    private TrainingFacts() {}

    static void add(Variant variant, FactSheet.Collector sheet) {
        Training training = variant.training();
        addPublished(sheet, FactPath.TRAINING_TOKENS, training.tokens(), Unit.LARGE_TOKENS);
        addPublished(sheet, FactPath.TRAINING_GPU_HOURS, training.gpuHours(), Unit.HOURS);
        if (training.accelerator().isPresent()) {
            sheet.words(FactPath.TRAINING_ACCELERATOR, training.accelerator().get());
        }
        if (training.tokens().isEmpty()) {
            return;
        }
        long tokens = training.tokens().get();
        // counted in units of 10⁹ tokens, hence of 10⁹ operations: the plain product does not fit into 64 bits
        Expression compute = Expression.product(
                Expression.constant("operations of a weight and token", 6),
                sheet.term(FactPath.PARAMETERS_ACTIVE_WITHOUT_EMBEDDINGS, "active weights without vocabulary tables"),
                Expression.term("10⁹ training tokens", tokens / BILLION, "training.tokens"));
        sheet.computed(FactPath.TRAINING_FLOPS, Unit.GIGAFLOPS, compute);
        sheet.put(
                FactPath.TRAINING_TOKENS_PER_PARAMETER,
                new FactValue.Ratio(tokens, sheet.whole(FactPath.PARAMETERS_TOTAL), false));
        if (training.gpuHours().isPresent() && training.accelerator().isPresent()) {
            Optional<Accelerator> accelerator =
                    Accelerator.named(training.accelerator().get());
            if (accelerator.isPresent()) {
                long seconds = Math.multiplyExact(training.gpuHours().get(), 3600L);
                long deliverable = Math.multiplyExact(seconds, accelerator.get().denseGigaflops());
                sheet.put(
                        FactPath.TRAINING_IMPLIED_UTILIZATION, new FactValue.Ratio(compute.value(), deliverable, true));
            }
        }
    }

    private static void addPublished(FactSheet.Collector sheet, FactPath path, Optional<Long> value, Unit unit) {
        sheet.put(
                path,
                value.<FactValue>map(number -> new FactValue.Whole(number, unit))
                        .orElseGet(FactValue.NotPublished::new));
    }
}
