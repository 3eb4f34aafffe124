package dk.rettidig.review.reidentification;

import static dk.rettidig.review.reidentification.WayBack.LEADER;
import static dk.rettidig.review.reidentification.WayBack.ONE;
import static dk.rettidig.review.reidentification.WayBack.approved;
import static dk.rettidig.review.reidentification.WayBack.code;
import static dk.rettidig.review.reidentification.WayBack.read;
import static dk.rettidig.review.reidentification.WayBack.state;
import static dk.rettidig.review.reidentification.WayBack.step;
import static dk.rettidig.review.reidentification.WayBack.ticket;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Flags;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.review.reidentification.WayBack.Vault;
import dk.rettidig.seal.Jws;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A ticket at the vault's door: once, in time, for this vault, as it was issued, or not at all. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RedemptionIT {

    @Inject
    TicketKey key;

    @Inject
    Flags flags;

    @Test
    void aTicketForThePseudonymOfTheFlagIsRedeemedOnceAndProvedToBeOnTheRecord() throws Exception {
        // Given
        FlagId flag = read();
        String id = approved(flag);
        String text = ticket(id);
        Ticket ticket = key.verified(text);

        // When
        Response answer = Vault.of("999").redeem(text);

        // Then
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(ticket.pseudonym())
                .isEqualTo(flags.facts(MunicipalityCode.SYNTHETIC, flag)
                        .orElseThrow()
                        .pseudonym());
        assertThat(ticket.domain()).isEqualTo(new PseudonymDomain("999", "child_support", 1));
        assertThat(ticket.expiresAt()).isEqualTo(ticket.issuedAt().plus(10, ChronoUnit.MINUTES));
        assertThat(state(id)).isEqualTo("redeemed");
        assertThat(proved(answer))
                .contains("\"reidentification.redeemed\"", id, ticket.idDigest())
                .doesNotContain(WayBack.CASE, ticket.pseudonym().text(), ticket.id());
    }

    /** The entry, once signature and path hold under the keys that the installation publishes. */
    private static String proved(Response answer) throws Exception {
        Response keys = RestAssured.get("/api/v1/reidentification-key");
        TlogProof proof = TlogProof.parse(answer.jsonPath().getString("proof").getBytes(StandardCharsets.UTF_8));
        Checkpoint checkpoint = Checkpoint.open(
                proof.checkpoint(), List.of(VerifierKey.parse(keys.jsonPath().getString("log_keys[0]"))));
        new InclusionProof(proof.index(), checkpoint.size(), proof.path())
                .verify(new TreeHasher().leaf(proof.extra().bytes()), checkpoint.root());
        assertThat(keys.jsonPath().getString("issuer")).isEqualTo(checkpoint.origin());
        return new String(proof.extra().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aTicketUsedTwiceIsRefusedAndOnTheRecord() throws SQLException {
        Vault vault = Vault.of("999");
        String text = ticket();
        vault.redeem(text).then().statusCode(200);
        LedgerSpy spy = LedgerSpy.now();

        assertThat(code(vault.redeem(text))).isEqualTo("409 ticket_used");
        assertThat(spy.entries("reidentification.redemption_refused"))
                .singleElement(STRING)
                .contains("ticket_used", "\"request\"");
    }

    @Test
    void theSameSignedRequestAgainGetsTheSameReceiptBecauseItsAnswerWasLost() throws SQLException {
        Vault vault = Vault.of("999");
        String text = ticket();
        String header = vault.signed("jti-lost-" + text.length() + Instant.now().toEpochMilli(), text);

        Response first = Vault.send(header, text);
        Response second = Vault.send(header, text);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.asString()).isEqualTo(first.asString());
    }

    @Test
    void ofManyWhoRedeemAtTheSameMomentOneSucceeds() throws Exception {
        Vault vault = Vault.of("999");
        String text = ticket();
        LedgerSpy spy = LedgerSpy.now();
        CyclicBarrier together = new CyclicBarrier(4);

        List<String> codes;
        try (ExecutorService all = Executors.newFixedThreadPool(4)) {
            List<Future<Response>> answers = IntStream.range(0, 4)
                    .mapToObj(each -> all.submit(() -> {
                        String header = vault.signed("jti-" + each + "-" + System.nanoTime(), text);
                        together.await();
                        return Vault.send(header, text);
                    }))
                    .toList();
            codes = answers.stream().map(RedemptionIT::outcome).toList();
        }

        assertThat(codes).containsOnlyOnce("200 null");
        assertThat(codes.stream().filter("409 ticket_used"::equals)).hasSize(3);
        assertThat(spy.entries("reidentification.redeemed")).hasSize(1);
    }

    private static String outcome(Future<Response> answer) {
        try {
            return code(answer.get());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aNewTicketMakesTheOneBeforeWorthNothingAndAfterARedemptionThereIsNone() throws SQLException {
        Vault vault = Vault.of("999");
        String id = approved(read());
        String former = ticket(id);
        String later = ticket(id);

        assertThat(code(vault.redeem(former))).isEqualTo("409 ticket_superseded");
        vault.redeem(later).then().statusCode(200);
        assertThat(code(vault.redeem(former))).isEqualTo("409 ticket_superseded");
        assertThat(code(step(ONE, id, "ticket"))).isEqualTo("409 reidentification_redeemed");
        assertThat(code(step(ONE, id, "withdrawal"))).isEqualTo("409 reidentification_out_of_turn");
    }

    @Test
    void anExpiredTicketIsRefusedAndANewOneIsIssuedWhileTheApprovalStands() throws Exception {
        Vault vault = Vault.of("999");
        String id = approved(read());
        Ticket ticket = key.verified(ticket(id));
        Instant then = ticket.issuedAt().minus(11, ChronoUnit.MINUTES);
        String expired = key.sign(changed(ticket, then, ticket.domain()));
        WayBack.change(
                "update reidentification set ticket_expires_at = now() - interval '1 minute' where id = ?::uuid", id);

        assertThat(code(vault.redeem(expired))).isEqualTo("410 ticket_expired");
        assertThat(state(id)).isEqualTo("ticketed");
        vault.redeem(ticket(id)).then().statusCode(200);
    }

    private static Ticket changed(Ticket ticket, Instant issued, PseudonymDomain domain) {
        return new Ticket(
                ticket.issuer(),
                ticket.id(),
                ticket.municipality(),
                domain,
                ticket.pseudonym(),
                ticket.purpose(),
                ticket.caseReference(),
                ticket.request(),
                issued,
                issued.plus(10, ChronoUnit.MINUTES));
    }

    @Test
    void aForgedTamperedOrRelabelledTicketIsRefused() throws Exception {
        Vault vault = Vault.of("999");
        String id = approved(read());
        String text = ticket(id);
        String[] parts = text.split("\\.");
        byte[] payload = key.verified(text).payload();
        String forged = Jws.sign(SigningKey.generate(new SecureRandom()), Ticket.TYPE, payload);
        String other = parts[0] + "." + ticket().split("\\.")[1] + "." + parts[2];
        String shortened = text.substring(0, text.length() - 2);

        for (String wrong : List.of(forged, other, shortened, "", "x.y.z", parts[0] + "." + parts[1] + ".")) {
            assertThat(code(vault.redeem(wrong))).as(wrong).isEqualTo("422 ticket_unverified");
        }
        assertThat(state(id)).isEqualTo("ticketed");
    }

    @Test
    void aTicketForADomainThatIsNotCurrentIsRefused() throws Exception {
        Vault vault = Vault.of("999");
        String id = approved(read());
        Ticket ticket = key.verified(ticket(id));
        String before = key.sign(changed(ticket, ticket.issuedAt(), new PseudonymDomain("999", "child_support", 2)));

        assertThat(code(vault.redeem(before))).isEqualTo("409 ticket_domain_mismatch");

        String now = ticket(id);
        WayBack.change("insert into pseudonym_epoch values (999, 'child_support', 2, now())");
        try {
            assertThat(code(vault.redeem(now))).isEqualTo("409 ticket_domain_mismatch");
            assertThat(key.verified(ticket(id)).domain().epoch()).isEqualTo(2);
        } finally {
            WayBack.change("delete from pseudonym_epoch");
        }
    }

    @Test
    void anotherKeyOpensNothing() throws SQLException {
        String id = approved(read());
        String text = ticket(id);

        assertThat(code(Vault.of("101").redeem(text))).isEqualTo("403 ticket_not_of_this_vault");
        Response school = Vault.registered("skole-999", "999", "approved").redeem(text);
        assertThat(code(school)).isEqualTo("403 gate_refused");
        assertThat(code(Vault.registered("vault", "999", "withdrawn").redeem(text)))
                .isEqualTo("401 redemption_request_unverified");
        assertThat(code(new Vault(SigningKey.generate(new SecureRandom()), "vault").redeem(text)))
                .isEqualTo("401 redemption_request_unverified");
        assertThat(state(id)).isEqualTo("ticketed");
    }

    @Test
    void aRequestOverAnotherBodyOrTooOldOrInAnotherNameIsRefused() throws SQLException {
        Vault vault = Vault.of("999");
        String text = ticket();

        assertThat(code(Vault.send(vault.signed("jti-a", "another body"), text)))
                .isEqualTo("422 redemption_request_mismatch");
        assertThat(code(Vault.send(
                        vault.signed("vault", "jti-b", text, Instant.now().minusSeconds(901)), text)))
                .isEqualTo("401 redemption_request_expired");
        assertThat(code(Vault.send(vault.signed("school", "jti-c", text, Instant.now()), text)))
                .isEqualTo("422 redemption_request_mismatch");
        assertThat(code(Vault.send(vault.signed("vault", "j t i", text, Instant.now()), text)))
                .isEqualTo("422 redemption_request_malformed");
        assertThat(code(Vault.send(text, text))).isEqualTo("401 redemption_request_unverified");
    }

    @Test
    void aTicketForAFlagThatWasWithdrawnInBetweenShowsNobody() throws SQLException {
        Vault vault = Vault.of("999");
        FlagId flag = read();
        String text = ticket(approved(flag));
        WayBack.change("update flag set state = 'withdrawn' where id = ?", flag.value());
        FlagId erased = read();
        String other = ticket(approved(erased));
        WayBack.change("update flag set pseudonym = null, erased_at = now() where id = ?", erased.value());

        assertThat(code(vault.redeem(text))).isEqualTo("410 ticket_flag_gone");
        assertThat(code(vault.redeem(other))).isEqualTo("410 ticket_flag_gone");
        assertThat(code(Vault.registered("skole-999", "999", "approved").redeem(other)))
                .isEqualTo("403 gate_refused");
    }

    @Test
    void aWithdrawnRequestTakesItsTicketWithIt() throws SQLException {
        String id = approved(read());
        String text = ticket(id);
        step(ONE, id, "withdrawal").then().statusCode(200);

        assertThat(code(Vault.of("999").redeem(text))).isEqualTo("409 ticket_withdrawn");
    }

    @Test
    void nothingIsRedeemedThatTheLedgerDoesNotRecord() throws SQLException {
        Vault vault = Vault.of("999");
        String id = approved(read());
        String text = ticket(id);
        WayBack.change("create or replace function no_redemption() returns trigger language plpgsql as "
                + "$$ begin raise exception 'no entry'; end $$");
        WayBack.change("create trigger no_redemption before insert on ledger_append for each row when "
                + "(position('reidentification.redeemed' in encode(new.body, 'escape')) > 0) "
                + "execute function no_redemption()");
        try {
            assertThat(code(vault.redeem(text))).isEqualTo("503 ledger_append_unavailable");
        } finally {
            WayBack.change("drop trigger no_redemption on ledger_append");
        }

        assertThat(state(id)).isEqualTo("ticketed");
        vault.redeem(text).then().statusCode(200);
    }

    @Test
    void theOfficerSeesCountsOfPersonsAndNothingOfChildren() throws SQLException {
        Vault vault = Vault.of("999");
        WayBack.change("delete from reidentification_count");
        String id = approved(read());
        String text = ticket(id);
        vault.redeem(text);
        vault.redeem(text);
        step(LEADER, WayBack.asked(read()), "decline");
        step(DemoPerson.DATA_TEAM, id, "approval");
        vault.redeem("x.y.z");

        Response counts = Session.of(DemoPerson.DATA_PROTECTION_OFFICER).get("/api/v1/reidentifications/counts");

        assertThat(counts.statusCode()).isEqualTo(200);
        assertThat(rows(counts))
                .containsExactly(
                        "demo-data 0 0 0 0 1", "demo-leder 0 1 1 0 0", "demo-raadgiver-1 2 0 0 1 1", "vault 0 0 0 0 1");
        assertThat(counts.asString()).doesNotContain(id, WayBack.CASE);
        assertThat(Session.of(DemoPerson.DATA_PROTECTION_OFFICER)
                        .get("/api/v1/reidentifications/counts?from=2026-02-01&to=2026-01-01")
                        .statusCode())
                .isEqualTo(422);
        assertThat(Session.of(LEADER).get("/api/v1/reidentifications/counts").statusCode())
                .isEqualTo(403);
    }

    @Test
    void nothingOfItIsLogged() throws Exception {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(
                        record.getMessage() + " " + Arrays.toString(record.getParameters()) + " " + record.getThrown());
            }

            @Override
            public void flush() {
                // nothing is kept back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        Ticket ticket;
        String text;
        try {
            FlagId flag = read();
            text = ticket(approved(flag));
            ticket = key.verified(text);
            Vault vault = Vault.of("999");
            vault.redeem(text).then().statusCode(200);
            vault.redeem(text);
            vault.redeem(text + "x");
            Logger.getLogger("dk.rettidig.test").warning("the handler hears this");
        } finally {
            root.removeHandler(handler);
        }

        assertThat(logged)
                .anyMatch(line -> line.contains("the handler hears this"))
                .noneMatch(line -> line.contains(text)
                        || line.contains(ticket.pseudonym().text())
                        || line.contains(ticket.id())
                        || line.contains(WayBack.CASE)
                        || line.contains(WayBack.WHY));
    }

    private static List<String> rows(Response counts) {
        return counts.jsonPath().getList("persons", java.util.Map.class).stream()
                .map(row -> Stream.of("person", "asked", "approved", "declined", "redeemed", "refused")
                        .map(name -> String.valueOf(row.get(name)))
                        .collect(java.util.stream.Collectors.joining(" ")))
                .toList();
    }

    @Test
    void noTableKeepsTheTicketOrItsId() throws SQLException, SealException {
        String text = ticket();
        Vault.of("999").redeem(text).then().statusCode(200);
        String jti = key.verified(text).id();

        try (var connection = RealDatabase.database().superuser();
                var tables = connection
                        .createStatement()
                        .executeQuery("select quote_ident(tablename) from pg_tables where schemaname = 'public'")) {
            while (tables.next()) {
                try (var query = connection.prepareStatement("select exists (select 1 from " + tables.getString(1)
                        + " t where position(? in t::text) > 0 or position(? in t::text) > 0"
                        + " or position(encode(convert_to(?, 'UTF8'), 'hex') in t::text) > 0)")) {
                    query.setString(1, text);
                    query.setString(2, jti);
                    query.setString(3, jti);
                    try (var row = query.executeQuery()) {
                        row.next();
                        assertThat(row.getBoolean(1)).as(tables.getString(1)).isFalse();
                    }
                }
            }
        }
    }
}
