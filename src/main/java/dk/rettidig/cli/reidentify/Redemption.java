package dk.rettidig.cli.reidentify;

import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.cli.reidentify.RedemptionException.Reason;
import dk.rettidig.pseudonym.vault.Vault;
import dk.rettidig.review.reidentification.RedemptionRequest;
import dk.rettidig.review.reidentification.Ticket;
import dk.rettidig.review.reidentification.TicketKey;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.Sha256;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Redeems one ticket and looks up one person: checks the ticket against the pinned keys, redeems it online, checks the proof
 * that this is on the record, and only then opens its eyes. There is no form of it for several tickets.
 */
public final class Redemption implements AutoCloseable {

    /** The reserved name under which a municipality's vault is registered. */
    private static final String VAULT = "vault";

    private static final String PATH = "/api/v1/reidentifications/redemption";
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** The service waits half a minute for the checkpoint. */
    private static final Duration ANSWER = Duration.ofSeconds(45);

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES = 3;
    private static final int OK = 200;
    private static final int FIRST_SERVER_ERROR = 500;

    /** Longest answer, bytes: an entry below 64 kB in base64, a path and a checkpoint. */
    private static final long LONGEST_ANSWER = 256 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final URI service;
    private final Pins pins;
    private final SigningKey key;
    private final Clock clock;

    /**
     * A redemption at a service.
     *
     * @param key with which the municipality's vault is registered there
     */
    public Redemption(URI service, Pins pins, SigningKey key, Clock clock) {
        this.service = service;
        this.pins = pins;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Redeems a ticket and looks up the one person.
     *
     * @param vault open already: a vault that does not open costs no ticket
     * @param text the ticket, a compact JWS
     */
    public Shown show(Vault vault, String text) throws RedemptionException, InterruptedException {
        Redeemed redeemed = redeem(vault.municipality(), text);
        Ticket ticket = redeemed.ticket();
        return new Shown(ticket, redeemed.leafIndex(), vault.find(ticket.domain(), ticket.pseudonym()));
    }

    /**
     * A ticket whose redemption is proved to be on the record.
     *
     * @param leafIndex the place of its entry
     */
    public record Redeemed(Ticket ticket, long leafIndex) {}

    /**
     * Redeems a ticket for whoever then looks the person up in a vault that is known to open.
     *
     * @param municipality the vault's
     */
    public Redeemed redeem(String municipality, String text) throws RedemptionException, InterruptedException {
        Ticket ticket = checked(text, municipality);
        return new Redeemed(ticket, redeemed(ticket, text));
    }

    /** What can be known of a ticket without asking anybody. */
    private Ticket checked(String text, String municipality) throws RedemptionException {
        Ticket ticket;
        try {
            ticket = TicketKey.verified(text, pins.service());
        } catch (SealException notOurs) {
            throw new RedemptionException(Reason.UNVERIFIED, notOurs.reason().code(), notOurs);
        }
        if (!ticket.issuer().equals(pins.issuer())) {
            throw new RedemptionException(Reason.UNVERIFIED, "issuer");
        }
        if (!ticket.municipality().value().equals(municipality)
                || !ticket.domain().municipality().equals(municipality)) {
            throw new RedemptionException(Reason.OTHER_VAULT, "municipality");
        }
        if (!clock.instant().isBefore(ticket.expiresAt())) {
            throw new RedemptionException(Reason.EXPIRED, "exp");
        }
        return ticket;
    }

    private long redeemed(Ticket ticket, String text) throws RedemptionException, InterruptedException {
        byte[] body = text.getBytes(StandardCharsets.US_ASCII);
        String signed = signed(body);
        for (int tries = 1; ; tries++) {
            try {
                HttpResponse<byte[]> answer = send(signed, body);
                if (answer.statusCode() == OK) {
                    return ProvedEntry.read(answer.body(), pins.log(), ticket).leafIndex();
                }
                throw refused(answer);
            } catch (RedemptionException failed) {
                // The same signed request: the service knows it again and redeems nothing twice.
                if (failed.reason() != Reason.UNREACHABLE || tries >= TRIES) {
                    throw failed;
                }
                Thread.sleep(PAUSE);
            }
        }
    }

    private String signed(byte[] body) {
        String claims = JSON.createObjectNode()
                .put("iss", VAULT)
                .put("jti", Ticket.freshId(RANDOM))
                .put("sha256", Sha256.hex(body))
                .put("iat", clock.instant().getEpochSecond())
                .toString();
        return Jws.sign(key, RedemptionRequest.TYPE, claims.getBytes(StandardCharsets.UTF_8));
    }

    private HttpResponse<byte[]> send(String signed, byte[] body) throws RedemptionException, InterruptedException {
        HttpRequest prepared = HttpRequest.newBuilder(service.resolve(PATH))
                .header(RedemptionRequest.HEADER, signed)
                .header("Content-Type", "application/jose")
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                prepared, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LONGEST_ANSWER));
        try {
            // Over the whole answer: the client's own timeout ends with the headers.
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new RedemptionException(Reason.UNREACHABLE, "timeout", late);
        } catch (ExecutionException failed) {
            throw new RedemptionException(Reason.UNREACHABLE, "connection", failed);
        } finally {
            answer.cancel(true);
        }
    }

    private static RedemptionException refused(HttpResponse<byte[]> answer) {
        Reason reason = answer.statusCode() >= FIRST_SERVER_ERROR ? Reason.UNREACHABLE : Reason.REFUSED;
        try {
            String code = JSON.readTree(answer.body()).path("code").asText();
            return new RedemptionException(
                    reason, code.matches("[a-z][a-z0-9_]{1,63}") ? code : "HTTP " + answer.statusCode());
        } catch (IOException notJson) {
            return new RedemptionException(reason, "HTTP " + answer.statusCode(), notJson);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
