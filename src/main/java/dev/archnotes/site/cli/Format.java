package dev.archnotes.site.cli;

/** How a command prints what it found. */
enum Format {
    table,
    json,
    csv,
    markdown
}
