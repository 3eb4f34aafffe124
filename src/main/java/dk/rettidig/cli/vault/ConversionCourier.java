package dk.rettidig.cli.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.ConversionKind;
import dk.rettidig.conversion.ConversionNote;
import dk.rettidig.conversion.PseudonymPair;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.NoteId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.pseudonym.vault.OutstandingMerge;
import dk.rettidig.seal.Sha256;
import dk.rettidig.seal.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Signs and sends pairs to the service. The same pairs for the same reason have the same id, so they count once. */
public final class ConversionCourier implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofMinutes(70);
    private static final int OK = 200;

    /** Bytes of the hash that becomes an id: as many as make a repetition by chance impossible. */
    private static final int ID_BYTES = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();
    private final URI service;
    private final SigningKey key;
    private final Clock clock;

    /**
     * To a service.
     *
     * @param key with which the municipality's vault is registered there
     */
    public ConversionCourier(URI service, SigningKey key, Clock clock) {
        this.service = service;
        this.key = key;
        this.clock = clock;
    }

    /**
     * What is sent.
     *
     * @param occasion text that tells this conversion from another of the same pairs; it is hashed and not sent
     */
    public record Parcel(
            ConversionKind kind, PseudonymDomain from, PseudonymDomain to, List<PseudonymPair> pairs, String occasion) {

        /** A merge that a person decided; its id makes it one and the same on each try. */
        public static Parcel of(OutstandingMerge merge) {
            return new Parcel(
                    ConversionKind.MERGE,
                    merge.domain(),
                    merge.domain(),
                    List.of(new PseudonymPair(merge.from(), merge.to())),
                    merge.id());
        }
    }

    /** A receipt: the conversion's id and the place of its entry. */
    public record Receipt(String id, long leafIndex) {}

    /**
     * Sends and waits for the receipt.
     *
     * @throws HandoverException when the service did not take it, or was not there
     */
    public Receipt send(Parcel parcel) throws HandoverException, InterruptedException {
        byte[] body = parcel.pairs().stream()
                .sorted(Comparator.comparing(pair -> pair.from().text()))
                .map(PseudonymPair::line)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1/pseudonym-conversions"))
                .timeout(ANSWER)
                .header(ConversionNote.HEADER, note(parcel, body).signedWith(key))
                .header("Content-Type", "application/x-ndjson")
                .header("Accept", "application/json, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return receipt(http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException away) {
            throw new HandoverException(
                    "unreachable",
                    List.of(
                            "Tjenesten svarer ikke (" + away.getClass().getSimpleName()
                                    + "). Arkivet har stadig begge pseudonymer. Kør kommandoen igen: den fortsætter, hvor"
                                    + " den slap.",
                            "The service does not answer. The vault still has both pseudonyms. Run the command again: it"
                                    + " goes on where it was."));
        }
    }

    private ConversionNote note(Parcel parcel, byte[] body) {
        return new ConversionNote(
                RegistryId.VAULT,
                id(parcel, body),
                new MunicipalityCode(parcel.from().municipality()),
                parcel.kind(),
                parcel.from(),
                parcel.to(),
                parcel.pairs().size(),
                Digest.of(Sha256.digest(body)),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** In letters only: digits could look like a CPR number. */
    private static NoteId id(Parcel parcel, byte[] body) {
        String content = String.join(
                "\n",
                parcel.kind().id(),
                parcel.from().text(),
                parcel.to().text(),
                parcel.occasion(),
                Digest.of(Sha256.digest(body)).text());
        byte[] hash = Sha256.digest(content.getBytes(StandardCharsets.UTF_8));
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < ID_BYTES; i++) {
            letters.append((char) ('a' + ((hash[i] >> 4) & 0xf))).append((char) ('a' + (hash[i] & 0xf)));
        }
        return new NoteId(letters.toString());
    }

    private static Receipt receipt(HttpResponse<String> answer) throws IOException, HandoverException {
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() == OK && body.path("conversion_id").isTextual()) {
            return new Receipt(
                    body.path("conversion_id").asText(),
                    body.path("entry").path("leaf_index").asLong());
        }
        List<String> lines = new ArrayList<>();
        lines.add(answer.statusCode() + " " + body.path("code").asText());
        for (String name : List.of("title_da", "title_en", "current", "claim", "line", "rules")) {
            if (body.hasNonNull(name)) {
                lines.add(body.path(name).isTextual() ? body.path(name).asText() : name + " " + body.path(name));
            }
        }
        throw new HandoverException(body.path("code").asText(), lines);
    }

    @Override
    public void close() {
        http.close();
    }
}
