package dk.rettidig.oversight.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.conversion.VaultSender;
import dk.rettidig.gate.RefusedFault;
import dk.rettidig.law.Erasable;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.ExportChecks;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.ledger.Subjects;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.oversight.halt.Halt;
import dk.rettidig.oversight.halt.HaltDesk;
import dk.rettidig.oversight.halt.HaltRows;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import dk.rettidig.verifier.Report;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Erasing everything about a child: two people, everything that the service can hold, one transaction. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ErasureRequestIT {

    private static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;
    private static final String WHY = "Datatilsynet har fundet behandlingen ulovlig.";
    private static final Actor LAWYER = new Actor.LegalReviewer(new ActorName("lawyer"), MunicipalityCode.SYNTHETIC);

    @TempDir
    Path directory;

    @Inject
    ErasureRequestDesk desk;

    @Inject
    ErasureDecisionDesk decisions;

    @Inject
    @All
    List<Erasable> erasables;

    @Inject
    Ledger ledger;

    @Inject
    LedgerReader reader;

    @Inject
    Subjects subjects;

    @Inject
    ErasureRequestRetention retention;

    @Inject
    HaltDesk halts;

    @Inject
    Clock clock;

    private final Pseudonym child = HaltRows.child();
    private final Pseudonym other = HaltRows.child();

    @BeforeEach
    @AfterEach
    void nothingElse() throws SQLException {
        VaultSender.clear();
        HaltRows.change("truncate erasure_request, halt, extract cascade");
    }

    private ErasureRequest requested(Pseudonym of) {
        return desk.request(LAWYER, new ErasureRequestDesk.Draft(of.text(), "unlawful", "S-2026-17", WHY));
    }

    private static Response decide(String id, String how, Map<String, String> body) {
        return Session.of(DPO).contentType(ContentType.JSON).body(body).post("/api/v1/erasure-requests/" + id + how);
    }

    private static Response carryOut(ErasureRequest request) {
        return decide(request.id().toString(), "/carrying-out", Map.of("because", WHY));
    }

    private static Response post(DemoPerson person, Map<String, String> body) {
        return Session.of(person).contentType(ContentType.JSON).body(body).post("/api/v1/erasure-requests");
    }

    private Map<String, String> input() {
        return Map.of("pseudonym", child.text(), "ground", "unlawful", "case_reference", "S-2026-17", "because", WHY);
    }

    private static long behind(List<AppendId> appends) throws SQLException {
        long found = 0;
        for (AppendId each : appends) {
            for (String table : List.of("ledger_commitment", "ledger_subject", "ledger_flag")) {
                found += HaltRows.count("select count(*) from " + table + " where append_id = ?", each.value());
            }
        }
        return found;
    }

    private long subjectRows(Pseudonym of) throws SQLException {
        return HaltRows.count(
                "select count(*) from ledger_subject where lookup = ?", (Object) subjects.lookup("999", of.bytes()));
    }

    @Test
    void everyTableThatNamesAChildIsErasedByExactlyOneFeature() throws SQLException {
        List<String> named = ErasureRows.names(
                "select distinct c.table_name from information_schema.columns c"
                        + " where c.table_schema = 'public' and c.data_type = 'bytea'"
                        + " and (c.column_name like '%pseudonym%' or c.column_name = 'lookup')"
                        // by whom an actor's handle is found: no child
                        + " and c.table_name not in (select relname from pg_class where relispartition union select 'ledger_actor')");

        assertThat(erasables.stream().flatMap(each -> each.tables().stream()))
                .as("a new table that names children needs an Erasable of its feature")
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void oneChildIsGoneFromEveryTableAndTheOtherIsInAllOfThemAndTheLogVerifies() throws Exception {
        ErasureRows.fill(child, other);
        List<AppendId> gone = ErasureRows.entries(ledger, child);
        List<AppendId> kept = ErasureRows.entries(ledger, other);
        ErasureRequest request = requested(child);
        requested(other);
        Map<String, Long> before = ErasureRows.naming(other);
        assertThat(ErasureRows.naming(child)).as("the same is held about both").isEqualTo(before);
        assertThat(before.keySet())
                .as("everything that can name a child does")
                .containsExactlyInAnyOrderElementsOf(erasables.stream()
                        .flatMap(each -> each.tables().stream())
                        .filter(table -> !table.equals("ledger_subject"))
                        .toList());
        Map<String, Long> hanging = hanging(other);
        assertThat(hanging(child)).isEqualTo(hanging);
        assertThat(behind(gone)).isPositive();
        long keptBehind = behind(kept);
        LedgerSpy spy = LedgerSpy.now();

        Response answer = carryOut(request);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getString("state")).isEqualTo("done");
        assertThat(ErasureRows.naming(child)).isEmpty();
        assertThat(ErasureRows.naming(other)).isEqualTo(before);
        assertThat(hanging(other)).isEqualTo(hanging);
        assertThat(hanging.values()).doesNotContain(0L);
        assertThat(hangingOnNobody()).isZero();
        assertThat(behind(gone)).isZero();
        assertThat(behind(kept)).isEqualTo(keptBehind);
        assertThat(subjectRows(child)).isZero();
        assertThat(spy.entries("erasure.done"))
                .singleElement(STRING)
                .contains("\"observation_after_scope\":2", "\"own_view\":8", "\"flag_concluded\":", "\"extract\":1")
                .doesNotContain(child.text(), "S-2026-17", "Datatilsynet");
        assertThat(spy.entries("erasure.failed")).isEmpty();
        AppendId last = ErasureRows.entries(ledger, other).getLast();
        ledger.await(last, Duration.ofSeconds(20));
        Report report = ExportChecks.verified(reader, directory);
        assertThat(report.findings()).isEmpty();
        assertThat(report.ok()).isTrue();
    }

    /** Rows that name no child and hang on the child's. */
    private static Map<String, Long> hanging(Pseudonym of) throws SQLException {
        Map<String, Long> found = new HashMap<>();
        for (String table : List.of(
                "flag_fact",
                "flag_strength",
                "flag_rescore",
                "review_own_view",
                "review_outcome",
                "review_opening",
                "reidentification")) {
            found.put(
                    table,
                    HaltRows.count(
                            "select count(*) from " + table + " t join flag f on f.id = t.flag where f.pseudonym = ?",
                            (Object) of.bytes()));
        }
        found.put(
                "remark",
                HaltRows.count(
                        "select count(*) from supervision_answer a join supervision_case c using (round, number)"
                                + " where c.pseudonym = ? and a.remark <> ''",
                        (Object) of.bytes()));
        for (String[] one : List.of(
                new String[] {"notification_step", "notification", "notification"},
                new String[] {"follow_up_closing", "follow_up", "follow_up"},
                new String[] {"case_finding", "case_record", "case_record"})) {
            found.put(
                    one[0],
                    HaltRows.count(
                            "select count(*) from " + one[0] + " t join " + one[1] + " p on p.id = t." + one[2]
                                    + " where p.pseudonym = ?",
                            (Object) of.bytes()));
        }
        return found;
    }

    /** Whatever hangs on a flag that names nobody, and remarks about cases that name nobody. */
    private static long hangingOnNobody() throws SQLException {
        return HaltRows.count(
                "select (select count(*) from flag_fact t join flag f on f.id = t.flag where f.pseudonym is null)"
                        + " + (select count(*) from flag_strength t join flag f on f.id = t.flag where f.pseudonym is null)"
                        + " + (select count(*) from flag_rescore t join flag f on f.id = t.flag where f.pseudonym is null)"
                        + " + (select count(*) from review_own_view t join flag f on f.id = t.flag where f.pseudonym is null)"
                        + " + (select count(*) from reidentification t join flag f on f.id = t.flag where f.pseudonym is null)"
                        + " + (select count(*) from supervision_answer a join supervision_case c using (round, number)"
                        + "    where c.pseudonym is null and a.remark <> '')"
                        + " + (select count(*) from supervision_case where pseudonym is null and key <> repeat('0', 64))");
    }

    @Test
    void aHaltedChildIsNotErased() throws SQLException {
        HaltRows.observed(child);
        ErasureRequest request = requested(child);
        HaltRows.change(
                "insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by,"
                        + " registered_at) values (999, gen_random_uuid(), ?, sha256('h'), 'complaint', 'S-2026-18', 'desk',"
                        + " now())",
                (Object) child.bytes());
        LedgerSpy spy = LedgerSpy.now();

        Response answer = carryOut(request);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("erasure_halted");
        assertThat(HaltRows.of("observation", child)).isEqualTo(1);
        assertThat(spy.entries("erasure.failed")).singleElement(STRING).contains("erasure_halted");
        HaltRows.change("delete from halt");
        assertThat(carryOut(request).statusCode()).isEqualTo(200);
        assertThat(carryOut(request).jsonPath().getString("code")).isEqualTo("erasure_decided");
    }

    @ParameterizedTest
    @CsvSource({"update notification set done_at = null", "update handover_side set ended_at = null"})
    void nothingIsErasedWhileADeadlineRuns(String open) throws SQLException {
        ErasureRows.fill(child, other);
        ErasureRequest request = requested(child);
        HaltRows.change(open + " where pseudonym = ?", (Object) child.bytes());
        Map<String, Long> before = ErasureRows.naming(child);

        Response answer = carryOut(request);

        assertThat(answer.jsonPath().getString("code")).isEqualTo("erasure_duty_runs");
        assertThat(ErasureRows.naming(child)).isEqualTo(before);
    }

    @Test
    void waitsForARunThatReadTheChild() throws SQLException {
        ErasureRequest request = requested(child);
        HaltRows.run(child);
        HaltRows.change("update run set state = 'started', ended_at = null, membership_root = null,"
                + " lease_until = now() + interval '1 minute'");

        assertThat(carryOut(request).jsonPath().getString("code")).isEqualTo("erasure_under_way");
    }

    @Test
    void aFeatureThatFailsErasesNothingAnywhereAndTheFailureIsOnTheRecord() throws SQLException {
        ErasureRows.fill(child, other);
        List<AppendId> entries = ErasureRows.entries(ledger, child);
        ErasureRequest request = requested(child);
        Map<String, Long> before = ErasureRows.naming(child);
        long behind = behind(entries);
        LedgerSpy spy = LedgerSpy.now();
        HaltRows.change("alter table supervision_answer rename to answer_away");
        try {
            assertThat(carryOut(request).statusCode()).isGreaterThanOrEqualTo(500);
        } finally {
            HaltRows.change("alter table answer_away rename to supervision_answer");
        }

        assertThat(ErasureRows.naming(child)).isEqualTo(before);
        assertThat(behind(entries)).isEqualTo(behind);
        assertThat(spy.entries("erasure.failed")).hasSize(1);
        assertThat(spy.entries("erasure.done")).isEmpty();
        assertThat(carryOut(request).statusCode()).isEqualTo(200);
        assertThat(ErasureRows.naming(child)).isEmpty();
    }

    @Test
    void nobodyDecidesOnARequestOfTheirOwn() throws SQLException {
        HaltRows.observed(child);
        String id = post(DPO, input()).path("id");
        Map<String, String> refusal = Map.of("refusal", "record_duty", "because", WHY);

        Response carried = decide(id, "/carrying-out", Map.of("because", WHY));
        Response refused = decide(id, "/refusal", refusal);

        assertThat(List.of(carried.statusCode(), refused.statusCode())).containsOnly(403);
        assertThat(carried.jsonPath().getString("code")).isEqualTo("gate_refused");
        assertThat(HaltRows.of("observation", child)).isEqualTo(1);
        assertThatThrownBy(
                        () -> HaltRows.change(
                                "update erasure_request set state = 'refused', pseudonym = null,"
                                        + " decided_by = requested_by, decided_at = now(), refusal = 'no_ground', decided_why = because"))
                .hasMessageContaining("erasure_request_check");
    }

    @Test
    void anothersRequestIsRefusedForAGroundAndNamesNobodyAfterThat() throws SQLException {
        HaltRows.observed(child);
        ErasureRequest request = requested(child);
        String id = request.id().toString();
        LedgerSpy spy = LedgerSpy.now();

        Response wrong = decide(id, "/refusal", Map.of("refusal", "because", "because", "kort"));
        Response refused = decide(id, "/refusal", Map.of("refusal", "record_duty", "because", WHY));

        assertThat(wrong.jsonPath().getList("errors.field")).containsExactly("refusal", "because");
        assertThat(refused.jsonPath().getString("refusal")).isEqualTo("record_duty");
        assertThat(HaltRows.count("select count(*) from erasure_request where pseudonym is not null"))
                .isZero();
        assertThat(HaltRows.of("observation", child)).isEqualTo(1);
        assertThat(spy.entries("erasure.refused"))
                .singleElement(STRING)
                .contains("record_duty")
                .doesNotContain(child.text(), "Datatilsynet");
        assertThat(carryOut(request).jsonPath().getString("code")).isEqualTo("erasure_decided");

        // A later request that is carried out takes the refused one with it.
        assertThat(carryOut(requested(child)).statusCode()).isEqualTo(200);
        assertThat(HaltRows.count("select count(*) from erasure_request")).isEqualTo(1);
    }

    @Test
    void anotherMunicipalitysRequestIsNeitherSeenNorDecided() throws SQLException {
        ErasureRequest request = requested(child);
        Actor elsewhere = new Actor.LegalReviewer(new ActorName("far"), new MunicipalityCode("101"));

        assertThat(desk.list(elsewhere)).isEmpty();
        assertThatThrownBy(() -> decisions.carryOut(elsewhere, request.id().toString(), WHY))
                .isInstanceOf(OversightFault.class)
                .hasMessageContaining("not_found");
        assertThat(HaltRows.count("select count(*) from erasure_request where state = 'requested'"))
                .isEqualTo(1);
        assertThatThrownBy(() -> decisions.carryOut(
                        new Actor.Caseworker(new ActorName("c"), MunicipalityCode.SYNTHETIC),
                        request.id().toString(),
                        WHY))
                .isInstanceOf(RefusedFault.class);
    }

    @Test
    void isRequestedOnceAndShownByItsCaseOnly() {
        Response first = post(DPO, input());
        Response again = post(DPO, input());

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        assertThat(again.jsonPath().getString("code")).isEqualTo("erasure_requested");
        assertThat(Session.of(DPO).get("/api/v1/erasure-requests").asString())
                .contains("S-2026-17", "\"state\":\"requested\"")
                .doesNotContain(child.text());
    }

    @ParameterizedTest
    @EnumSource(
            value = DemoPerson.class,
            names = {"CASEWORKER_ONE", "TEAM_LEADER", "DATA_TEAM"})
    void onlyTheRightsDeskAsks(DemoPerson person) {
        assertThat(post(person, input()).statusCode()).isEqualTo(403);
        assertThat(Session.of(person).get("/api/v1/erasure-requests").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "pseudonym, 310299-9876, person_pseudonym_invalid",
        "ground, consent, person_choice_unknown",
        "case_reference, x, journal_number_invalid",
        "because, Barnet har nummer 310299-9876 i sagen., text_has_cpr",
        "because, kort, text_too_short"
    })
    void saysWhichFieldIsWrongAndRepeatsNothing(String field, String value, String code) {
        Map<String, String> body = new HashMap<>(input());
        body.put(field, value);

        Response answer = post(DPO, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
        assertThat(answer.asString()).doesNotContain("310299");
    }

    @Test
    void aDecidedRequestGoesWhenItsTimeIsOverUnlessItsChildIsHalted() throws SQLException {
        for (Pseudonym each : List.of(child, other)) {
            HaltRows.change(
                    "insert into erasure_request (municipality, id, lookup, ground, case_reference, because, requested_by,"
                            + " requested_at, state, decided_by, decided_at, refusal, decided_why) values (999,"
                            + " gen_random_uuid(), ?, 'unlawful', 'S-2026-17', 'Et barn der ikke findes.', 'desk',"
                            + " '2026-01-03', 'refused', 'lawyer', '2026-01-03', 'no_ground', 'Der er ingen grund til det.')",
                    (Object) subjects.lookup("999", each.bytes()));
        }
        requested(HaltRows.child());
        Halt halt = halts.register(LAWYER, new HaltDesk.Draft(child.text(), "complaint", "S-2026-17", ""));

        retention.eraseDue(clock.instant().plus(Duration.ofDays(366)));

        assertThat(HaltRows.count("select count(*) from erasure_request where state = 'requested'"))
                .isEqualTo(1);
        assertThat(decided(child)).isEqualTo(1);
        assertThat(decided(other)).isZero();
        halts.lift(LAWYER, halt.id().toString(), "Sagen er afgjort og meddelt forælderen.");
        retention.eraseDue(clock.instant().plus(Duration.ofDays(366)));
        assertThat(decided(child)).isZero();
    }

    private long decided(Pseudonym of) throws SQLException {
        return HaltRows.count(
                "select count(*) from erasure_request where lookup = ?", (Object) subjects.lookup("999", of.bytes()));
    }

    @Test
    void followsTheChildThroughARotation() throws SQLException {
        requested(child);
        Pseudonym next = HaltRows.child();

        Response rotated =
                VaultSender.registered().rotate(VaultSender.FIRST, VaultSender.pair(child.text(), next.text()));

        assertThat(rotated.statusCode()).as(rotated.asString()).isEqualTo(200);
        assertThat(HaltRows.of("erasure_request", child)).isZero();
        assertThat(HaltRows.count(
                        "select count(*) from erasure_request where pseudonym = ? and lookup = ?",
                        next.bytes(),
                        subjects.lookup("999", next.bytes())))
                .isEqualTo(1);
    }
}
