/** Facts as text for a terminal or a Markdown page: {@link dev.archnotes.report.Report} holds tables, the renderers print them. */
package dev.archnotes.report;
