package dev.archnotes.model.fact;

import dev.archnotes.model.ledger.Expression;
import java.util.Optional;

/**
 * One fact of one variant.
 *
 * @param path its place in {@code data/models.json}, dotted: {@code kv_cache.bytes_per_token}
 * @param value its value
 * @param working the formula behind a computed figure
 */
public record Fact(FactPath path, FactValue value, Optional<Expression> working) {}
