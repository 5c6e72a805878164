package dev.archnotes.site.serve;

import dev.archnotes.site.build.SiteBuild;
import dev.archnotes.site.content.SiteSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small notes that are served, and a browser's part of the talk, byte by byte: one that is refused by no client. */
public final class ServedNotes implements AutoCloseable {
    public static final String NOTE = "guide/first.md";

    private final Path folder;
    private final SiteBuild build;
    private final Preview preview;
    private final PreviewServer server;
    private final NotesWatcher watcher;
    private final Thread watching;

    /** Notes below the path {@code /sub/}, built and watched. */
    public ServedNotes(Path place) throws IOException {
        folder = Files.createDirectories(place.resolve("notes"));
        write("site.yaml", """
                title: Tiny notes
                tagline: Notes for a test.
                base_url: https://example.org/sub/
                rules: {unknown-note: error}
                """);
        write("index.md", "# Tiny notes\n\nHere is [the first](guide/first.md).\n");
        write(NOTE, "# The first\n\nOld words.\n");
        build = new SiteBuild(folder, place.resolve("cache"));
        preview = new Preview(new Editions(build, SiteSettings.Addresses.NONE), "notes/");
        watcher = new NotesWatcher(folder);
        preview.rebuild();
        server = new PreviewServer(
                preview, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new HostNames(HostNames.LOOPBACK));
        watching = new Thread(this::watch);
        watching.start();
    }

    private void watch() {
        try {
            watcher.watch(changed -> {
                try {
                    preview.rebuild();
                } catch (IOException told) {
                    // a browser is shown it
                    return;
                }
            });
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    public void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    public void delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
    }

    Path folder() {
        return folder;
    }

    SiteBuild build() {
        return build;
    }

    Preview preview() {
        return preview;
    }

    public String address(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    /** A connection on which a request has been sent. */
    Socket asked(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The whole answer to a request for a path by a host. */
    String answer(String method, String path, String host) throws IOException {
        String request = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = asked(request)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The whole answer to a browser on this machine. */
    String get(String path) throws IOException {
        return answer("GET", path, "127.0.0.1:" + server.port());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        watcher.close();
        watching.join();
    }
}
