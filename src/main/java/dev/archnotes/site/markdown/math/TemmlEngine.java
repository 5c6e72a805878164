package dev.archnotes.site.markdown.math;

import java.util.concurrent.CompletableFuture;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Function;
import org.mozilla.javascript.Scriptable;
import org.mozilla.javascript.ScriptableObject;

/**
 * Temml in a JavaScript engine of its own, for one thread at a time. Starting it takes a moment, a formula a few
 * milliseconds.
 */
final class TemmlEngine {

    private static final String RENDER = """
            (function (tex, display) {
              try {
                return { html: temml.renderToString(tex, { displayMode: display, throwOnError: true }) };
              } catch (e) {
                return { message: String(e.message || e), position: e.position | 0 };
              }
            })
            """;

    /** Deep enough for any formula that a person writes. */
    private static final int STACK_DEPTH = 10_000;

    private static final long STACK_BYTES = 16L << 20;

    private final ScriptableObject global;
    private final Function render;

    TemmlEngine(String script) {
        // the compiler of the script goes one call deeper for each expression within another, which is too deep for the
        // stack that a thread has by itself
        CompletableFuture<Loaded> loaded = new CompletableFuture<>();
        Runnable work = () -> loaded.completeAsync(() -> load(script), Runnable::run);
        new Thread(null, work, "temml", STACK_BYTES).start();
        global = loaded.join().global();
        render = loaded.join().render();
    }

    private record Loaded(ScriptableObject global, Function render) {}

    private static Loaded load(String script) {
        try (Context context = enter()) {
            ScriptableObject global = context.initSafeStandardObjects();
            context.evaluateString(global, "var self = globalThis;\n" + script, "temml", 0, null);
            return new Loaded(global, (Function) context.evaluateString(global, RENDER, "render", 1, null));
        }
    }

    MathResult render(String tex, boolean display) {
        try (Context context = enter()) {
            Scriptable answer = (Scriptable) render.call(context, global, global, new Object[] {tex, display});
            if (ScriptableObject.hasProperty(answer, "html")) {
                return MathMl.withoutStyles(Context.toString(ScriptableObject.getProperty(answer, "html")));
            }
            String message = TemmlMessage.tidy(Context.toString(ScriptableObject.getProperty(answer, "message")));
            return new MathResult.Failed(
                    message, (int) Context.toNumber(ScriptableObject.getProperty(answer, "position")));
        }
    }

    /** Compiled to classes, the script would take longer: few of its functions run often enough. */
    private static Context enter() {
        Context context = Context.enter();
        context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        context.setInterpretedMode(true);
        context.setMaximumInterpreterStackDepth(STACK_DEPTH);
        return context;
    }
}
