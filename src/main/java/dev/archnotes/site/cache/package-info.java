/**
 * What is kept between builds because it takes long to make.
 *
 * <p>Takes a folder, and what was made under a key that says of what.
 *
 * <p>Gives it back to a later build.
 *
 * <p>Never fails: where nothing can be kept, nothing is lost but time.
 */
@NullMarked
package dev.archnotes.site.cache;

import org.jspecify.annotations.NullMarked;
