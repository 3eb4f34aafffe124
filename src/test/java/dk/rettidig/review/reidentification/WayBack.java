package dk.rettidig.review.reidentification;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.Sha256;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The steps of a re-identification over HTTP, by the demonstration's people and by vaults registered in the database. */
public final class WayBack {

    /** Why somebody asks. */
    public static final String WHY = "Barnets sag skal findes i fagsystemet, før jeg skriver min vurdering.";

    static final String CASE = "SAG-2026-17";
    static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    static final DemoPerson TWO = DemoPerson.CASEWORKER_TWO;
    static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;

    private static final Instant DEADLINE = Instant.parse("2036-12-20T06:00:00Z");

    private WayBack() {}

    /** A flag that the first caseworker has read. */
    public static FlagId read() {
        FlagId flag = unread();
        open(ONE, flag);
        return flag;
    }

    static void open(DemoPerson person, FlagId flag) {
        Session.of(person).get("/api/v1/flags/" + flag).then().statusCode(200);
    }

    /** A flag of a child who is in scope, so that no job withdraws it. */
    static FlagId unread() {
        FlagId flag =
                RaisedFlags.raise(MunicipalityCode.SYNTHETIC, DEADLINE, 0.3).getFirst();
        try {
            change(
                    "insert into scope select flag.municipality, flag.pseudonym, run.basis, current_date - 1,"
                            + " current_date + 90, now() - interval '1 hour', false, 0"
                            + " from flag join run on run.id = flag.run where flag.id = ?",
                    flag.value());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return flag;
    }

    static Response ask(DemoPerson person, FlagId flag) {
        return ask(person, flag, Map.of());
    }

    static Response ask(DemoPerson person, FlagId flag, Map<String, String> other) {
        Map<String, String> body =
                new HashMap<>(Map.of("case_reference", CASE, "purpose", "child_support", "justification", WHY));
        body.putAll(other);
        return post(person, "/api/v1/flags/" + flag + "/reidentifications", body);
    }

    static Response post(DemoPerson person, String path, Map<String, String> body) {
        return Session.of(person).contentType("application/json").body(body).post(path);
    }

    /** One step of a request. */
    static Response step(DemoPerson person, String id, String step) {
        return post(person, "/api/v1/reidentifications/" + id + "/" + step, Map.of("because", WHY));
    }

    static String state(String id) {
        return Session.of(LEADER)
                .get("/api/v1/reidentifications/" + id)
                .jsonPath()
                .getString("state");
    }

    /** A request of the first caseworker about the flag. */
    static String asked(FlagId flag) {
        return ask(ONE, flag).then().statusCode(201).extract().path("id");
    }

    /** The same, approved by the team leader. */
    public static String approved(FlagId flag) {
        String id = asked(flag);
        step(LEADER, id, "approval").then().statusCode(200);
        return id;
    }

    /** A ticket on an approved request. */
    public static String ticket(String id) {
        return step(ONE, id, "ticket").then().statusCode(200).extract().path("ticket");
    }

    /** A ticket about a flag that the first caseworker has read. */
    static String ticket() {
        return ticket(approved(read()));
    }

    /** A registry with an approved key. */
    public record Vault(SigningKey key, String registry) {

        /** The vault of a municipality. */
        public static Vault of(String municipality) throws SQLException {
            return registered("vault", municipality, "approved");
        }

        static Vault registered(String registry, String municipality, String state) throws SQLException {
            SigningKey key = SigningKey.generate(new SecureRandom());
            try (Connection connection = RealDatabase.database().superuser();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into registry_key (kid, municipality, registry, public_key, state, proposed_by,"
                                    + " proposed_at, approved_by, approved_at) values (?, ?, ?, ?, ?, 'a', now(), 'b',"
                                    + " now())")) {
                insert.setString(1, key.id().value());
                insert.setShort(2, Short.parseShort(municipality));
                insert.setString(3, registry);
                insert.setBytes(4, key.verifyingKey().encoded());
                insert.setString(5, state);
                insert.executeUpdate();
            }
            return new Vault(key, registry);
        }

        /** Redeems the ticket. */
        public Response redeem(String ticket) {
            return send(signed("jti-" + UUID.randomUUID(), ticket), ticket);
        }

        /** What the service answers to a redemption. */
        public String answer(String ticket) {
            return redeem(ticket).then().statusCode(200).extract().asString();
        }

        String signed(String jti, String ticket) {
            return signed(registry, jti, ticket, Instant.now());
        }

        String signed(String issuer, String jti, String ticket, Instant at) {
            String claims = "{\"iss\":\"" + issuer + "\",\"jti\":\"" + jti + "\",\"sha256\":\"" + Sha256.hex(ticket)
                    + "\",\"iat\":" + at.getEpochSecond() + "}";
            return Jws.sign(key, RedemptionRequest.TYPE, claims.getBytes(StandardCharsets.UTF_8));
        }

        static Response send(String header, String ticket) {
            return RestAssured.given()
                    .header(RedemptionRequest.HEADER, header)
                    .contentType("application/json")
                    .accept("application/json")
                    .body(ticket.getBytes(StandardCharsets.US_ASCII))
                    .post("/api/v1/reidentifications/redemption");
        }
    }

    /** Changes rows as no route can. */
    static void change(String sql, Object... parameters) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }

    static String code(Response answer) {
        return answer.statusCode() + " " + answer.jsonPath().getString("code");
    }
}
