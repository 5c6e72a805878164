package dev.archnotes.site.link;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks addresses whether they still answer: several at a time, few of one host, for a bounded time. */
public final class LinkChecks {
    /** Where the Internet Archive says whether it has a copy. */
    public static final String WAYBACK = "https://archive.org/wayback/available?url=";

    private static final int AT_ONCE = 16;
    private static final int OF_A_HOST = 2;
    private static final int REDIRECTS = 10;
    private static final int LONGEST_ANSWER = 100_000;
    private static final Pattern SNAPSHOT =
            Pattern.compile("\"closest\"\\s*:\\s*\\{[^}]*\"url\"\\s*:\\s*\"(https?:[^\"\\\\]*(?:\\\\/[^\"\\\\]*)*)\"");

    private final Duration patience;
    private final Duration altogether;
    private final boolean ownNetwork;
    private final String wayback;
    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
    private final HttpClient client;

    /**
     * Checks that may use the network.
     *
     * @param patience how long one answer may take
     * @param altogether how long all of them may take
     * @param ownNetwork whether addresses of this machine and its network are asked, too
     * @param wayback where to ask for copies: an address to which the one in question is appended
     */
    public LinkChecks(Duration patience, Duration altogether, boolean ownNetwork, String wayback) {
        this.patience = patience;
        this.altogether = altogether;
        this.ownNetwork = ownNetwork;
        this.wayback = wayback;
        this.client = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** The answer of each address; those for which the time did not suffice were not asked. */
    public Map<String, LinkAnswer> ask(List<String> addresses) throws InterruptedException {
        Map<String, LinkAnswer> answers = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
            Thread thread = new Thread(task, "links");
            thread.setDaemon(true);
            return thread;
        });
        addresses.forEach(address ->
                threads.execute(() -> answer(address).ifPresent(answer -> answers.put(address, answer))));
        threads.shutdown();
        if (!threads.awaitTermination(altogether.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
        Map<String, LinkAnswer> all = new TreeMap<>();
        addresses.forEach(address ->
                all.put(address, answers.getOrDefault(address, LinkAnswer.notAsked("the time was over", address))));
        return all;
    }

    private Optional<LinkAnswer> answer(String address) {
        try {
            return Optional.of(follow(address));
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private LinkAnswer follow(String address) throws InterruptedException {
        String at = address;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            Optional<URI> uri = uri(at);
            if (uri.isEmpty()) {
                return hop == 0
                        ? LinkAnswer.notAsked("this is no address", at)
                        : LinkAnswer.gone("leads to no address", at);
            }
            String host = uri.get().getHost().toLowerCase(Locale.ROOT);
            Semaphore turn = hosts.computeIfAbsent(host, any -> new Semaphore(OF_A_HOST, true));
            turn.acquire();
            HttpResponse<InputStream> response;
            try {
                if (!ownNetwork && isOwnNetwork(host)) {
                    return LinkAnswer.notAsked("an address of this machine or its network", at);
                }
                response = response(uri.get());
            } catch (UnknownHostException unknown) {
                return LinkAnswer.gone("no such host", at);
            } catch (HttpTimeoutException late) {
                return LinkAnswer.gone("no answer in " + patience.toSeconds() + " s", at);
            } catch (IOException broken) {
                return LinkAnswer.gone("no connection", at);
            } finally {
                turn.release();
            }
            Optional<String> next =
                    response.statusCode() / 100 == 3 ? response.headers().firstValue("Location") : Optional.empty();
            if (next.isEmpty()) {
                return LinkAnswer.of(response.statusCode(), at);
            }
            at = resolved(uri.get(), next.get());
        }
        return LinkAnswer.gone("more than " + REDIRECTS + " redirects", at);
    }

    /** The head alone, and the page where the server gives no head; its body is not read. */
    private HttpResponse<InputStream> response(URI uri) throws IOException, InterruptedException {
        HttpResponse<InputStream> head = send(uri, "HEAD");
        return head.statusCode() >= 400 ? send(uri, "GET") : head;
    }

    private HttpResponse<InputStream> send(URI uri, String method) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .timeout(patience)
                .header("User-Agent", "archnotes (checks the links of notes)")
                .header("Accept", "*/*")
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response;
    }

    private static boolean isOwnNetwork(String host) throws UnknownHostException {
        for (InetAddress address : InetAddress.getAllByName(host)) {
            boolean unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xFE) == 0xFC;
            if (address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || address.isLinkLocalAddress()
                    || address.isSiteLocalAddress()
                    || address.isMulticastAddress()
                    || unique) {
                return true;
            }
        }
        return false;
    }

    private static Optional<URI> uri(String address) {
        try {
            URI uri = URI.create(address.replace(" ", "%20"));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String resolved(URI from, String location) {
        try {
            return from.resolve(location.replace(" ", "%20")).toString();
        } catch (IllegalArgumentException none) {
            return location;
        }
    }

    /** A copy that the Internet Archive has of an address; empty where it has none, or does not say. */
    public Optional<String> archived(String address) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(wayback + URLEncoder.encode(address, StandardCharsets.UTF_8)))
                    .timeout(patience)
                    .build();
            HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                Matcher snapshot =
                        SNAPSHOT.matcher(new String(body.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8));
                return snapshot.find() ? Optional.of(snapshot.group(1).replace("\\/", "/")) : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException noAnswer) {
            return Optional.empty();
        }
    }
}
