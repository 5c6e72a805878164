package dev.archnotes.site.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers a browser with the site of a preview. */
public final class PreviewServer implements AutoCloseable {
    private final Preview preview;
    private final Answers answers;
    private final EventStreams streams;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "preview");
        thread.setDaemon(true);
        return thread;
    });

    static {
        // read once, when the first server is made
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
    }

    /**
     * A server that answers at once.
     *
     * @param address where it listens
     * @param hosts by which names it is called
     * @throws IOException where nothing can listen there, because something else does
     */
    public PreviewServer(Preview preview, InetSocketAddress address, HostNames hosts) throws IOException {
        this.preview = preview;
        this.answers = new Answers(hosts, PageScript.bytes());
        this.streams = new EventStreams(preview);
        this.server = HttpServer.create(address, 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /** The port at which it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The path of the site's first page; the top of the server until there is a site. */
    public String path() {
        return preview.showing().site().map(ShownSite::base).orElse("/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            URI address = exchange.getRequestURI();
            List<String> named = exchange.getRequestHeaders().getOrDefault("Host", List.of());
            Optional<Answer> refusal = answers.refusal(exchange.getRequestMethod(), named, address);
            if (refusal.isPresent()) {
                refusal.get().send(exchange);
            } else if (address.getPath().equals(PageScript.EVENTS)) {
                streams.send(exchange);
            } else {
                preview.read(address.getPath());
                answers.answer(address.getPath(), preview.showing()).send(exchange);
            }
        }
    }

    @Override
    public void close() {
        streams.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
