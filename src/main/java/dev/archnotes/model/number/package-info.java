/**
 * Numbers and dates as people write them: units, digits, ratios in words.
 *
 * <p>Takes exact integers, ratios and dates.
 *
 * <p>Gives printed text, and printed text read back.
 *
 * <p>Never rounds without saying how many digits.
 */
package dev.archnotes.model.number;
