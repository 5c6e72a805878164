package dev.archnotes.site.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.archnotes.site.content.SiteSettings;
import dev.archnotes.site.write.OutputFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewServerTest {
    @TempDir
    private static Path place;

    private static ServedNotes notes;

    @BeforeAll
    static void serve() throws IOException {
        notes = new ServedNotes(place);
    }

    @AfterAll
    static void end() throws Exception {
        notes.close();
    }

    /** A page of somebody else whose name leads to this machine is told nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:4040",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example:127.0.0.1",
                "1270.0.0.1",
                ""
            })
    void anyOtherHostIsRefused(String host) throws IOException {
        for (String path : new String[] {"/sub/", "/.archnotes/events", "/.archnotes/serve.js"}) {
            assertThat(notes.answer("GET", path, host))
                    .startsWith("HTTP/1.1 403 ")
                    .doesNotContain("Tiny notes")
                    .doesNotContain("data:");
        }
    }

    @Test
    void aRequestWithTwoHostsOrNoneIsRefused() throws IOException {
        for (String hosts : new String[] {"", "Host: localhost\r\nHost: evil.example\r\n"}) {
            try (Socket socket = notes.asked("GET /sub/ HTTP/1.1\r\n" + hosts + "Connection: close\r\n\r\n")) {
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 40")
                        .doesNotContain("Tiny notes");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8000", "127.0.0.1:1", "[::1]:4040", "192.168.0.7"})
    void thisMachineMayBeCalled(String host) throws IOException {
        assertThat(notes.answer("GET", "/sub/", host)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void theNameThatTheAuthorGaveMayBeCalled() {
        assertThat(new HostNames("Desk.example").allow("desk.example:4040")).isTrue();
        assertThat(new HostNames("0.0.0.0").allow("desk.example:4040")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../notes/site.yaml",
                "/sub/../../notes/site.yaml",
                "/sub/%2e%2e/notes/site.yaml",
                "/sub/%2E%2E/notes/site.yaml",
                "/sub/.%2e/notes/site.yaml",
                "/sub/..%2fnotes%2fsite.yaml",
                "/sub/%2e%2e%2fnotes%2fsite.yaml",
                "/sub/..%5cnotes%5csite.yaml",
                "/sub/%252e%252e/notes/site.yaml",
                "/sub/guide%2ffirst/",
                "/sub/./guide/first/",
                "/sub/%00",
                "/sub//etc/passwd",
                "//etc/passwd",
                "/etc/passwd",
                "/notes/site.yaml",
                "/sub/notes/site.yaml",
                "/sub/guide/first.md"
            })
    void whatIsNotInTheSiteIsRefused(String path) throws IOException {
        assertThat(notes.get(path))
                .matches("(?s)HTTP/1.1 40[04] .*")
                .doesNotContain("base_url")
                .doesNotContain("Old words")
                .doesNotContain("root:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS"})
    void nothingIsTaken(String method) throws IOException {
        assertThat(notes.answer(method, "/sub/", "localhost")).startsWith("HTTP/1.1 405 ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/sub/ | 200 | text/html; charset=utf-8",
                "/sub/guide/first/index.html | 200 | text/html; charset=utf-8",
                "/sub/nothing/ | 404 | text/html; charset=utf-8",
                "/sub/assets/site.css | 200 | text/css; charset=utf-8",
                "/sub/assets/site.js | 200 | text/javascript; charset=utf-8",
                "/sub/assets/icon.svg | 200 | image/svg+xml",
                "/sub/assets/fonts/math.woff2 | 200 | font/woff2",
                "/sub/sitemap.xml | 200 | application/xml",
                "/sub/robots.txt | 200 | text/plain; charset=utf-8",
                "/.archnotes/serve.js | 200 | text/javascript; charset=utf-8"
            })
    void eachFileHasItsTypeAndIsKeptByNobody(String path, int status, String type) throws IOException {
        assertThat(notes.get(path))
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("\r\ncontent-type: " + type + "\r\n")
                .containsIgnoringCase("\r\ncache-control: no-store\r\n")
                .containsIgnoringCase("\r\nx-content-type-options: nosniff\r\n")
                .containsIgnoringCase("\r\ncross-origin-resource-policy: same-origin\r\n");
    }

    @ParameterizedTest
    @CsvSource({"/, /sub/", "/sub, /sub/", "/sub/guide/first, /sub/guide/first/"})
    void aFolderIsLedTo(String path, String target) throws IOException {
        assertThat(notes.get(path))
                .startsWith("HTTP/1.1 302 ")
                .containsIgnoringCase("\r\nlocation: " + target + "\r\n");
    }

    @Test
    void theHeadOfAPageSaysHowLongItIs() throws IOException {
        String page = notes.get("/sub/");
        int length = page.substring(page.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.UTF_8).length;
        assertThat(notes.answer("HEAD", "/sub/", "localhost"))
                .containsIgnoringCase("\r\ncontent-length: " + length + "\r\n")
                .endsWith("\r\n\r\n");
    }

    /** What is served is what is built, but for the one script of the server's own. */
    @Test
    void theServedFilesAreThoseOfABuild() throws IOException {
        Map<String, byte[]> built = notes.build().render(SiteSettings.Addresses.NONE).files().stream()
                .collect(Collectors.toMap(OutputFile::path, OutputFile::bytes));
        ShownSite site = notes.preview().showing().site().orElseThrow();
        Answers answers = new Answers(new HostNames(HostNames.LOOPBACK), PageScript.bytes());
        int pages = 0;
        for (Map.Entry<String, byte[]> file : built.entrySet()) {
            byte[] served = answers.answer(
                            "/sub/" + file.getKey(), notes.preview().showing())
                    .body();
            if (file.getKey().endsWith(".html")) {
                pages++;
                String page = new String(served, StandardCharsets.UTF_8);
                String element = PageScript.element(site.version(), site.print("/sub/" + file.getKey()));
                assertThat(page).containsOnlyOnce(element);
                served = page.replace(element, "").getBytes(StandardCharsets.UTF_8);
            }
            assertThat(served).as(file.getKey()).isEqualTo(file.getValue());
        }
        assertThat(pages).isGreaterThan(2);
    }

    /** A page gets no script that its own security policy would not run. */
    @Test
    void theScriptIsAFileOfTheServersOwn() throws IOException {
        assertThat(notes.get("/sub/"))
                .contains("script-src &#39;self&#39;", "connect-src &#39;self&#39;")
                .contains("<script src=\"/.archnotes/serve.js\" data-events=\"/.archnotes/events\" data-version=\"");
        assertThat(notes.build().render(SiteSettings.Addresses.NONE).files())
                .noneMatch(file -> file.path().contains("serve.js"))
                .noneMatch(file -> new String(file.bytes(), StandardCharsets.ISO_8859_1).contains(".archnotes/"));
    }

    @Test
    void anOpenPageIsToldOfEachChangeAndKeepsTheLastGoodSite() throws IOException {
        try (Socket page = notes.asked("GET /.archnotes/events HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            BufferedReader events =
                    new BufferedReader(new InputStreamReader(page.getInputStream(), StandardCharsets.UTF_8));
            String first = until(events, event -> true);
            assertThat(first).contains("\"problems\":[]");
            notes.write("guide/second.md", "# The second\n\nMore words.\n");
            until(events, event -> served("/sub/guide/second/").contains("More words."));
            String good = notes.preview().showing().site().orElseThrow().version();
            assertThat(first).doesNotContain(good);
            assertThat(notes.get("/sub/guide/second/")).contains("data-version=\"" + good + "\"");

            notes.write("guide/second.md", "# The second\n\nNo words, [nowhere](frist.md).\n");
            assertThat(until(events, event -> event.contains("\"headline\":\"1 error\"")))
                    .contains("notes/guide/second.md:3:")
                    .contains("error: [unknown-note] ")
                    .contains("hint: ");
            assertThat(notes.get("/sub/guide/second/"))
                    .startsWith("HTTP/1.1 200 ")
                    .doesNotContain("nowhere");

            notes.write("guide/second.md", "# The second\n\nMended words.\n");
            until(events, event -> served("/sub/guide/second/").contains("Mended words."));
            assertThat(notes.preview().showing().problems()).isEmpty();

            notes.delete("guide/second.md");
            until(events, event -> served("/sub/guide/second/").startsWith("HTTP/1.1 404 "));
        }
    }

    private static String served(String path) {
        try {
            return notes.get(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The first event of which that is true. A file may be seen before all of it is written. */
    private static String until(BufferedReader events, Predicate<String> wanted) throws IOException {
        String event = next(events);
        while (!wanted.test(event)) {
            event = next(events);
        }
        return event;
    }

    private static String next(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith("data: ")) {
            line = events.readLine();
        }
        assertThat(line).isNotNull();
        return line;
    }
}
