package dev.archnotes.chromium;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Starts one browser for all browser tests. Where there is none the tests are skipped and say so, unless the system
 * property {@code browser.required} is true, in which case they fail.
 */
final class ChromiumExtension implements BeforeAllCallback, ParameterResolver {
    private static final List<String> BINARIES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> binary = existing(BINARIES.stream());
        Optional<Path> driver = existing(Stream.concat(
                Stream.ofNullable(System.getenv("CHROMEWEBDRIVER")).map(folder -> folder + "/chromedriver"),
                Stream.of("/usr/bin/chromedriver")));
        if (binary.isEmpty() || driver.isEmpty()) {
            String message =
                    "Browser tests need Chromium and its driver (apt-get install chromium chromium-driver); missing: "
                            + (binary.isEmpty() ? "chromium " : "") + (driver.isEmpty() ? "chromedriver" : "");
            if (Boolean.getBoolean("browser.required")) {
                throw new IllegalStateException(message);
            }
            System.err.println("SKIPPED " + context.getDisplayName() + ". " + message);
            throw new TestAbortedException(message);
        }
        store(context).computeIfAbsent(Browser.class, key -> start(binary.get(), driver.get()), Browser.class);
    }

    private static Optional<Path> existing(Stream<String> candidates) {
        return candidates.map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static Browser start(Path binary, Path driver) {
        try {
            return new Browser(binary, driver, Files.createTempDirectory("archnotes-browser"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The store of the whole run, which closes the browser at its end. */
    private static ExtensionContext.Store store(ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(ChromiumExtension.class));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return store(context).get(Browser.class, Browser.class);
    }
}
