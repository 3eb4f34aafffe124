package dk.rettidig.cli.pseudonymise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.Evaluation;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.VerifyingKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** An authority of its own making after docs/authority.md, with a real key, that can also misbehave. */
public final class StubAuthority implements AutoCloseable {

    /** A change to one answer. */
    @FunctionalInterface
    public interface Trick {
        /** Answers in its own way and returns true, or changes the content and returns false. */
        boolean play(HttpExchange exchange, ObjectNode content, long request) throws IOException, InterruptedException;
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OprfKey key;
    private final int holder;
    private final VerifyingKey client;
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong elements = new AtomicLong();
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final List<String> faults = java.util.Collections.synchronizedList(new ArrayList<>());
    private final Map<String, OprfKey> others = new ConcurrentHashMap<>();
    private volatile Trick trick = (exchange, content, request) -> false;

    /** Starts one; holder 0 has the whole key. */
    public StubAuthority(OprfKey key, int holder, VerifyingKey client) throws IOException {
        this.key = key;
        this.holder = holder;
        this.client = client;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/authority/domains/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Changes answers from now on. */
    public void plays(Trick next) {
        trick = next;
    }

    /** Converts to this domain, too. */
    public void converts(String domain, OprfKey other) {
        others.put(domain, other);
    }

    /** Batches that came, good or bad. */
    public long requests() {
        return requests.get();
    }

    /** Elements that were evaluated. */
    public long elements() {
        return elements.get();
    }

    /** What was wrong with requests. */
    public List<String> faults() {
        return faults;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String fault = fault(exchange, body);
            if (!fault.isEmpty()) {
                faults.add(fault);
                send(exchange, 422, "{\"code\":\"" + fault + "\"}");
                return;
            }
            JsonNode request = JSON.readTree(body);
            ObjectNode content = request.has("to") ? convert(request) : evaluate(request, "999.child_support.1", key);
            if (!trick.play(exchange, content, requests.incrementAndGet())) {
                send(exchange, 200, content.toString());
            }
        } catch (OprfException | SealException refused) {
            faults.add(refused.getMessage());
            send(exchange, 422, "{\"code\":\"authority_element_invalid\"}");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String fault(HttpExchange exchange, byte[] body) throws IOException, SealException {
        String share = holder == 0 ? "" : "/shares/" + holder;
        JsonNode claims = JSON.readTree(Jws.parse(exchange.getRequestHeaders().getFirst("Rettidig-Evaluation-Request"))
                .verify(client));
        String domain = claims.path("domain").asText();
        if (!exchange.getRequestURI()
                .getPath()
                .equals("/api/v1/authority/domains/" + domain + share
                        + (claims.has("to") ? "/conversions" : "/evaluations"))) {
            return "authority_request_mismatch";
        }
        if (!claims.path("sha256")
                        .asText()
                        .equals(HexFormat.of().formatHex(Sha256.fresh().digest(body)))
                || claims.size() != (claims.has("to") ? 6 : 5)
                || !claims.path("to")
                        .asText()
                        .equals(JSON.readTree(body).path("to").asText())
                || !claims.path("iss").asText().equals("school-999")) {
            return "authority_request_malformed";
        }
        return ids.add(claims.path("jti").asText()) ? "" : "authority_batch_replayed";
    }

    private ObjectNode convert(JsonNode request) throws OprfException {
        String to = request.path("to").asText();
        ObjectNode content = JSON.createObjectNode();
        content.set("from", evaluate(request, "999.child_support.1", key));
        content.set("to", evaluate(request, to, java.util.Objects.requireNonNull(others.get(to))));
        return content;
    }

    private ObjectNode evaluate(JsonNode request, String domain, OprfKey with) throws OprfException {
        List<Element> blinded = new ArrayList<>();
        for (JsonNode element : request.path("elements")) {
            blinded.add(Element.parse(Base64.getDecoder().decode(element.asText())));
        }
        Evaluation evaluation = with.evaluate(OprfMode.VOPRF, blinded);
        elements.addAndGet(blinded.size());
        ObjectNode content = JSON.createObjectNode()
                .put("domain", domain)
                .put("suite", "P256-SHA256")
                .put("mode", "voprf")
                .put("public_key", base64(with.publicKey().bytes()));
        ArrayNode evaluated = content.putArray("elements");
        evaluation.elements().forEach(element -> evaluated.add(base64(element.bytes())));
        content.put("proof", base64(evaluation.proof().orElseThrow().bytes()));
        return holder == 0 ? content : content.put("holder", holder);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Answers. */
    public static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
