package dev.archnotes.model.tensor;

/**
 * One factor of a size that a kind of layer keeps, so that a page can show where the size comes from.
 *
 * @param name its name in the field's terms
 * @param value its value
 * @param key the attribute that it is; empty for a constant
 */
public record Factor(String name, long value, String key) {}
