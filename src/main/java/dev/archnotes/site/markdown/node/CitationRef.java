package dev.archnotes.site.markdown.node;

import dev.archnotes.model.diagnostic.Location;

/**
 * A reference to the bibliography, alone or in a group such as {@code [@deepseek2024v3, section 3.2; @llama3]}.
 *
 * @param key {@code deepseek2024v3}
 * @param locator {@code section 3.2}; empty where there is none
 * @param location where the key is written, behind its {@code @}
 */
public record CitationRef(String key, String locator, Location location) {}
