package dev.archnotes.markdown;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Renders TeX by Temml, and each formula once: {@code <math><msqrt>…</msqrt></math>} for {@code \sqrt{d_k}}. What was rendered is kept in a
 * folder, under the hash of Temml's script, mode and TeX; the engine starts with the first formula that is not there. Any thread may ask;
 * formulas that have to be rendered are rendered one after the other.
 */
public final class TemmlMath implements MathRenderer, AutoCloseable {

    private static final String RESOURCE = "/web/temml.min.js";
    private static final String FILE = "formulas.txt";

    private final String script;
    private final String scriptHash;
    private final FormulaCache cache;
    private TemmlEngine engine;

    /**
     * A renderer with a script of Temml and a folder to keep formulas in.
     *
     * @param script the text of {@code temml.min.js}
     */
    public TemmlMath(String script, Path cacheFolder) {
        this.script = script;
        this.scriptHash = FormulaCache.key(script);
        this.cache = new FormulaCache(cacheFolder.resolve(FILE));
    }

    /** A renderer with the script that is part of the program. */
    public static TemmlMath withCache(Path cacheFolder) {
        try (InputStream script = TemmlMath.class.getResourceAsStream(RESOURCE)) {
            if (script == null) {
                throw new IllegalStateException("the program was built without " + RESOURCE + ", so it cannot render formulas");
            }
            return new TemmlMath(new String(script.readAllBytes(), StandardCharsets.UTF_8), cacheFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MathResult render(String tex, boolean display) {
        String key = FormulaCache.key(scriptHash, display ? "display" : "inline", tex);
        String known = cache.get(key);
        return known != null ? new MathResult.Rendered(known) : renderNew(key, tex, display);
    }

    private synchronized MathResult renderNew(String key, String tex, boolean display) {
        String known = cache.get(key);
        if (known != null) {
            return new MathResult.Rendered(known);
        }
        MathResult result = run(tex, display);
        if (result instanceof MathResult.Rendered rendered) {
            cache.put(key, rendered.mathml());
        }
        return result;
    }

    /** An engine that breaks down is thrown away, so that one formula cannot spoil those behind it. */
    private MathResult run(String tex, boolean display) {
        if (engine == null) {
            engine = new TemmlEngine(script);
        }
        try {
            MathResult result = engine.render(tex, display);
            return result != null ? result : new MathResult.Failed("the formula cannot be read", 0);
        } catch (RuntimeException | StackOverflowError e) {
            close();
            return new MathResult.Failed("the formula is too much for the engine that reads it", 0);
        }
    }

    /** Whether a formula had to be rendered, so that the engine is running. */
    synchronized boolean isRunning() {
        return engine != null;
    }

    @Override
    public synchronized void close() {
        if (engine != null) {
            TemmlEngine stopping = engine;
            engine = null;
            stopping.close();
        }
    }
}
