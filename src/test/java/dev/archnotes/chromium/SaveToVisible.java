package dev.archnotes.chromium;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * How long it takes from saving a note to seeing it in the browser, on a copy of the real notes: prints each time, the
 * median and the worst. A program and no test, because the times are those of the machine and of what else it does.
 *
 * <p>A page that is loaded anew is visible when it was first painted and its text was complete, and one in which the
 * text is exchanged with the first frame after that; both are told by the browser's own clock.
 */
final class SaveToVisible {
    private static final String NOTE = "Generic/kv-cache.md";
    private static final String PAGE = "concepts/kv-cache/";
    private static final String OPENING = "## ";

    /** When the words are in the page and have been painted, in milliseconds since 1970; null until then. */
    private static final String SEEN = """
            if (!document.querySelector('main')?.textContent.includes(arguments[0])) return null;
            if (window.waited === arguments[0]) return window.painted ?? null;
            const paint = performance.getEntriesByName('first-contentful-paint')[0];
            const [loaded] = performance.getEntriesByType('navigation');
            if (!paint || !loaded?.domContentLoadedEventEnd) return null;
            const times = [paint.startTime, loaded.domInteractive];
            return performance.timeOrigin + Math.max(...times);
            """;

    /** Notes when the words have come into a page that stays: behind the frame that shows them. */
    private static final String WAIT = """
            const main = document.querySelector('main');
            Object.assign(window, { waited: arguments[0], painted: null });
            const observer = new MutationObserver(() => {
              if (!main.textContent.includes(window.waited)) return;
              observer.disconnect();
              requestAnimationFrame(() => {
                const { port1, port2 } = new MessageChannel();
                port1.onmessage = () => (window.painted = performance.timeOrigin + performance.now());
                port2.postMessage(null);
              });
            });
            observer.observe(main, { subtree: true, childList: true, characterData: true });
            """;

    private SaveToVisible() {}

    /** Runs so many times, 30 where nothing is said. */
    public static void main(String[] arguments) throws Exception {
        int times = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        Path folder = Files.createTempDirectory("archnotes-save");
        Path notes = folder.resolve("notes");
        copy(Path.of("notes"), notes);
        // which is published below the site
        copy(Path.of("src/manual"), folder.resolve("src/manual"));
        Process serve = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.archnotes.site.cli.Main",
                        "serve",
                        "--port",
                        "0",
                        "--notes",
                        notes.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ChromeDriver browser = Browser.started(
                Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromedriver"), folder.resolve("profile"));
        try (BufferedReader said = serve.inputReader()) {
            String line = said.readLine();
            while (!line.startsWith("The site is at ")) {
                System.out.println(line);
                line = said.readLine();
            }
            Thread drain = new Thread(() -> said.lines().forEach(System.out::println));
            drain.setDaemon(true);
            drain.start();
            browser.get(line.split(" ", -1)[4] + PAGE);
            print(measure(browser, notes.resolve(NOTE), times));
        } finally {
            browser.quit();
            serve.destroy();
            serve.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private static List<Double> measure(ChromeDriver browser, Path note, int times)
            throws IOException, InterruptedException {
        String text = Files.readString(note);
        int place = text.indexOf(OPENING);
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 1; i <= times; i++) {
            String words = "Saved for the " + i + ". time.";
            Thread.sleep(700);
            browser.executeScript(WAIT, words);
            Instant saved = Instant.now();
            Files.writeString(note, text.substring(0, place) + words + "\n\n" + text.substring(place));
            Object seen = new WebDriverWait(browser, Duration.ofMinutes(2), Duration.ofMillis(50))
                    .ignoring(RuntimeException.class)
                    .until(any -> browser.executeScript(SEEN, words));
            double time = ((Number) seen).doubleValue() - saved.toEpochMilli() - saved.getNano() % 1_000_000 / 1e6;
            System.out.printf(Locale.ROOT, "%d: %.0f ms%n", i, time);
            milliseconds.add(time);
        }
        return milliseconds;
    }

    private static void print(List<Double> milliseconds) {
        List<Double> sorted = new ArrayList<>(milliseconds);
        Collections.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "save to visible, %d times: median %.0f ms, worst %.0f ms%n",
                sorted.size(),
                (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2,
                sorted.get(sorted.size() - 1));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
