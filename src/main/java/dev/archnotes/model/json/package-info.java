/**
 * JSON, written.
 *
 * <p>Takes maps, lists, strings, numbers and booleans.
 *
 * <p>Gives JSON text, also in a browser.
 *
 * <p>Never binds a class of ours.
 */
@NullMarked
package dev.archnotes.model.json;

import org.jspecify.annotations.NullMarked;
