package dev.archnotes.site.catalogue;

import dev.archnotes.model.fact.Fact;
import dev.archnotes.model.spec.Variant;

/**
 * A fact of a variant, as a note names it.
 *
 * @param variant the variant
 * @param fact its fact
 */
public record VariantFact(Variant variant, Fact fact) {}
