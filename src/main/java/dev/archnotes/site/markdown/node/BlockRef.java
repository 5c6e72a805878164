package dev.archnotes.site.markdown.node;

import dev.archnotes.model.diagnostic.Location;

/**
 * A fenced block that the generator draws.
 *
 * <pre>
 * ```memory
 * models: [deepseek-v3-671b]
 * caption: The cache against the context.
 * ```
 * </pre>
 *
 * @param body the YAML between the fences
 * @param opening where the kind is written, behind the fence
 * @param location where the body's first character is written; its other lines begin in the same column
 */
public record BlockRef(BlockKind kind, String body, Location opening, Location location) {}
