package dev.archnotes.site.content;

import dev.archnotes.model.diagnostic.Location;

/**
 * How a step or a descent is known.
 *
 * @param evidence the kind of evidence
 * @param cite a key of the bibliography
 * @param locator the place in that source; empty for the whole
 * @param citePlace where the source is named
 */
public record Claim(Evidence evidence, String cite, String locator, Location citePlace) {}
