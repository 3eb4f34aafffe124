package dk.rettidig.casefile.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.law.ReviewRuleRegister;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import dk.rettidig.verifier.DrawVerifier;
import dk.rettidig.verifier.Finding;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.Report;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A round of legal supervision over HTTP, from the frame to the report. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SupervisionIT {

    private static final DemoPerson LEADER = DemoPerson.TEAM_LEADER;
    private static final DemoPerson ONE = DemoPerson.CASEWORKER_ONE;
    private static final DemoPerson TWO = DemoPerson.CASEWORKER_TWO;
    private static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;
    private static final String ROUNDS = "/api/v1/supervision/rounds";
    private static final Duration WAIT = Duration.ofSeconds(4);

    @Inject
    DrawJobs jobs;

    @Inject
    ReviewRuleRegister rules;

    @Inject
    SupervisionRetention retention;

    @Inject
    Clock clock;

    @TempDir
    Path folder;

    @BeforeEach
    @AfterEach
    void none() throws SQLException {
        change("delete from supervision_round; delete from halt");
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String frame(int cases, String handler) {
        return "case_reference,handler\n"
                + IntStream.rangeClosed(1, cases)
                        .mapToObj(number -> "S-2026-" + number + "," + handler + "\n")
                        .collect(Collectors.joining());
    }

    private Map<String, Object> draft(int sample, String handler) {
        return Map.of(
                "drawn_from",
                "placements",
                "sample",
                sample,
                "opens_at",
                clock.instant().plus(WAIT).toString(),
                "frame",
                frame(20, handler));
    }

    private static Response post(DemoPerson person, String path, Object body) {
        return Session.of(person).contentType(ContentType.JSON).body(body).post(path);
    }

    private String drawn(int sample, String handler) throws InterruptedException {
        Response committed = post(LEADER, ROUNDS, draft(sample, handler));
        assertThat(committed.statusCode()).as(committed.asString()).isEqualTo(201);
        String round = committed.path("id");
        jobs.goOn();
        Thread.sleep(WAIT);
        for (int tries = 0; tries < 20 && draw(round).statusCode() == 409; tries++) {
            jobs.goOn();
        }
        return round;
    }

    private static Response draw(String round) {
        return Session.of(DPO).get(ROUNDS + "/" + round + "/draw");
    }

    private static Response cases(DemoPerson person, String round) {
        return Session.of(person).get(ROUNDS + "/" + round + "/cases");
    }

    private Map<String, Object> answers(String all) {
        return Map.of(
                "answers",
                rules.rules().stream()
                        .map(rule -> Map.of("rule", rule.id(), "answer", all))
                        .toList());
    }

    private Response review(DemoPerson person, String round, int number, String all) {
        return post(person, ROUNDS + "/" + round + "/cases/" + number + "/review", answers(all));
    }

    @Test
    void anOutsiderDrawsTheSameCasesFromTheFileAlone() throws Exception {
        LedgerSpy spy = LedgerSpy.now();
        String round = drawn(6, "");
        Path file = folder.resolve("draw.json");
        Files.write(file, draw(round).asByteArray());
        List<VerifierKey> keys = List.of(
                VerifierKey.parse(RestAssured.get("/ledger/log-key").asString().strip()));

        Report report = DrawVerifier.verify(file, new LedgerVerifier.Trust(keys, List.of(), Optional.empty()));

        assertThat(report.findings()).isEmpty();
        Response cases = cases(ONE, round);
        assertThat(cases.jsonPath().getList("ticket"))
                .isEqualTo(draw(round).jsonPath().getList("drawn"))
                .hasSize(6);
        assertThat(Draw.ticket(
                                HexFormat.of().parseHex(cases.jsonPath().getString("[0].key")),
                                new CaseReference(cases.jsonPath().getString("[0].reference")))
                        .hex())
                .isEqualTo(cases.jsonPath().getString("[0].ticket"));
        assertThat(draw(round).asString()).doesNotContain("S-2026");
        for (String type : List.of("supervision.frame_committed", "supervision.draw_called", "supervision.drawn")) {
            assertThat(spy.entries(type))
                    .as(type)
                    .singleElement(STRING)
                    .contains(round)
                    .doesNotContain("S-2026");
        }
        assertThat(spy.entries("supervision.cases_read")).isNotEmpty();
    }

    @Test
    void twoReviewWithoutSeeingEachOtherAndTheReportCounts() throws Exception {
        String round = drawn(2, "");
        assertThat(review(ONE, round, 1, "no").statusCode()).isEqualTo(201);

        assertThat(cases(TWO, round).jsonPath().getInt("[0].missing")).isEqualTo(1);
        assertThat(cases(TWO, round).jsonPath().getList("[0].mine")).isEmpty();
        assertThat(cases(ONE, round).jsonPath().getList("[0].mine"))
                .hasSize(rules.rules().size());
        assertThat(review(ONE, round, 1, "yes").jsonPath().getString("code")).isEqualTo("supervision_reviewed");
        assertThat(review(TWO, round, 1, "no").statusCode()).isEqualTo(201);
        assertThat(review(LEADER, round, 1, "no").jsonPath().getString("code")).isEqualTo("supervision_reviewed");
        assertThat(review(ONE, round, 2, "yes").statusCode()).isEqualTo(201);
        assertThat(review(TWO, round, 2, "not_applicable").statusCode()).isEqualTo(201);

        Response report = Session.of(DPO).get(ROUNDS + "/" + round);
        assertThat(report.jsonPath().getInt("reviewed")).isEqualTo(2);
        assertThat(report.jsonPath().getInt("any.faults")).isEqualTo(1);
        assertThat(report.jsonPath().getInt("any.open")).isZero();
        assertThat(report.jsonPath().getInt("any.low")).isEqualTo(1);
        assertThat(report.jsonPath().getInt("any.high")).isEqualTo(19);
        assertThat(report.asString()).doesNotContain("S-2026-", ONE.username(), TWO.username());
        String page = RestAssured.given()
                .accept("text/html")
                .cookies(Session.cookies(DPO))
                .get("/supervision/" + round)
                .asString();
        assertThat(page).contains("Hvad runden viser", "2 af 2 sager").doesNotContain("S-2026-");
        assertThat(RestAssured.given()
                        .accept("text/html")
                        .cookies(Session.cookies(LEADER))
                        .get("/supervision")
                        .asString())
                .contains("/supervision/" + round, "anbringelser");
    }

    @Test
    void thePackageHoldsOfflineAndNamesNobody() throws Exception {
        String round = drawn(2, "");
        String path = ROUNDS + "/" + round + "/package";
        assertThat(asked(LEADER, path).jsonPath().getString("code")).isEqualTo("supervision_not_reviewed");
        for (int number = 1; number <= 2; number++) {
            assertThat(review(ONE, round, number, "no").statusCode()).isEqualTo(201);
            assertThat(review(TWO, round, number, "no").statusCode()).isEqualTo(201);
        }
        String rule = rules.rules().getFirst().id();
        Map<String, Object> plan =
                Map.of("rule", rule, "plan", "Alle screeninger ses efter.", "by", "leder", "due", "2036-12-20");
        assertThat(post(LEADER, ROUNDS + "/" + round + "/plans", plan).statusCode())
                .isEqualTo(201);
        LedgerSpy spy = LedgerSpy.now();

        Response taken = asked(LEADER, path);

        assertThat(taken.statusCode()).isEqualTo(200);
        Path file = folder.resolve("package.zip");
        Files.write(file, taken.asByteArray());
        assertThat(spy.entries("supervision.package_taken"))
                .singleElement(STRING)
                .contains(
                        round,
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(taken.asByteArray())));
        LedgerVerifier.Trust trust = new LedgerVerifier.Trust(
                List.of(VerifierKey.parse(
                        RestAssured.get("/ledger/log-key").asString().strip())),
                List.of(),
                Optional.empty());
        Report report = DrawVerifier.verify(file, trust);
        assertThat(report.findings()).isEmpty();
        assertThat(entries(file))
                .containsOnlyKeys(
                        "README.txt",
                        "package.json",
                        "draw.json",
                        "log-key",
                        "proofs/frame.tlog-proof",
                        "proofs/call.tlog-proof",
                        "proofs/drawn.tlog-proof",
                        "proofs/plan-" + rule + ".tlog-proof");
        assertThat(entries(file).values())
                .allSatisfy(text -> assertThat(text).doesNotContain("S-2026-", ONE.username(), TWO.username()));
        alter(file, "package.json", "\"sample\" : 2", "\"sample\" : 3");
        assertThat(DrawVerifier.verify(file, trust).findings())
                .extracting(Finding::kind)
                .containsExactly(Finding.Kind.DRAW);
        alter(file, "proofs/drawn.tlog-proof", "index ", "index 1");
        assertThat(DrawVerifier.verify(file, trust).findings())
                .extracting(Finding::kind)
                .contains(Finding.Kind.PROOF);
        assertThat(asked(DPO, path).asString()).contains("gate_refused");
        assertThat(asked(ONE, path).asString()).contains("gate_refused");
    }

    private static Response asked(DemoPerson person, String path) {
        return Session.of(person).accept("*/*").get(path);
    }

    private static Map<String, String> entries(Path zip) throws IOException {
        Map<String, String> entries = new HashMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                entries.put(
                        entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static void alter(Path zip, String name, String from, String to) throws IOException {
        try (FileSystem files = FileSystems.newFileSystem(zip)) {
            Path path = files.getPath("/", name);
            Files.writeString(path, Files.readString(path).replace(from, to));
        }
    }

    @Test
    void whoeverHandlesTheCaseDoesNotReviewItAndTheAttemptIsOnRecord() throws Exception {
        String round = drawn(1, ONE.username());
        LedgerSpy spy = LedgerSpy.now();

        assertThat(review(ONE, round, 1, "yes").jsonPath().getString("code")).isEqualTo("supervision_own_case");
        assertThat(review(TWO, round, 1, "yes").statusCode()).isEqualTo(201);
        assertThat(cases(ONE, round).jsonPath().getBoolean("[0].own")).isTrue();
        assertThat(spy.entries("supervision.review_refused"))
                .singleElement(STRING)
                .contains("supervision_own_case");
    }

    @Test
    void answersMustBeWholeAndFreeOfNumbers() throws Exception {
        String round = drawn(1, "");
        String path = ROUNDS + "/" + round + "/cases/1/review";
        String first = rules.rules().getFirst().id();

        Response missing = post(ONE, path, Map.of("answers", List.of(Map.of("rule", first, "answer", "maybe"))));
        Response remark = post(
                ONE,
                path,
                Map.of(
                        "answers",
                        List.of(Map.of(
                                "rule", first, "answer", "no", "remark", "Barnet 310299-" + "9876 har ingen plan."))));

        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(missing.jsonPath().getList("errors.code"))
                .hasSize(rules.rules().size())
                .containsOnly("supervision_answer_missing");
        assertThat(remark.jsonPath().getList("errors.code")).contains("text_has_cpr");
        assertThat(remark.asString()).doesNotContain("310299");
        assertThat(review(ONE, round, 7, "yes").statusCode()).isEqualTo(404);
    }

    @Test
    void aFaultGetsOnePlanAndTheNextRoundStandsBesideThisOne() throws Exception {
        String first = drawn(2, "");
        String rule = rules.rules().getFirst().id();
        Map<String, Object> plan = Map.of(
                "rule",
                rule,
                "plan",
                "Alle screeninger ses efter hver mandag.",
                "by",
                "faglig leder",
                "due",
                "2036-12-20");
        String path = ROUNDS + "/" + first + "/plans";

        assertThat(post(LEADER, path, plan).statusCode()).isEqualTo(201);
        assertThat(post(LEADER, path, plan).jsonPath().getString("code")).isEqualTo("supervision_plan_stands");
        assertThat(post(LEADER, path, Map.of("rule", "x", "plan", "kort", "due", "2026-01-01"))
                        .jsonPath()
                        .getList("errors.field"))
                .containsExactly("rule", "plan", "by", "due");
        assertThat(post(DPO, path, plan).asString()).contains("gate_refused", "dpo_has_no_switch");
        String reference = cases(ONE, first).jsonPath().getString("[0].reference");
        String other = rules.rules().getLast().id();
        Response named = post(
                LEADER,
                path,
                Map.of(
                        "rule",
                        other,
                        "plan",
                        "Sagen " + reference + " ses efter.",
                        "by",
                        "leder",
                        "due",
                        "2036-12-20"));
        assertThat(named.jsonPath().getList("errors.code")).containsExactly("supervision_names_case");
        String second = drawn(2, "");
        Response report = Session.of(LEADER).get(ROUNDS + "/" + second);
        assertThat(report.<String>path("before")).isEqualTo(first);
        assertThat(report.<String>path("rules[0].change")).isEqualTo("not_shown");
        assertThat(Session.of(LEADER).get(ROUNDS + "/" + first).<String>path("plans[0].rule"))
                .isEqualTo(rule);
        Response committee = Session.of(DPO).get(ROUNDS + "/" + second + "/committee");
        assertThat(committee.<String>path("plans[0].state")).isEqualTo("waiting");
        assertThat(committee.<List<?>>path("rules[0].rounds")).hasSize(2);
        assertThat(committee.asString()).doesNotContain("S-2026-", ONE.username());
        change("update supervision_plan set due = current_date - 3");
        assertThat(Session.of(DPO).get(ROUNDS + "/" + second + "/committee").<String>path("plans[0].state"))
                .isEqualTo("unfinished");
        change("delete from supervision_round where id = '" + second + "'; update supervision_round set drawn_at ="
                + " drawn_at - interval '9 days'");
        assertThat(Session.of(DPO).get(ROUNDS + "/" + first + "/committee").<String>path("plans[0].state"))
                .isEqualTo("overdue");
        assertThat(RestAssured.given()
                        .accept("text/html")
                        .cookies(Session.cookies(LEADER))
                        .get("/")
                        .asString())
                .contains("1 plan uden en ny runde");
    }

    @ParameterizedTest
    @CsvSource({
        "drawn_from, everybody, supervision_choice_unknown",
        "sample, 21, supervision_sample_invalid",
        "sample, 0, supervision_sample_invalid",
        "opens_at, 2026-01-01T00:00:00Z, supervision_opens_invalid",
        "opens_at, tomorrow, supervision_opens_invalid",
        "frame, nothing, supervision_frame_unreadable"
    })
    void saysWhichFieldOfAFrameIsWrong(String field, String value, String code) {
        Map<String, Object> body = new HashMap<>(draft(6, ""));
        body.put(field, field.equals("sample") ? Integer.valueOf(value) : value);

        Response answer = post(LEADER, ROUNDS, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getList("errors.field")).containsExactly(field);
        assertThat(answer.jsonPath().getList("errors.code")).containsExactly(code);
    }

    @ParameterizedTest
    @EnumSource(
            value = DemoPerson.class,
            names = {"CASEWORKER_ONE", "DATA_TEAM", "DATA_PROTECTION_OFFICER"})
    void onlyTheTeamLeaderBindsAFrame(DemoPerson person) {
        assertThat(post(person, ROUNDS, draft(6, "")).jsonPath().getString("code"))
                .isEqualTo("gate_refused");
    }

    @Test
    void nothingIsShownBeforeTheDraw() {
        String round = post(
                        LEADER,
                        ROUNDS,
                        Map.of(
                                "drawn_from",
                                "all_cases",
                                "sample",
                                3,
                                "opens_at",
                                clock.instant().plus(Duration.ofHours(2)).toString(),
                                "frame",
                                frame(5, "")))
                .path("id");
        jobs.goOn();

        assertThat(draw(round).jsonPath().getString("code")).isEqualTo("supervision_not_drawn");
        assertThat(cases(ONE, round).jsonPath().getString("code")).isEqualTo("supervision_not_drawn");
        assertThat(Session.of(LEADER).get(ROUNDS + "/" + round).jsonPath().getInt("any.open"))
                .isEqualTo(3);
    }

    @Test
    void anotherMunicipalitysRoundIsNotSeen() throws Exception {
        String round = drawn(1, "");
        change(
                "insert into supervision_round (municipality, id, drawn_from, cases, sample, root, opens_at, committed_at,"
                        + " frame_append, frame_index, frame_size, frame_note, call_append, seed, drawn_at, proof)"
                        + " select 101, gen_random_uuid(), drawn_from, cases, sample, root, opens_at,"
                        + " committed_at, frame_append, frame_index, frame_size, frame_note, call_append, seed, drawn_at, proof"
                        + " from supervision_round");

        assertThat(Session.of(LEADER).get(ROUNDS).jsonPath().getList("id")).containsExactly(round);
    }

    @Test
    void isErasedWhenItsTimeIsOverUnlessAHaltNamesOneOfItsCases() throws Exception {
        drawn(1, "");
        Instant later = clock.instant().plus(Duration.ofDays(5 * 365));
        change(
                "insert into halt (municipality, id, pseudonym, lookup, kind, case_reference, registered_by, registered_at)"
                        + " values (999, gen_random_uuid(), sha256('x'), sha256('x'), 'complaint', 'S-2026-7', 'a', now())");

        assertThat(retention.eraseDue(clock.instant())).isZero();
        assertThat(retention.eraseDue(later)).isZero();
        change("delete from halt");
        assertThat(retention.eraseDue(later)).isEqualTo(1);
        assertThat(Session.of(LEADER).get(ROUNDS).jsonPath().getList("id")).isEmpty();
    }

    @Test
    void plansASampleAndSaysItsLimits() {
        Response plan =
                Session.of(LEADER).get("/api/v1/supervision/sample-size?population=340&half_width=0.1&expected=0.5");

        assertThat(plan.jsonPath().getInt("size")).isBetween(75, 100);
        assertThat(plan.jsonPath().getList("danish")).isNotEmpty();
        assertThat(Session.of(LEADER)
                        .get("/api/v1/supervision/sample-size?population=0")
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("supervision_figure_invalid");
        assertThat(Session.of(LEADER)
                        .get("/api/v1/supervision/rules")
                        .jsonPath()
                        .getList("id"))
                .contains("child_heard");
    }
}
