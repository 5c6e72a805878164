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
import java.util.concurrent.ConcurrentHashMap;
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

    /** Part of the keys; another one when {@link MathMl} or its check gives something else for the same formula. */
    private static final String FORM = "classes-2";

    /** So many formulas take as long as the start of an engine. */
    private static final int WORTH_AN_ENGINE = 50;

    /** So many different formulas of a site are read: some ten seconds of work. */
    private static final int MOST_FORMULAS = 20_000;

    /** So many characters of them all: formulas that are longer take longer. */
    private static final int MOST_CHARACTERS = 1_000_000;

    /** So many formulas may be stopped, each of which takes seconds. */
    private static final int MOST_STOPPED = 4;

    private static final MathResult.Failed BROKEN_DOWN =
            new MathResult.Failed("the formula is too much for the engine that reads it", 0);

    private final String script;
    private final String scriptHash;
    private final CompletableFuture<TextCache> cache;
    private final Map<String, MathResult.Failed> failed = new ConcurrentHashMap<>();
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
     * Renders what is not known yet, with an engine for each processor where it is enough to be worth the start of a
     * second one. Which formulas are not read at all, because there are too many before them, depends on their order
     * alone.
     */
    @Override
    public void prepare(Collection<MathSnippet> formulas) {
        Map<String, MathSnippet> announced = new LinkedHashMap<>();
        formulas.forEach(formula -> announced.putIfAbsent(key(formula.tex(), formula.display()), formula));
        Queue<Map.Entry<String, MathSnippet>> missing = new ConcurrentLinkedQueue<>();
        int count = 0;
        long characters = 0;
        for (Map.Entry<String, MathSnippet> formula : announced.entrySet()) {
            count++;
            if (FormulaBounds.beyond(formula.getValue().tex()).isPresent()) {
                continue;
            }
            characters += formula.getValue().tex().length();
            if (count > MOST_FORMULAS) {
                failed.put(
                        formula.getKey(), new MathResult.Failed(MOST_FORMULAS + " other formulas stand before it", 0));
            } else if (characters > MOST_CHARACTERS) {
                failed.put(
                        formula.getKey(),
                        new MathResult.Failed(MOST_CHARACTERS + " characters of formulas stand before it", 0));
            } else if (cache.join().get(formula.getKey()) == null) {
                missing.add(formula);
            }
        }
        int worth = Math.max(1, missing.size() / WORTH_AN_ENGINE);
        int engines = Math.min(worth, Runtime.getRuntime().availableProcessors());
        if (!missing.isEmpty()) {
            ExecutorService threads = Executors.newFixedThreadPool(engines);
            try {
                threads.invokeAll(Collections.nCopies(engines, Executors.callable(() -> renderAll(missing))));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                threads.shutdownNow();
            }
        }
        leaveOut(announced.keySet());
    }

    /** The formulas behind too many that were stopped are not read. */
    private void leaveOut(Collection<String> announced) {
        int stopped = 0;
        for (String key : announced) {
            if (stopped >= MOST_STOPPED) {
                failed.put(key, new MathResult.Failed("too many formulas before it take too many steps", 0));
            } else if (TemmlEngine.TOO_MANY_STEPS.equals(failed.get(key))) {
                stopped++;
            }
        }
    }

    /** Takes formulas from a queue in their order, until too many had to be stopped. */
    private void renderAll(Queue<Map.Entry<String, MathSnippet>> queue) {
        TemmlEngine own = new TemmlEngine(script);
        Map.Entry<String, MathSnippet> next = queue.poll();
        while (next != null && !Thread.currentThread().isInterrupted()) {
            MathSnippet formula = next.getValue();
            try {
                keep(next.getKey(), own.render(formula.tex(), formula.display()));
            } catch (RuntimeException | StackOverflowError brokenDown) {
                keep(next.getKey(), BROKEN_DOWN);
                own = new TemmlEngine(script);
            }
            long stopped = failed.values().stream()
                    .filter(TemmlEngine.TOO_MANY_STEPS::equals)
                    .count();
            next = stopped < MOST_STOPPED ? queue.poll() : null;
        }
    }

    private MathResult keep(String key, MathResult result) {
        if (result instanceof MathResult.Rendered rendered) {
            cache.join().put(key, rendered.mathml());
        } else if (result instanceof MathResult.Failed wrong) {
            failed.put(key, wrong);
        }
        return result;
    }

    @Override
    public MathResult render(String tex, boolean display) {
        Optional<MathResult.Failed> beyond = FormulaBounds.beyond(tex);
        if (beyond.isPresent()) {
            return beyond.get();
        }
        String key = key(tex, display);
        MathResult wrong = failed.get(key);
        if (wrong != null) {
            return wrong;
        }
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
        return keep(key, run(tex, display));
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
            return BROKEN_DOWN;
        }
    }
}
