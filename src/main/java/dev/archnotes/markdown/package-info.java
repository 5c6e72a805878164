/**
 * The notes' Markdown: {@link dev.archnotes.markdown.FrontMatterSplit} cuts a file in two, {@link dev.archnotes.markdown.MarkdownDialect}
 * reads the text once and tells everything that others need to know of it, {@link dev.archnotes.markdown.MarkdownDocument} holds that
 * and gives the HTML when asked.
 */
package dev.archnotes.markdown;
