package dev.archnotes.site.markdown.math;

import dev.archnotes.site.cache.CacheKey;
import dev.archnotes.site.cache.TextCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Renders TeX by Temml, and each formula once: {@code <math><msqrt>…</msqrt></math>} for {@code \sqrt{d_k}}. What was
 * rendered is kept in a folder, under the hash of Temml's script, mode and TeX; the engine starts with the first
 * formula that is not there. Any thread may ask; formulas that have to be rendered are rendered one after the other,
 * unless they were announced by {@link #prepare}.
 */
public final class TemmlMath implements MathRenderer {

    private static final String RESOURCE = "/web/temml.min.js";
    private static final String FILE = "formulas.txt";

    /** Part of the keys; another one when {@link MathMl} gives something else for the same formula. */
    private static final String FORM = "classes-1";

    /** So many formulas take as long as the start of an engine. */
    private static final int WORTH_AN_ENGINE = 50;

    private final String script;
    private final String scriptHash;
    private final CompletableFuture<TextCache> cache;
    private @Nullable TemmlEngine engine;

    /**
     * A renderer with a script of Temml and a folder to keep formulas in.
     *
     * @param script the text of {@code temml.min.js}
     */
    public TemmlMath(String script, Path cacheFolder) {
        this.script = script;
        this.scriptHash = CacheKey.of(FORM, script);
        this.cache = CompletableFuture.supplyAsync(() -> new TextCache(cacheFolder.resolve(FILE)));
    }

    /** A renderer with the script that is part of the program. */
    public static TemmlMath withCache(Path cacheFolder) {
        try (InputStream script = TemmlMath.class.getResourceAsStream(RESOURCE)) {
            if (script == null) {
                throw new IllegalStateException(
                        "the program was built without " + RESOURCE + ", so it cannot render formulas");
            }
            return new TemmlMath(new String(script.readAllBytes(), StandardCharsets.UTF_8), cacheFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Renders what is not known yet with an engine for each processor, where it is enough to be worth the start of a
     * second one.
     */
    @Override
    public void prepare(Collection<MathSnippet> formulas) {
        Map<String, MathSnippet> missing = new LinkedHashMap<>();
        for (MathSnippet formula : formulas) {
            String key = key(formula.tex(), formula.display());
            if (cache.join().get(key) == null
                    && FormulaBounds.beyond(formula.tex()).isEmpty()) {
                missing.putIfAbsent(key, formula);
            }
        }
        int engines =
                Math.min(missing.size() / WORTH_AN_ENGINE, Runtime.getRuntime().availableProcessors());
        if (engines > 1) {
            Queue<Map.Entry<String, MathSnippet>> queue = new ConcurrentLinkedQueue<>(missing.entrySet());
            ExecutorService threads = Executors.newFixedThreadPool(engines);
            try {
                threads.invokeAll(Collections.nCopies(engines, Executors.callable(() -> renderAll(queue))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** What cannot be read stays out of the cache and is reported when it is asked for. */
    private void renderAll(Queue<Map.Entry<String, MathSnippet>> queue) {
        TemmlEngine second = new TemmlEngine(script);
        Map.Entry<String, MathSnippet> next = queue.poll();
        while (next != null && !Thread.currentThread().isInterrupted()) {
            MathSnippet formula = next.getValue();
            try {
                if (second.render(formula.tex(), formula.display()) instanceof MathResult.Rendered rendered) {
                    cache.join().put(next.getKey(), rendered.mathml());
                }
            } catch (RuntimeException | StackOverflowError brokenDown) {
                second = new TemmlEngine(script);
            }
            next = queue.poll();
        }
    }

    @Override
    public MathResult render(String tex, boolean display) {
        Optional<MathResult.Failed> beyond = FormulaBounds.beyond(tex);
        if (beyond.isPresent()) {
            return beyond.get();
        }
        String key = key(tex, display);
        String known = cache.join().get(key);
        return known != null ? new MathResult.Rendered(known) : renderNew(key, tex, display);
    }

    private String key(String tex, boolean display) {
        return CacheKey.of(scriptHash, display ? "display" : "inline", tex);
    }

    private synchronized MathResult renderNew(String key, String tex, boolean display) {
        String known = cache.join().get(key);
        if (known != null) {
            return new MathResult.Rendered(known);
        }
        MathResult result = run(tex, display);
        if (result instanceof MathResult.Rendered rendered) {
            cache.join().put(key, rendered.mathml());
        }
        return result;
    }

    /** An engine that breaks down is thrown away, so that one formula cannot spoil those behind it. */
    synchronized MathResult run(String tex, boolean display) {
        if (engine == null) {
            engine = new TemmlEngine(script);
        }
        try {
            return engine.render(tex, display);
        } catch (RuntimeException | StackOverflowError e) {
            engine = null;
            return new MathResult.Failed("the formula is too much for the engine that reads it", 0);
        }
    }
}
