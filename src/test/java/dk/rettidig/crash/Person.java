package dk.rettidig.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dk.rettidig.access.DemoPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Somebody at the service's HTTP interface. A service that is killed in the middle gives {@link Answer#NONE}: whoever gets
 * that was promised nothing. Sessions outlive restarts.
 */
final class Person {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Supplier<URI> service;
    private final String cookie;

    private Person(Supplier<URI> service, String cookie) {
        this.service = service;
        this.cookie = cookie;
    }

    /** Somebody who did not sign in. */
    static Person nobody(ServiceProcess service) {
        return new Person(service::address, "");
    }

    /** A person of the demonstration who signed in. */
    static Person signIn(ServiceProcess service, DemoPerson who) {
        Person person = nobody(service);
        Answer answer = person.send(person.to("/j_security_check")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "j_username=" + who.username() + "&j_password=" + ServiceProcess.PASSWORD)));
        String session = answer.headers().allValues("set-cookie").stream()
                .filter(each -> each.startsWith("rettidig-session="))
                .map(each -> each.substring(0, each.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("cannot sign in: " + answer));
        return new Person(service::address, session);
    }

    /** What came back; status 0 when nothing did. */
    record Answer(int status, HttpHeaders headers, String body) {

        static final Answer NONE = new Answer(0, HttpHeaders.of(Map.of(), (_, _) -> true), "");

        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException notJson) {
                return MissingNode.getInstance();
            }
        }

        String text(String member) {
            return json().path(member).asText();
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    Answer get(String path) {
        return send(to(path).GET());
    }

    Answer getText(String path) {
        return send(to(path).setHeader("Accept", "text/plain").GET());
    }

    Answer post(String path, Object body, String... headers) {
        HttpRequest.Builder request = to(path).header("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return send(request.POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    HttpRequest.Builder to(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.get().resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json");
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException cut) {
            return Answer.NONE;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Answer.NONE;
        }
    }

    /** Saves what a POST answers; returns the status. */
    int download(String path, Path file) throws IOException, InterruptedException {
        return HTTP.send(
                        to(path).setHeader("Accept", "application/zip, application/problem+json")
                                .POST(BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofFile(file))
                .statusCode();
    }
}
