package dev.archnotes.site.markdown.math;

import java.util.concurrent.CompletableFuture;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ContextFactory;
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

    /** The answer to a formula that was stopped. */
    static final MathResult.Failed TOO_MANY_STEPS =
            new MathResult.Failed("the formula takes too many steps to be read", 0);

    private static final CountingFactory FACTORY = new CountingFactory();

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
        FACTORY.restart(tex.length());
        try (Context context = enter()) {
            Scriptable answer = (Scriptable) render.call(context, global, global, new Object[] {tex, display});
            if (ScriptableObject.hasProperty(answer, "html")) {
                return MathMl.withoutStyles(Context.toString(ScriptableObject.getProperty(answer, "html")));
            }
            String message = TemmlMessage.tidy(Context.toString(ScriptableObject.getProperty(answer, "message")));
            return new MathResult.Failed(
                    message, (int) Context.toNumber(ScriptableObject.getProperty(answer, "position")));
        } catch (TooMuch stopped) {
            return TOO_MANY_STEPS;
        }
    }

    /**
     * Counts the steps of the script, and stops it at the same one on every machine. A formula may define what it
     * repeats, and so ask in a few characters for more than any machine can do.
     */
    private static final class CountingFactory extends ContextFactory {
        /** Any formula takes some steps, however short. */
        private static final long STEPS_TO_BEGIN = 500_000;

        /**
         * More than ordinary formulas take for each character, in which a thin space is the most expensive; a
         * definition that repeats what it is given takes many times that.
         */
        private static final long STEPS_A_CHARACTER = 60_000;

        /** Twice what the longest formula takes without definitions. */
        private static final long MOST_STEPS = 100_000_000;

        private static final int STEPS_BETWEEN_LOOKS = 10_000;

        /** What is left. The script itself is loaded without a bound. */
        private final ThreadLocal<Long> steps = ThreadLocal.withInitial(() -> Long.MAX_VALUE);

        void restart(int length) {
            steps.set(Math.min(MOST_STEPS, STEPS_TO_BEGIN + length * STEPS_A_CHARACTER));
        }

        @Override
        protected Context makeContext() {
            Context context = super.makeContext();
            context.setInstructionObserverThreshold(STEPS_BETWEEN_LOOKS);
            return context;
        }

        @Override
        protected void observeInstructionCount(Context context, int more) {
            long left = steps.get() - more;
            steps.set(left);
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }

    /** No error of the script: it cannot be caught there. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooMuch() {
            super("too many steps", null, false, false);
        }
    }

    /** Compiled to classes, the script would take longer: few of its functions run often enough. */
    private static Context enter() {
        Context context = FACTORY.enterContext();
        context.setLanguageVersion(Context.VERSION_ECMASCRIPT);
        context.setInterpretedMode(true);
        context.setMaximumInterpreterStackDepth(STACK_DEPTH);
        return context;
    }
}
