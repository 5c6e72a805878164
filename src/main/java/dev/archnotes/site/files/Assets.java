package dev.archnotes.site.files;

import dev.archnotes.site.page.Needs;
import dev.archnotes.site.page.Paths;
import dev.archnotes.site.write.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Style sheet, scripts and fonts, as the build put them into the jar; {@code assets.txt} lists them. */
final class Assets {
    private static final String FOLDER = "/web/";
    /** Read by the generator, not by the site. */
    private static final List<String> GENERATORS_OWN = List.of("temml.min.js", "outlines.txt", "serve.js");

    /** Compiled from Java after the listing was written. */
    private static final List<String> COMPILED = List.of(
            "calc.js",
            "details.js",
            "config.js",
            "config-block.js",
            "config-qwen.js",
            "config-mixture.js",
            "config-gemma.js",
            "config-window.js",
            "config-latent.js",
            "config-hybrid.js",
            "headers.js",
            "mechanisms-attention.js",
            "mechanisms-network.js",
            "mechanisms-cost.js",
            "mechanisms-steps.js");

    /** What computes and compares models, and what pages with models load when a reader asks for it. */
    private static final List<String> OF_MODELS = List.of(
            "details.js",
            "tray.js",
            "tray.css",
            "versus.js",
            "calc.js",
            "ahead.js",
            "calculator.js",
            "compare.js",
            "config.js",
            "config-block.js",
            "config-qwen.js",
            "config-mixture.js",
            "config-gemma.js",
            "config-window.js",
            "config-latent.js",
            "config-hybrid.js",
            "headers.js");

    private Assets() {}

    /**
     * The files that a site needs.
     *
     * @param models whether it has any models
     * @param needs what its pages need
     */
    static List<OutputFile> files(boolean models, Needs needs) throws IOException {
        Set<String> spared = new HashSet<>(models ? List.of() : OF_MODELS);
        needs.without().styleFiles().forEach(spared::add);
        for (Needs.Script script : needs.without().scripts()) {
            spared.addAll(script.files());
        }
        List<OutputFile> files = new ArrayList<>();
        for (String path :
                new String(read("assets.txt"), StandardCharsets.UTF_8).lines().toList()) {
            if (!GENERATORS_OWN.contains(path) && !spared.contains(path)) {
                files.add(new OutputFile(Paths.ASSETS + path, read(path)));
            }
        }
        for (String script : COMPILED) {
            if (!spared.contains(script)) {
                files.add(new OutputFile(Paths.ASSETS + script, read(script)));
            }
        }
        return files;
    }

    static byte[] read(String path) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(FOLDER + path)) {
            if (in == null) {
                throw new IOException("the jar lacks " + FOLDER + path + "; build it again");
            }
            return in.readAllBytes();
        }
    }
}
