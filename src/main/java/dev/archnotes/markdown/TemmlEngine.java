package dev.archnotes.markdown;

import io.roastedroot.quickjs4j.core.Builtins;
import io.roastedroot.quickjs4j.core.Engine;
import java.io.ByteArrayOutputStream;

/** Temml in a JavaScript engine of its own, for one thread at a time. Starting it takes a second or two, a formula 10 to 50 ms. */
final class TemmlEngine implements AutoCloseable {

    /** An exception that left the script would end the engine, so it goes out as a message. */
    private static final String RENDER =
            """
            (() => {
              try {
                const display = archnotes.display() === 1;
                const html = temml.renderToString(archnotes.tex(), { displayMode: display, throwOnError: true });
                archnotes.rendered(html);
              } catch (e) {
                archnotes.position(Number.isInteger(e.position) ? e.position : 0);
                archnotes.failed(String(e.message ?? e));
              }
            })()
            """;

    private final Engine engine;
    private final int render;

    private String tex = "";
    private boolean display;
    private int position;
    private MathResult result;

    TemmlEngine(String script) {
        Builtins builtins = Builtins.builder("archnotes")
                .addVoidToString("tex", () -> tex)
                .addVoidToInt("display", () -> display ? 1 : 0)
                .addStringToVoid("rendered", html -> result = new MathResult.Rendered(html))
                .addIntToVoid("position", index -> position = index)
                .addStringToVoid("failed", message -> result = new MathResult.Failed(TemmlMessage.tidy(message), position))
                .build();
        engine = Engine.builder()
                .addBuiltins(builtins)
                .withStdout(new ByteArrayOutputStream())
                .withStderr(new ByteArrayOutputStream())
                .build();
        engine.exec(engine.compile("globalThis.self = globalThis;\n" + script + "\n;globalThis.temml = temml;"));
        render = engine.compile(RENDER);
    }

    MathResult render(String formula, boolean onItsOwnLines) {
        tex = formula;
        display = onItsOwnLines;
        result = null;
        engine.exec(render);
        return result;
    }

    @Override
    public void close() {
        engine.close();
    }
}
