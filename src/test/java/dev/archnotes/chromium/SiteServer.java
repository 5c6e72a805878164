package dev.archnotes.chromium;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves a site below a path, as project pages do: folders by their index, {@code 404.html} for everything else. */
final class SiteServer implements AutoCloseable {
    private static final Map<String, String> TYPES = Map.of(
            "html",
            "text/html; charset=utf-8",
            "css",
            "text/css",
            "js",
            "text/javascript",
            "json",
            "application/json",
            "svg",
            "image/svg+xml",
            "woff2",
            "font/woff2",
            "xml",
            "application/xml",
            "csv",
            "text/csv",
            "txt",
            "text/plain; charset=utf-8");

    /**
     * Fonts come late, so that a page that moves when they arrive is seen to move; the math font does not, because
     * formulas cannot be set without one: it is asked for first and swapped in whenever it comes.
     */
    private static final int FONT_DELAY_MILLISECONDS = 120;

    /**
     * Pages come in pieces, as over a slow line, so that one that moves while the rest of it is read is seen to move.
     */
    private static final int PIECE_BYTES = 20_000;

    private static final int PIECE_DELAY_MILLISECONDS = 25;

    private final Path folder;
    private final String base;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * Starts a server on a free port of the loopback interface.
     *
     * @param folder the site
     * @param base the path below which it stands, with slashes at both ends
     */
    SiteServer(Path folder, String base) throws IOException {
        this.folder = folder;
        this.base = base;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The address of the site's root. */
    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + base;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            Path file = path.startsWith(base)
                    ? folder.resolve(path.substring(base.length())).normalize()
                    : folder.resolve("404.html");
            if (path.endsWith("/")) {
                file = file.resolve("index.html");
            }
            boolean found = path.startsWith(base) && file.startsWith(folder) && Files.isRegularFile(file);
            byte[] body = Files.readAllBytes(found ? file : folder.resolve("404.html"));
            String type = found
                    ? TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), TYPES.get("html"))
                    : TYPES.get("html");
            if (type.startsWith("font/") && !path.endsWith("/math.woff2")) {
                Thread.sleep(FONT_DELAY_MILLISECONDS);
            }
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(found ? 200 : 404, body.length);
            send(body, type.startsWith("text/html") ? PIECE_BYTES : body.length, exchange.getResponseBody());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(byte[] body, int piece, OutputStream out) throws IOException, InterruptedException {
        for (int from = 0; from < body.length; from += piece) {
            if (from > 0) {
                Thread.sleep(PIECE_DELAY_MILLISECONDS);
            }
            out.write(body, from, Math.min(piece, body.length - from));
            out.flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
