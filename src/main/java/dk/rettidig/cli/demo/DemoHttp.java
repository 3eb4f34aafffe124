package dk.rettidig.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dk.rettidig.access.DemoPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One person of the demonstration at the service's HTTP interface, with a session of their own. Answers are returned
 * whatever their status; only a service that does not answer at all is a failure.
 */
final class DemoHttp {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI base;
    private final HttpClient client;

    private DemoHttp(URI base) {
        this.base = base;
        this.client = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /** Somebody who did not sign in. */
    static DemoHttp nobody(URI base) {
        return new DemoHttp(base);
    }

    /** A person who signed in. */
    static DemoHttp signedIn(URI base, DemoPerson person, String password) {
        DemoHttp http = new DemoHttp(base);
        String form = "j_username=" + encode(person.username()) + "&j_password=" + encode(password);
        Answer answer = http.send(http.to("/j_security_check")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.status() >= 400 || answer.location().contains("error")) {
            throw new IllegalStateException("a demo person could not sign in");
        }
        return http;
    }

    /** What came back. */
    record Answer(int status, JsonNode body, String location, String etag) {

        /** A text member of the body, or nothing at all. */
        String text(String member) {
            return body.path(member).asText("");
        }

        /** Whether the status says success. */
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    Answer get(String path) {
        return send(to(path).GET());
    }

    Answer post(String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/json");
        headers.forEach(request::header);
        try {
            return send(request.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Answer post(String path, Object body) {
        return post(path, body, Map.of());
    }

    Answer deliver(String feed, String contentType, String note, byte[] body) {
        return send(to("/api/v1/feeds/" + feed + "/deliveries")
                .header("Content-Type", contentType)
                .header("Rettidig-Delivery-Note", note)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Saves what a path answers; returns the status. */
    int download(String method, String path, Path file) {
        HttpRequest request = to(path).setHeader("Accept", "application/zip, application/problem+json")
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            return client.send(request, BodyHandlers.ofFile(file)).statusCode();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "da");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    parse(response.body()),
                    response.headers().firstValue("location").orElse(""),
                    response.headers().firstValue("etag").orElse(""));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode parsed = JSON.readTree(body);
            return parsed == null ? MissingNode.getInstance() : parsed;
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
