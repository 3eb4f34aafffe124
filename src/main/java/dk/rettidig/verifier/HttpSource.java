package dk.rettidig.verifier;

import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.merkle.TilePath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.Channels;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A running service, or any host of static files: {@code {base}/ledger/...} (C2SP tlog-tiles, "APIs"). */
final class HttpSource implements LedgerSource {

    /** How long to wait for one file; a bundle has some 100 kB. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Reads under way at once: hides the latency and asks little of a small service. */
    private static final int PARALLEL = 4;

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final URI prefix;
    private final List<Map.Entry<String, String>> headers;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            // A redirect could carry the caller's token elsewhere.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * A service.
     *
     * @param headers sent with each request, for instance {@code Authorization}
     */
    HttpSource(URI base, List<Map.Entry<String, String>> headers) {
        String text = base.toString();
        this.prefix = URI.create((text.endsWith("/") ? text : text + "/") + "ledger/");
        this.headers = List.copyOf(headers);
    }

    @Override
    public byte[] checkpoint() throws IOException {
        ByteSink sink = new ByteSink();
        if (!read("checkpoint", sink, SignedNote.MAX_BYTES)) {
            throw new IOException("there is no checkpoint at " + prefix);
        }
        return java.util.Arrays.copyOf(sink.bytes(), sink.length());
    }

    @Override
    public Optional<String> key() {
        return Optional.empty();
    }

    @Override
    public boolean hasHashTiles() {
        return true;
    }

    @Override
    public boolean read(TilePath path, ByteSink sink) throws IOException {
        return read(path.path(), sink, MAX_BUNDLE_BYTES);
    }

    private boolean read(String path, ByteSink sink, int limit) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(prefix.resolve(path))
                .timeout(PATIENCE)
                .header("Accept-Encoding", "gzip, identity");
        headers.forEach(header -> request.header(header.getKey(), header.getValue()));
        try {
            HttpResponse<InputStream> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                if (response.statusCode() == NOT_FOUND) {
                    return false;
                }
                if (response.statusCode() != OK) {
                    throw new IOException("HTTP " + response.statusCode() + " for ledger/" + path);
                }
                boolean gzip = response.headers()
                        .firstValue("Content-Encoding")
                        .orElse("")
                        .equals("gzip");
                sink.fill(Channels.newChannel(gzip ? new GZIPInputStream(body) : body), limit);
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public Optional<TilePath> beyond(long size) {
        // A service goes on growing while it is read.
        return Optional.empty();
    }

    @Override
    public int parallel() {
        return PARALLEL;
    }

    @Override
    public String description() {
        return prefix.toString();
    }
}
