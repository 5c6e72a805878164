package dev.archnotes.chromium;

import dev.archnotes.real.RealSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Chromium with the real site in front of it, from a server below a path or from a folder. */
final class Browser implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONG_SCRIPTS = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final SiteServer server;
    private final Path folder;

    /**
     * Starts a browser and a server.
     *
     * @param binary the browser's program
     * @param driverProgram the program that drives it
     * @param profile an empty folder for its profile
     */
    Browser(Path binary, Path driverProgram, Path profile) throws IOException {
        folder = RealSite.get().folder();
        server = new SiteServer(folder, RealSite.get().basePath());
        driver = started(binary, driverProgram, profile);
        driver.manage().timeouts().scriptTimeout(LONG_SCRIPTS);
    }

    /** A browser that shows nothing yet. */
    static ChromeDriver started(Path binary, Path driverProgram, Path profile) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(binary.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        logs.enable(LogType.PERFORMANCE, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        return new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(driverProgram.toFile())
                        .build(),
                options);
    }

    ChromeDriver driver() {
        return driver;
    }

    /** The address of the site's root on the server. */
    String root() {
        return server.root();
    }

    /** The address of the site's root as a folder. */
    String folderRoot() {
        return folder.toUri().toString();
    }

    /** Brings back a desktop window in light colors with scripts on, nothing stored, and logs that say nothing yet. */
    void reset() {
        scripts(true);
        touchScreen(false);
        media("", "light");
        size(1280, 900);
        open("404.html");
        run("localStorage.clear(); sessionStorage.clear()");
        consoleErrors();
        requests();
    }

    /** Opens a page of the served site and waits until it stands still. */
    void open(String path) {
        driver.get(root() + path);
        settle();
    }

    /** Opens a file of the site from its folder. */
    void openFile(String file) {
        driver.get(folder.resolve(file).toUri().toString());
        settle();
    }

    /**
     * Waits for fonts, and until no transition runs: one that ends may start another in the elements that inherit its
     * value.
     */
    void settle() {
        driver.executeAsyncScript(script("settle"));
    }

    /** The script of a name in {@code src/test/resources/browser}: the body of a function. */
    static String script(String name) {
        try (InputStream in = Browser.class.getResourceAsStream("/browser/" + name + ".js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** The strings that a script returns. */
    List<String> strings(String script, Object... arguments) {
        return ((List<?>) driver.executeScript(script, arguments))
                .stream().map(String::valueOf).toList();
    }

    WebElement element(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /** Waits until a condition holds; an element that leaves the page while it is looked at is looked for again. */
    <T> T await(String what, ExpectedCondition<T> condition) {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(what)
                .until(condition);
    }

    /** Waits until an element is displayed. */
    WebElement awaitShown(String selector) {
        return await(
                selector + " is shown",
                any -> elements(selector).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    /** Waits until no such element is displayed. */
    void awaitGone(String selector) {
        await(selector + " is gone", any -> elements(selector).stream().noneMatch(WebElement::isDisplayed));
    }

    /** Presses keys where the focus is. */
    void press(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    /** Presses a key together with Control. */
    void pressWithControl(String key) {
        press(Keys.chord(Keys.CONTROL, key));
    }

    /** Makes the viewport this large. */
    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** Sets the medium, empty for the screen, and the color scheme that the reader prefers. */
    void media(String medium, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        medium,
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", scheme),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    }

    /** Whether the screen is touched instead of pointed at. */
    void touchScreen(boolean on) {
        driver.executeCdpCommand("Emulation.setTouchEmulationEnabled", Map.of("enabled", on));
    }

    /** Puts a finger on the screen, draws it up by so many pixels, none for a tap, and lifts it. */
    void touch(int x, int y, int up) {
        driver.executeCdpCommand(
                "Input.dispatchTouchEvent",
                Map.of("type", "touchStart", "touchPoints", List.of(Map.of("x", x, "y", y))));
        for (int moved = 20; moved <= up; moved += 20) {
            driver.executeCdpCommand(
                    "Input.dispatchTouchEvent",
                    Map.of("type", "touchMove", "touchPoints", List.of(Map.of("x", x, "y", y - moved))));
        }
        driver.executeCdpCommand("Input.dispatchTouchEvent", Map.of("type", "touchEnd", "touchPoints", List.of()));
    }

    /** Whether scripts of pages run. */
    void scripts(boolean on) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    /** The errors on the console since the last call. */
    List<String> consoleErrors() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(LogEntry::getMessage)
                .map(message -> message.length() > 200 ? message.substring(0, 200) + "…" : message)
                .distinct()
                .toList();
    }

    /** The addresses that were asked for since the last call. */
    List<URI> requests() {
        JsonMapper json = JsonMapper.builder().build();
        List<URI> requests = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE).getAll()) {
            JsonNode message = json.readTree(entry.getMessage()).path("message");
            if (message.path("method").asString("").equals("Network.requestWillBeSent")) {
                requests.add(URI.create(
                        message.path("params").path("request").path("url").asString()));
            }
        }
        return requests;
    }

    @Override
    public void close() {
        driver.quit();
        server.close();
    }
}
