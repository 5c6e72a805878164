/**
 * Facts as text for a terminal or a Markdown page.
 *
 * <p>Takes variants with their facts.
 *
 * <p>Gives tables, printed in columns.
 *
 * <p>Never derives a figure.
 */
@NullMarked
package dev.archnotes.site.cli.report;

import org.jspecify.annotations.NullMarked;
