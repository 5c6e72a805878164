package dev.archnotes.site.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksCommandTest {
    @TempDir
    private Path folder;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private HttpServer server;
    private String root;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
        root = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        most.accumulateAndGet(now.incrementAndGet(), Math::max);
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            boolean head = exchange.getRequestMethod().equals("HEAD");
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            if (path.startsWith("/many")) {
                Thread.sleep(50);
            }
            if (path.equals("/slow")) {
                Thread.sleep(30_000);
            }
            if (path.equals("/moved") || path.equals("/circle")) {
                exchange.getResponseHeaders().set("Location", path.equals("/moved") ? "/fine" : "/circle");
            }
            byte[] body = path.equals("/wayback")
                    ? ("{\"archived_snapshots\": {\"closest\": {\"status\": \"200\", \"available\": true, \"url\": "
                                    + "\"http:\\/\\/web.archive.org\\/web\\/2020\\/x\"}}}")
                            .getBytes(StandardCharsets.UTF_8)
                    : new byte[0];
            int status = switch (path) {
                case "/gone" -> 404;
                case "/was" -> 410;
                case "/closed" -> 403;
                case "/broken" -> 500;
                case "/moved", "/circle" -> 302;
                case "/no-head" -> head ? 405 : 200;
                default -> 200;
            };
            // before the answer, after which the next question may come at once
            now.decrementAndGet();
            exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private CommandRun links(String note, String bibliography, Object... options) throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("site.yaml"), "title: Tiny notes\ntagline: For a test.\n");
        Files.writeString(notes.resolve("note.md"), note);
        if (!bibliography.isEmpty()) {
            Files.writeString(notes.resolve("references.bib"), bibliography);
        }
        List<Object> arguments =
                new ArrayList<>(List.of("links", "--notes", notes, "--cache", folder.resolve("cache")));
        arguments.addAll(List.of(options));
        return CommandRun.of(arguments.toArray());
    }

    private CommandRun online(String note, String bibliography, Object... options) throws IOException {
        List<Object> all = new ArrayList<>(
                List.of("--online", "--own-network", "--patience", "4", "--wayback", root + "/wayback?url="));
        all.addAll(List.of(options));
        return links(note, bibliography, all.toArray());
    }

    @Test
    void theAddressesAreListedWithTheirPlacesAndNobodyIsAsked() throws IOException {
        CommandRun run = links(
                "# A\n\n[b](" + root + "/b#part), [a](" + root + "/a), [b](" + root + "/b), [mail](mailto:x@y.z).\n",
                "@misc{k, title={T}, year={2020}, eprint={1706.03762}}\n\n@misc{u, title={T}, year={2020}, url={" + root
                        + "/u}}\n");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .hasSize(4)
                .anyMatch(line -> line.startsWith(root + "/a  ") && line.contains("notes/note.md:3:"))
                .anyMatch(line -> line.startsWith(root + "/b  ") && line.split(", ", -1).length == 2)
                .anyMatch(line -> line.startsWith(root + "/u  ") && line.contains("notes/references.bib:3:1"))
                .anyMatch(line -> line.startsWith("https://arxiv.org/abs/1706.03762  "));
        assertThat(asked).isEmpty();
    }

    @Test
    void whatNoLongerAnswersIsToldWithACopy() throws IOException {
        CommandRun run = online(
                "# A\n\n[a](" + root + "/gone) [b](" + root + "/moved) [c](" + root + "/closed) [d](" + root
                        + "/no-head) [e](" + root + "/circle) [f](" + root + "/slow) [g](" + root + "/broken).\n",
                "@misc{u, title={T}, year={2020}, url={" + root
                        + "/was}, note={Copy: https://web.archive.org/web/2019/was}}\n");
        assertThat(run.exit()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.out())
                .contains("gone (404): " + root + "/gone\n")
                .contains("  archived: http://web.archive.org/web/2020/x\n")
                .contains("gone (410): " + root + "/was\n")
                .contains("  archived: https://web.archive.org/web/2019/was\n")
                .contains("gone (more than 10 redirects): " + root + "/circle\n")
                .contains("gone (no answer in 4 s): " + root + "/slow\n")
                .contains("not told (403): " + root + "/closed\n")
                .contains("not told (500): " + root + "/broken\n")
                .endsWith("2 of 8 addresses answer, 4 no longer do, 2 could not be told\n");
        assertThat(asked).contains("HEAD /fine", "GET /no-head").doesNotContain("GET /fine");
    }

    @Test
    void whereAllAnswerAllIsWell() throws IOException {
        CommandRun run = online("# A\n\n[a](" + root + "/a) [b](" + root + "/closed).\n", "");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).endsWith("1 of 2 addresses answer, 0 no longer do, 1 could not be told\n");
    }

    @Test
    void aHostIsAskedByTwoAtATime() throws IOException {
        StringBuilder note = new StringBuilder("# A\n\n");
        for (int i = 0; i < 20; i++) {
            note.append('[')
                    .append(i)
                    .append("](")
                    .append(root)
                    .append("/many")
                    .append(i)
                    .append(") ");
        }
        assertThat(online(note + "\n", "").exit()).isZero();
        assertThat(asked).hasSize(20);
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    /** Notes of a stranger do not have anything asked within somebody's own network. */
    @Test
    void anAddressOfThisMachineIsNotAsked() throws IOException {
        CommandRun run = links("# A\n\n[a](" + root + "/a) [b](http://localhost:1/).\n", "", "--online");
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("not asked (an address of this machine or its network): " + root + "/a\n");
        assertThat(asked).isEmpty();
    }

    @Test
    void noOtherCommandAsksAnything() throws IOException {
        links("# A\n\n[a](" + root + "/gone) ![A picture](" + root + "/p.png).\n", "");
        Path notes = folder.resolve("notes");
        CommandRun.of("check", "--notes", notes, "--cache", folder.resolve("cache"));
        CommandRun.of(
                "build", "--notes", notes, "--cache", folder.resolve("cache"), "--output", folder.resolve("site"));
        assertThat(folder.resolve("site/note/index.html")).exists();
        assertThat(asked).isEmpty();
    }
}
