/**
 * The pages of the site as values.
 *
 * <p>Takes what the planners decided.
 *
 * <p>Gives records that templates print.
 *
 * <p>Never derives or looks up anything.
 */
@NullMarked
package dev.archnotes.site.page;

import org.jspecify.annotations.NullMarked;
