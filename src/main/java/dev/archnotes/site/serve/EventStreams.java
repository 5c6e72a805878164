package dev.archnotes.site.serve;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Tells each open page what is shown, at once and whenever it changes, as server-sent events. */
final class EventStreams implements AutoCloseable {
    private static final int MOST = 100;
    /** Something is said so often at least, or nobody would notice that a page is gone. */
    private static final long SILENCE_MILLISECONDS = 15_000;

    /** Before the address of the page that listens. */
    private static final String PAGE = "page=";

    private final Preview preview;
    private final AtomicInteger open = new AtomicInteger();
    private volatile boolean closed;

    EventStreams(Preview preview) {
        this.preview = preview;
    }

    /** Keeps a request open and tells it what is shown, until one of both sides ends. */
    void send(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            Answer.refused(405, "Events are read with GET.").send(exchange);
            return;
        }
        if (open.incrementAndGet() > MOST) {
            open.decrementAndGet();
            Answer.refused(503, "Too many pages are open.").send(exchange);
            return;
        }
        String address = address(exchange.getRequestURI().getQuery());
        preview.open(address);
        try {
            Answer.setHeaders(exchange.getResponseHeaders(), "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            tell(exchange.getResponseBody(), address);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            preview.close(address);
            open.decrementAndGet();
        }
    }

    /** Where the page is that listens; empty where it does not say. */
    private static String address(@Nullable String query) {
        return query != null && query.startsWith(PAGE) ? query.substring(PAGE.length()) : "";
    }

    private void tell(OutputStream page, String address) throws IOException, InterruptedException {
        Showing told = preview.showing();
        write(page, "retry: 300\ndata: " + told.json(address) + "\n\n");
        while (!closed) {
            Showing now = preview.after(told, SILENCE_MILLISECONDS);
            write(page, now == told ? ": nothing new\n\n" : "data: " + now.json(address) + "\n\n");
            told = now;
        }
    }

    private static void write(OutputStream page, String event) throws IOException {
        page.write(event.getBytes(StandardCharsets.UTF_8));
        page.flush();
    }

    @Override
    public void close() {
        closed = true;
    }
}
