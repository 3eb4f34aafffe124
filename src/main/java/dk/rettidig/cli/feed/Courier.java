package dk.rettidig.cli.feed;

import dk.rettidig.cli.console.Console;
import dk.rettidig.cli.console.ProgressBar;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.seal.SigningKey;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Signs and sends files, and says what came of each. A file sent again has the same delivery id, so it counts once. */
final class Courier implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** Longest time from the first byte sent to the first byte of the answer; a delivery of 4 GiB fits. */
    private static final Duration ANSWER = Duration.ofHours(2);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final URI service;
    private final SigningKey key;
    private final NoteOptions options;
    private final boolean gzip;
    private final Console console;
    private final Clock clock;

    Courier(URI service, SigningKey key, NoteOptions options, boolean gzip, Console console, Clock clock) {
        this.service = service;
        this.key = key;
        this.options = options;
        this.gzip = gzip;
        this.console = console;
        this.clock = clock;
    }

    /**
     * Delivers one file.
     *
     * @throws IOException when the file cannot be read
     */
    Outcome deliver(Path source) throws IOException, InterruptedException {
        String name = String.valueOf(source.getFileName());
        try (WireFile file = WireFile.of(source, gzip)) {
            DeliveryNote note = options.note(file, Survey.of(file, options.csv()), clock);
            return new Answer(name, send(file, note, name)).outcome();
        } catch (ConnectException | HttpConnectTimeoutException away) {
            return Outcome.unanswered(name, Outcome.Kind.AWAY);
        } catch (Unsent cut) {
            return Outcome.unanswered(name, Outcome.Kind.LATER);
        } catch (IncompleteFile unreadable) {
            return Outcome.refusedHere(name, unreadable.danish(), unreadable.english());
        }
    }

    private HttpResponse<byte[]> send(WireFile file, DeliveryNote note, String name)
            throws IOException, InterruptedException {
        long size = Files.size(file.path());
        try (ProgressBar bar = console.bar(name, size)) {
            return client.send(request(file, note, size, bar), HttpResponse.BodyHandlers.ofByteArray());
        } catch (ConnectException | HttpConnectTimeoutException away) {
            throw away;
        } catch (IOException cut) {
            throw new Unsent(cut);
        }
    }

    private HttpRequest request(WireFile file, DeliveryNote note, long size, ProgressBar bar) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        service.resolve("/api/v1/feeds/" + note.feed() + "/deliveries"))
                .timeout(ANSWER)
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
        return request.build();
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

    @Override
    public void close() {
        client.close();
    }

    /** The connection broke: whether the service took the file is not known. */
    private static final class Unsent extends IOException {
        private static final long serialVersionUID = 1L;

        Unsent(IOException cause) {
            super(cause);
        }
    }
}
