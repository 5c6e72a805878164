package dev.archnotes.site.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * What a request is answered.
 *
 * @param status the code of HTTP
 * @param type what the body is
 * @param body its bytes
 * @param location where to look instead; empty where nowhere else
 */
record Answer(int status, String type, byte[] body, String location) {
    static Answer file(String path, byte[] bytes) {
        return new Answer(200, ContentTypes.of(path), bytes, "");
    }

    static Answer page(int status, byte[] page) {
        return new Answer(status, ContentTypes.HTML, page, "");
    }

    /** A sentence to whoever asked. */
    static Answer refused(int status, String sentence) {
        return new Answer(status, ContentTypes.PLAIN, (sentence + "\n").getBytes(StandardCharsets.UTF_8), "");
    }

    static Answer movedTo(String path) {
        return new Answer(302, ContentTypes.PLAIN, new byte[0], path);
    }

    /** Nothing is kept by a browser, guessed from bytes, or lent to a page of somebody else. */
    static void setHeaders(Headers headers, String type) {
        headers.set("Content-Type", type);
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
    }

    void send(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        setHeaders(headers, type);
        if (!location.isEmpty()) {
            headers.set("Location", location);
        }
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        if (bodiless) {
            headers.set("Content-Length", String.valueOf(body.length));
        }
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }
}
