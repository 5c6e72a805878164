/**
 * Numbers and dates as people write them: units, digits, ratios in words.
 *
 * <p>Takes exact integers, ratios and dates.
 *
 * <p>Gives printed text, and printed text read back.
 *
 * <p>Never rounds without saying how many digits.
 */
@NullMarked
package dev.archnotes.model.number;

import org.jspecify.annotations.NullMarked;
