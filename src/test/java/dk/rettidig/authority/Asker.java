package dk.rettidig.authority;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.pseudonym.Blinding;
import dk.rettidig.pseudonym.Element;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.Session;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A client of the authority as another implementation would write it: from docs/authority.md alone. */
public final class Asker {

    static final String HEADER = "Rettidig-Evaluation-Request";
    private static final ObjectMapper JSON = new ObjectMapper();

    public final SigningKey key;
    public final String client = "asker-" + UUID.randomUUID().toString().substring(0, 4);

    /** A client with a key of its own. */
    public Asker() {
        this(SigningKey.generate(new SecureRandom()));
    }

    /** A client with this key. */
    Asker(SigningKey key) {
        this.key = key;
    }

    /** Registers the client by two people. */
    public Asker registered(int population, PseudonymDomain... domains) {
        Response proposed = propose(population, domains);
        Response approved = approve();
        if (proposed.statusCode() != 201 || approved.statusCode() != 200) {
            throw new IllegalStateException(proposed.asString() + approved.statusCode() + approved.asString());
        }
        return this;
    }

    /** Registers the client by two people, with leave to convert. */
    public Asker converting(int population, List<PseudonymDomain> domains, PseudonymDomain... conversions) {
        Response proposed = propose(population, domains, List.of(conversions));
        Response approved = approve();
        if (proposed.statusCode() != 201 || approved.statusCode() != 200) {
            throw new IllegalStateException(proposed.asString() + approved.statusCode() + approved.asString());
        }
        return this;
    }

    Response propose(int population, PseudonymDomain... domains) {
        return propose(population, List.of(domains), List.of());
    }

    Response propose(int population, List<PseudonymDomain> domains, List<PseudonymDomain> conversions) {
        return Session.of(DemoPerson.DATA_TEAM)
                .contentType("application/json")
                .body(Map.of(
                        "client",
                        client,
                        "public_key",
                        key.verifyingKey().pem(),
                        "domains",
                        domains.stream().map(PseudonymDomain::text).toList(),
                        "conversions",
                        conversions.stream().map(PseudonymDomain::text).toList(),
                        "population",
                        population))
                .post("/api/v1/authority/clients");
    }

    Response approve() {
        return Session.of(DemoPerson.TEAM_LEADER)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/authority/clients/" + key.id().value() + "/approval");
    }

    static Blinding blinding(OprfMode mode, int count) throws OprfException {
        return Blinding.of(
                mode,
                IntStream.range(0, count)
                        .mapToObj(i -> ("person " + i).getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    static byte[] body(String mode, List<Element> elements) {
        return json(Map.of(
                "suite",
                "P256-SHA256",
                "mode",
                mode,
                "elements",
                elements.stream()
                        .map(each -> Base64.getEncoder().encodeToString(each.bytes()))
                        .toList()));
    }

    static byte[] conversionBody(PseudonymDomain to, List<Element> elements) {
        return json(Map.of(
                "suite",
                "P256-SHA256",
                "mode",
                "voprf",
                "to",
                to.text(),
                "elements",
                elements.stream()
                        .map(each -> Base64.getEncoder().encodeToString(each.bytes()))
                        .toList()));
    }

    static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Map<String, Object> claims(PseudonymDomain domain, byte[] body) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", client);
        claims.put("jti", "b-" + UUID.randomUUID());
        claims.put("domain", domain.text());
        claims.put("sha256", sha256(body));
        claims.put("iat", Instant.now().getEpochSecond());
        return claims;
    }

    Map<String, Object> conversionClaims(PseudonymDomain from, PseudonymDomain to, byte[] body) {
        Map<String, Object> claims = claims(from, body);
        claims.put("to", to.text());
        return claims;
    }

    Response convert(PseudonymDomain from, PseudonymDomain to, byte[] body) {
        return convert(from, signed(conversionClaims(from, to, body)), body);
    }

    Response convert(PseudonymDomain from, String header, byte[] body) {
        return post("/api/v1/authority/domains/" + from.text() + "/conversions", header, body);
    }

    String signed(Map<String, Object> claims) {
        return Jws.sign(key, "rettidig-evaluation-request+jwt", json(claims));
    }

    Response ask(PseudonymDomain domain, byte[] body) {
        return post(domain, signed(claims(domain, body)), body);
    }

    Response post(PseudonymDomain domain, String header, byte[] body) {
        return post("/api/v1/authority/domains/" + domain.text() + "/evaluations", header, body);
    }

    Response post(String path, String header, byte[] body) {
        return RestAssured.given()
                .header(HEADER, header)
                .contentType("application/json")
                .accept("application/json")
                .body(body)
                .post(path);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
