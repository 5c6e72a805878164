package dev.archnotes.model.attention;

/**
 * The heads of an attention above what they share: query heads above KV heads or above one latent, value heads above
 * key heads.
 *
 * @param heads heads of the upper row
 * @param shared what they share, a divisor of {@code heads}
 * @param rotary the part of a single shared thing that is a rotary key, 0 to 1
 * @param recurrent whether each head keeps a state instead of reading keys and values
 */
public record HeadLayout(long heads, long shared, double rotary, boolean recurrent) {}
