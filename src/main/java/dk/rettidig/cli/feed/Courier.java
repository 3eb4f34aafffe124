package dk.rettidig.cli.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.console.ProgressBar;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.RowCode;
import dk.rettidig.seal.SigningKey;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/** Signs and sends files, and shows what came back: Danish first, English beside it. */
final class Courier implements AutoCloseable {

    private static final int CREATED_OR_LESS = 299;

    /** Quarantined rows shown one by one; the service keeps all of them. */
    private static final int SHOWN_ROWS = 20;

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI service;
    private final SigningKey key;
    private final NoteOptions options;
    private final boolean gzip;
    private final boolean json;
    private final Console console;
    private final Clock clock;

    Courier(
            URI service,
            SigningKey key,
            NoteOptions options,
            boolean gzip,
            boolean json,
            Console console,
            Clock clock) {
        this.service = service;
        this.key = key;
        this.options = options;
        this.gzip = gzip;
        this.json = json;
        this.console = console;
        this.clock = clock;
    }

    /** Delivers one file; true when the service took every row. */
    boolean deliver(Path source) throws IOException, InterruptedException {
        try (WireFile file = WireFile.of(source, gzip)) {
            DeliveryNote note = options.note(file, Survey.of(file, options.csv()), clock);
            HttpResponse<byte[]> answer = send(file, note, source);
            boolean taken = answer.statusCode() <= CREATED_OR_LESS;
            if (json) {
                console.line(new String(answer.body(), StandardCharsets.UTF_8));
                return taken && read(answer).path("rows").path("quarantined").asLong() == 0;
            }
            return taken ? receipt(source, read(answer)) : problem(source, answer);
        }
    }

    private HttpResponse<byte[]> send(WireFile file, DeliveryNote note, Path source)
            throws IOException, InterruptedException {
        long size = Files.size(file.path());
        String name = String.valueOf(source.getFileName());
        try (ProgressBar bar = console.bar(name, size)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            service.resolve("/api/v1/feeds/" + note.feed() + "/deliveries"))
                    .header(DeliveryNote.HEADER, note.signedWith(key))
                    .header("Content-Type", file.mediaType())
                    .header("Accept", "application/json, application/problem+json")
                    .POST(HttpRequest.BodyPublishers.fromPublisher(
                            HttpRequest.BodyPublishers.ofInputStream(() -> watched(file, bar)), Math.max(size, 1)));
            if (size == 0) {
                request.POST(HttpRequest.BodyPublishers.noBody());
            }
            if (file.gzip()) {
                request.header("Content-Encoding", "gzip");
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static InputStream watched(WireFile file, ProgressBar bar) {
        try {
            return new FilterInputStream(new BufferedInputStream(Files.newInputStream(file.path()))) {
                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    int read = super.read(target, offset, length);
                    bar.add(Math.max(0, read));
                    return read;
                }
            };
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private boolean receipt(Path source, JsonNode receipt) {
        JsonNode rows = receipt.path("rows");
        long quarantined = rows.path("quarantined").asLong();
        console.good(source.getFileName() + ": " + rows.path("valid").asLong() + " rækker modtaget, " + quarantined
                + " tilbageholdt, " + rows.path("repeated").asLong()
                + " gentaget / rows received, quarantined, repeated");
        console.detail("leverance / delivery " + receipt.path("delivery_id").asText() + ", indførsel / entry "
                + receipt.path("entry").path("leaf_index").asLong());
        int shown = 0;
        for (JsonNode row : receipt.path("quarantine").path("rows")) {
            if (shown++ < SHOWN_ROWS) {
                console.detail("linje / line " + row.path("line").asLong() + ": "
                        + words(row.path("code").asText()));
            }
        }
        if (quarantined > SHOWN_ROWS) {
            console.detail("... " + receipt.path("quarantine").path("href").asText());
        }
        return quarantined == 0;
    }

    private boolean problem(Path source, HttpResponse<byte[]> answer) throws IOException {
        JsonNode problem = read(answer);
        console.bad(source.getFileName() + ": " + answer.statusCode() + " "
                + problem.path("code").asText());
        console.detail(problem.path("title_da").asText());
        console.detail(problem.path("title_en").asText());
        for (String name : new String[] {"line", "claim", "expected", "expected_rows", "found_rows", "rules"}) {
            if (problem.has(name)) {
                console.detail(name + ": " + problem.path(name));
            }
        }
        return false;
    }

    private static JsonNode read(HttpResponse<byte[]> answer) throws IOException {
        try {
            return JSON.readTree(answer.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException notJson) {
            return JSON.createObjectNode().put("code", "HTTP " + answer.statusCode());
        }
    }

    static String words(String code) {
        return Arrays.stream(RowCode.values())
                .filter(each -> each.code().equals(code))
                .findFirst()
                .map(each -> each.danish() + " / " + each.english())
                .orElse(code);
    }

    @Override
    public void close() {
        client.close();
    }
}
