/**
 * JSON schemas of what authors write and of what commands print, for editors and programs.
 *
 * <p>Takes the keys that the readers ask for.
 *
 * <p>Gives schemas.
 *
 * <p>Never lists a key itself.
 */
@NullMarked
package dev.archnotes.site.schema;

import org.jspecify.annotations.NullMarked;
