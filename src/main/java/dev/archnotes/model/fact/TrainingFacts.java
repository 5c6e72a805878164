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

    static void add(Variant model, FactSheet.Collector sheet) {
        Training training = model.training();
        addPublished(sheet, "training.tokens", training.tokens(), Unit.LARGE_TOKENS);
        addPublished(sheet, "training.gpu_hours", training.gpuHours(), Unit.HOURS);
        if (training.accelerator().isPresent()) {
            sheet.words("training.accelerator", training.accelerator().get());
        }
        if (training.tokens().isEmpty()) {
            return;
        }
        long tokens = training.tokens().get();
        // counted in units of 10⁹ tokens, hence of 10⁹ operations: the plain product does not fit into 64 bits
        Expression compute = Expression.product(
                Expression.constant("operations of a weight and token", 6),
                sheet.term("parameters.active.without_embeddings", "active weights without vocabulary tables"),
                Expression.term("10⁹ training tokens", tokens / BILLION, "training.tokens"));
        sheet.computed("training.flops", Unit.GIGAFLOPS, compute);
        sheet.put("training.tokens_per_parameter", new FactValue.Ratio(tokens, sheet.whole("parameters.total"), false));
        if (training.gpuHours().isPresent() && training.accelerator().isPresent()) {
            Optional<Accelerator> accelerator =
                    Accelerator.named(training.accelerator().get());
            if (accelerator.isPresent()) {
                long seconds = Math.multiplyExact(training.gpuHours().get(), 3600L);
                long deliverable = Math.multiplyExact(seconds, accelerator.get().denseGigaflops());
                sheet.put("training.implied_utilization", new FactValue.Ratio(compute.value(), deliverable, true));
            }
        }
    }

    private static void addPublished(FactSheet.Collector sheet, String path, Optional<Long> value, Unit unit) {
        sheet.put(
                path,
                value.<FactValue>map(number -> new FactValue.Whole(number, unit))
                        .orElseGet(FactValue.NotPublished::new));
    }
}
