package dk.rettidig.conversion;

import static dk.rettidig.conversion.VaultSender.FIRST;
import static dk.rettidig.conversion.VaultSender.lines;
import static dk.rettidig.conversion.VaultSender.number;
import static dk.rettidig.conversion.VaultSender.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.ledger.LogChecks;
import dk.rettidig.pseudonym.CurrentDomains;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rotation of the key over real flows: delivered under the old epoch, corrected under the new one. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class RotationIT {

    @Inject
    CurrentDomains domains;

    @Inject
    Epochs epochs;

    @Inject
    FormerPseudonyms former;

    @Inject
    FormerRetention retention;

    @Inject
    LedgerReader ledger;

    @Inject
    Clock clock;

    private VaultSender vault;
    private Sender school;

    @BeforeEach
    void twoChildrenInScopeWithAbsence() throws SQLException {
        VaultSender.clear();
        Sender.sendBytesAsTheyAre();
        vault = VaultSender.registered();
        school = Sender.school();
        Sender scope = Sender.notifications();
        assertThat(scope.send(Sender.scopeRow(1, "\"value\":1") + Sender.scopeRow(2, "\"value\":1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(school.send(school.row(1, "\"value\":0.5,\"known_at\":\"2026-01-01T00:00:00Z\"")
                                + school.row(2, "\"value\":0.1"))
                        .statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void firstEpochAgain() throws SQLException {
        VaultSender.clear();
    }

    private static String both() {
        return lines(pair(name(1), name(101)), pair(name(2), name(102)));
    }

    private static String name(int child) {
        return Sender.pseudonym(child);
    }

    private static long rows(String table, int child) throws SQLException {
        String hex = HexFormat.of().formatHex(Pseudonym.parse(name(child)).bytes());
        return number("select count(*) from " + table + " where pseudonym = '\\x" + hex + "'");
    }

    @Test
    void historyStaysUsableAndTheNextDeliveryCorrectsIt() throws Exception {
        LedgerSpy spy = LedgerSpy.now();

        Response receipt = vault.rotate(FIRST, both());

        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(200);
        assertThat(receipt.jsonPath().getString("to_domain")).isEqualTo("999.child_support.2");
        assertThat(receipt.jsonPath().getInt("pairs")).isEqualTo(2);
        assertThat(domains.current("999")).isEqualTo(FIRST.next());
        assertThat(rows("observation", 1) + rows("scope", 1) + rows("observation", 2))
                .isZero();
        assertThat(rows("observation", 101)).isEqualTo(1);
        assertThat(rows("scope", 101)).isEqualTo(1);

        // The registry delivers under the new epoch: its correction meets the row of before.
        byte[] line = school.row(101, "\"value\":0.2").getBytes(StandardCharsets.UTF_8);
        DeliveryNote note = school.note(line, 1);
        Response old = school.post(note.in(FIRST).signedWith(school.key), line);
        assertThat(old.statusCode()).isEqualTo(409);
        assertThat(old.jsonPath().getString("code")).isEqualTo("pseudonym_domain_not_current");
        assertThat(old.jsonPath().getString("current")).isEqualTo("999.child_support.2");
        assertThat(school.post(note.in(FIRST.next()).signedWith(school.key), line)
                        .statusCode())
                .isEqualTo(200);
        assertThat(rows("observation", 101)).isEqualTo(2);
        assertThat(number("select count(distinct (indicator, period_from, period_to)) from observation"
                        + " where value in (0.5, 0.2)"))
                .isEqualTo(1);

        assertThat(spy.entries("conversion.rotated"))
                .hasSize(1)
                .first()
                .asString()
                .contains("999.child_support.2", "\"pairs\":2")
                .doesNotContain(name(1), name(101));
        assertThat(LogChecks.holds(ledger)).isNotEmpty();
    }

    @Test
    void theSameNoteGivesTheSameReceiptAndAnotherBodyAConflict() throws SQLException {
        String body = both();
        ConversionNote note = vault.note(ConversionKind.ROTATION, FIRST, FIRST.next(), body);
        Response first = vault.post(note, body);
        Response again = vault.post(note, body);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(number("select count(*) from pseudonym_conversion")).isEqualTo(1);

        String other = pair(name(3), name(103));
        ConversionNote same = new ConversionNote(
                note.sender(),
                note.id(),
                note.municipality(),
                note.kind(),
                note.from(),
                note.to(),
                1,
                VaultSender.digest(other),
                note.issuedAt());
        assertThat(vault.post(same, other).jsonPath().getString("code")).isEqualTo("conversion_digest_conflict");
        Response late = vault.rotate(FIRST, body);
        assertThat(late.jsonPath().getString("code")).isEqualTo("pseudonym_domain_not_current");
        assertThat(late.jsonPath().getString("current")).isEqualTo("999.child_support.2");
    }

    @Test
    void aChildInScopeWithoutAPairStopsAll() throws SQLException {
        LedgerSpy spy = LedgerSpy.now();
        Response answer = vault.rotate(FIRST, pair(name(1), name(101)));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("conversion_incomplete");
        assertThat(answer.asString()).doesNotContain(name(2), "\"1\"", ":1,");
        assertThat(rows("observation", 1)).isEqualTo(1);
        assertThat(rows("scope", 101)).isZero();
        assertThat(domains.current("999")).isEqualTo(FIRST);
        assertThat(number("select count(*) from former_pseudonym")).isZero();
        assertThat(spy.entries("conversion.refused"))
                .hasSize(1)
                .first()
                .asString()
                .contains("conversion_incomplete");

        // Who left scope needs no pair.
        VaultSender.sql("update scope set to_day = from_day where pseudonym = '\\x"
                + HexFormat.of().formatHex(Pseudonym.parse(name(2)).bytes()) + "'");
        assertThat(vault.rotate(FIRST, pair(name(1), name(101))).statusCode()).isEqualTo(200);
    }

    @Test
    void anAnswerDoesNotSayWhetherAChildIsKnown() throws SQLException {
        Response known = vault.merge(FIRST, pair(name(1), name(11)));
        Response unknown = vault.merge(FIRST, pair(name(7), name(17)));

        assertThat(known.statusCode()).as(known.asString()).isEqualTo(200);
        assertThat(bare(unknown)).isEqualTo(bare(known));
        assertThat(rows("scope", 11)).isEqualTo(1);
        assertThat(rows("scope", 17) + rows("observation", 17)).isZero();
        assertThat(number("select count(*) from former_pseudonym")).isEqualTo(1);
    }

    /** Without id, digest of the body, place and time. */
    private static String bare(Response answer) {
        return answer.asString()
                .replaceAll("\"conversion_id\":\"[^\"]+\"", "")
                .replaceAll("\"sha256\":\"[^\"]+\"", "")
                .replaceAll("\"entry\":\\{[^}]+}", "")
                .replaceAll("\"checkpoint\":\"[^\"]+\"", "");
    }

    @Test
    void twoAtOnceLeaveOneRotation() throws Exception {
        String body = both();
        ConversionNote note = vault.note(ConversionKind.ROTATION, FIRST, FIRST.next(), body);
        List<Response> answers =
                Stream.generate(() -> CompletableFuture.supplyAsync(() -> vault.post(note, body)))
                        .limit(4)
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(answers).extracting(Response::statusCode).contains(200).isSubsetOf(200, 409, 503);
        assertThat(number("select count(*) from pseudonym_conversion")).isEqualTo(1);
        assertThat(number("select count(*) from pseudonym_epoch")).isEqualTo(1);
        assertThat(rows("observation", 101)).isEqualTo(1);
        assertThat(vault.post(note, body).statusCode()).isEqualTo(200);
    }

    @Test
    void waitsForWhoeverReadPseudonymsAndWillWriteThem() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<Void> holder = CompletableFuture.runAsync(
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    epochs.hold("999");
                    held.countDown();
                    await(done);
                }));
        held.await();
        Response busy = vault.rotate(FIRST, both());
        done.countDown();
        holder.join();
        assertThat(busy.statusCode()).isEqualTo(409);
        assertThat(busy.jsonPath().getString("code")).isEqualTo("conversion_must_wait");
        assertThat(busy.header("Retry-After")).isEqualTo("5");

        VaultSender.sql("update delivery set state = 'running', lease_until = now() + interval '1 minute'"
                + " where feed = '" + school.feed + "'");
        assertThat(vault.rotate(FIRST, both()).jsonPath().getString("code")).isEqualTo("conversion_must_wait");
        VaultSender.sql("update delivery set state = 'finished' where feed = '" + school.feed + "'");
        assertThat(vault.rotate(FIRST, both()).statusCode()).isEqualTo(200);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatFailsInTheMiddleLeavesEverythingAsItWas() throws SQLException {
        // The last table refuses, after scope and observations were changed.
        VaultSender.sql("create function no_more() returns trigger language plpgsql as"
                + " $$ begin raise exception 'full'; end $$");
        VaultSender.sql("create trigger no_more before insert on former_pseudonym execute function no_more()");
        try {
            LedgerSpy spy = LedgerSpy.now();
            assertThat(vault.rotate(FIRST, both()).statusCode()).isEqualTo(503);
            assertThat(rows("observation", 1) + rows("scope", 1)).isEqualTo(2);
            assertThat(rows("observation", 101) + rows("scope", 101)).isZero();
            assertThat(domains.current("999")).isEqualTo(FIRST);
            assertThat(spy.entries("conversion.rotated")).isEmpty();
        } finally {
            VaultSender.sql("drop trigger no_more on former_pseudonym");
            VaultSender.sql("drop function no_more");
        }
        assertThat(vault.rotate(FIRST, both()).statusCode()).isEqualTo(200);
    }

    @Test
    void everyTableThatNamesChildrenTakesPart() throws SQLException {
        assertThat(VaultSender.texts("select c.table_name from information_schema.columns c"
                        + " where c.table_schema = 'public' and c.column_name like '%pseudonym%'"
                        + " and c.table_name not like 'observation\\_m%'"))
                .as(
                        "a new table with pseudonyms needs a PseudonymRows of its own, and whatever writes it holds the Epochs")
                .containsExactlyInAnyOrder(
                        "scope",
                        "observation",
                        "flag",
                        "former_pseudonym",
                        "source_pair",
                        "halt",
                        "erasure_request",
                        "extract",
                        "conclusion",
                        "notification",
                        "child_link_member",
                        "case_record",
                        "supervision_case",
                        "follow_up",
                        "handover_side");
    }

    @Test
    void formerNamesFollowTheChildAndGoWhenTheirTimeIsOver() throws SQLException {
        MunicipalityCode here = MunicipalityCode.SYNTHETIC;
        assertThat(vault.rotate(FIRST, both()).statusCode()).isEqualTo(200);
        assertThat(vault.rotate(FIRST.next(), lines(pair(name(101), name(201)), pair(name(102), name(202))))
                        .statusCode())
                .isEqualTo(200);

        assertThat(former.of(here, Pseudonym.parse(name(201))))
                .extracting(each -> each.pseudonym().text())
                .containsExactly(name(101), name(1));
        assertThat(former.of(here, Pseudonym.parse(name(101)))).isEmpty();
        assertThat(former.of(new MunicipalityCode("101"), Pseudonym.parse(name(201))))
                .isEmpty();
        String hex = HexFormat.of().formatHex(Pseudonym.parse(name(1)).bytes());
        assertThat(number(
                        "select count(*) from former_pseudonym where position('\\x" + hex + "'::bytea in sealed) > 0"))
                .as("sealed")
                .isZero();

        assertThat(retention.eraseDue(clock.instant().plus(Duration.ofDays(29))))
                .isZero();
        assertThat(retention.eraseDue(clock.instant().plus(Duration.ofDays(31))))
                .isEqualTo(4);
        assertThat(former.of(here, Pseudonym.parse(name(201)))).isEmpty();
    }
}
