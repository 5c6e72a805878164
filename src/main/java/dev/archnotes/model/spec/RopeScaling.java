package dev.archnotes.model.spec;

/**
 * How rotary frequencies were rescaled for contexts beyond the trained length.
 *
 * @param method {@code linear} (arXiv:2306.15595), {@code llama3} (by wavelength, arXiv:2407.21783) or {@code yarn}
 *     (arXiv:2309.00071)
 * @param factor the ratio of the extended to the original length
 * @param originalContext the length trained before the extension, 0 where the configuration does not say
 */
public record RopeScaling(String method, double factor, long originalContext) {}
