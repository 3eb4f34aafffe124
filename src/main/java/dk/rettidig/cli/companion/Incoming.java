package dk.rettidig.cli.companion;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A request as it came.
 *
 * @param path undecoded, without a query
 * @param query whether there is one: nothing here takes any
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Incoming(String method, String path, boolean query, Headers headers, byte[] body) {

    /** Largest body, bytes; a hundred numbers and a reason take two thousand. */
    static final int LARGEST_BODY = 16 * 1024;

    static Incoming of(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        return new Incoming(
                exchange.getRequestMethod(),
                Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse(""),
                exchange.getRequestURI().getRawQuery() != null,
                exchange.getRequestHeaders(),
                body);
    }

    boolean isTooLarge() {
        return body.length > LARGEST_BODY;
    }

    boolean isPost() {
        return method.equals("POST");
    }

    /** A header that stands there once; repeated, it counts as one that nobody knows. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    /** Whether the body says that it is of this type. */
    boolean isOf(String mediaType) {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().equalsIgnoreCase(mediaType))
                .orElse(false);
    }

    /** A cookie's value. */
    Optional<String> cookie(String name) {
        for (String header : headers.getOrDefault("Cookie", List.of())) {
            for (String pair : header.split(";", -1)) {
                String[] parts = pair.strip().split("=", 2);
                if (parts.length == 2 && parts[0].equals(name)) {
                    return Optional.of(parts[1]);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Incoming[" + method + "]";
    }
}
