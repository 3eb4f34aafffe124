package dk.rettidig.conversion;

import static dk.rettidig.conversion.VaultSender.FIRST;
import static dk.rettidig.conversion.VaultSender.number;
import static dk.rettidig.conversion.VaultSender.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two names that are one child, a child who moved, and everything that is not taken. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class MergeAndMoveIT {

    private static final PseudonymDomain ELSEWHERE = PseudonymDomain.parse("101.child_support.1");

    private VaultSender vault;
    private Sender school;
    private Sender scope;

    @BeforeEach
    void start() throws SQLException {
        VaultSender.clear();
        Sender.sendBytesAsTheyAre();
        vault = VaultSender.registered();
        school = Sender.school();
        scope = Sender.notifications();
    }

    @AfterEach
    void end() throws SQLException {
        VaultSender.clear();
    }

    private static String name(int child) {
        return Sender.pseudonym(child);
    }

    private static String hex(int child) {
        return "'\\x" + HexFormat.of().formatHex(Pseudonym.parse(name(child)).bytes()) + "'";
    }

    @Test
    void aLocalIdThatGetsANumberBringsItsRowsAlong() throws SQLException {
        scope.send(Sender.scopeRow(1, "\"value\":1") + Sender.scopeRow(2, "\"value\":1"));
        String early = "\"value\":0.3,\"known_at\":\"2026-01-01T00:00:00Z\"";
        school.send(school.row(1, early) + school.row(1, "\"value\":0.4,\"known_at\":\"2026-02-01T00:00:00Z\""));
        school.send(school.row(2, "\"value\":0.9,\"known_at\":\"2026-01-01T00:00:00Z\""));
        LedgerSpy spy = LedgerSpy.now();

        Response receipt = vault.merge(FIRST, pair(name(1), name(2)));

        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(200);
        assertThat(receipt.jsonPath().getString("kind")).isEqualTo("merge");
        assertThat(number("select count(*) from observation where pseudonym = " + hex(1)))
                .isZero();
        assertThat(number("select count(*) from observation where pseudonym = " + hex(2)))
                .as("of the same key the present name's row stays, the later known one counts beside it")
                .isEqualTo(2);
        assertThat(number("select count(*) from observation where pseudonym = " + hex(2) + " and value in (0.9, 0.4)"))
                .isEqualTo(2);
        assertThat(number("select count(*) from scope where pseudonym = " + hex(2)))
                .as("one interval, known at one moment")
                .isEqualTo(1);
        assertThat(number("select count(*) from pseudonym_epoch")).isZero();
        assertThat(spy.entries("conversion.merged")).hasSize(1);
    }

    @Test
    void aMoveEndsScopeHereAndHandsNothingOver() throws SQLException {
        scope.send(Sender.scopeRow(1, "\"value\":1") + Sender.scopeRow(2, "\"value\":1"));
        school.send(school.row(1, "\"value\":0.3") + school.row(2, "\"value\":0.3"));
        LedgerSpy spy = LedgerSpy.now();

        Response receipt = vault.move(FIRST, ELSEWHERE, pair(name(1), name(901)));

        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(200);
        assertThat(number("select count(*) from scope where retracted and pseudonym = " + hex(1)))
                .isEqualTo(1);
        assertThat(number("select count(*) from scope where retracted and pseudonym = " + hex(2)))
                .isZero();
        assertThat(number("select count(*) from scope where municipality = 101")
                        + number("select count(*) from observation where municipality = 101"))
                .isZero();
        assertThat(number("select count(*) from former_pseudonym")).isZero();
        assertThat(spy.entries("conversion.moved_out"))
                .hasSize(1)
                .first()
                .asString()
                .contains(ELSEWHERE.text())
                .doesNotContain(name(1), name(901));
        assertThat(spy.entries("conversion.moved_in"))
                .as("101 is not in this installation")
                .isEmpty();
        school.send(school.row(1, "\"value\":0.4"));
        assertThat(number("select count(*) from observation where value = 0.4"))
                .as("out of scope: what comes later is dropped")
                .isZero();
    }

    @Test
    void theOtherMunicipalityHasAnEntryOfItsOwnWhenItIsHere() throws SQLException {
        VaultSender.sql(
                "insert into feed (id, municipality, registry, source_kind, indicators, basis, phase, scope_kind,"
                        + " synthetic, delimiter, decimal_mark, maximum_age_days, state, proposed_by, proposed_at) values"
                        + " ('feed-of-101', 101, 'school', 'school', array['SCH_ABS_UNL'], 'lb.demo.notified', 'demo', 'notified',"
                        + " true, ',', '.', 400, 'proposed', 'a', now())");
        try {
            LedgerSpy spy = LedgerSpy.now();
            assertThat(vault.move(FIRST, ELSEWHERE, pair(name(1), name(901))).statusCode())
                    .isEqualTo(200);
            assertThat(spy.entries("conversion.moved_in"))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("\"municipality\":\"101\"", FIRST.text())
                    .doesNotContain(name(1), name(901));
        } finally {
            VaultSender.sql("delete from feed where id = 'feed-of-101'");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rotation | 999.child_support.1 | 999.child_support.3 | conversion_note_mismatch
            rotation | 999.child_support.1 | 999.child_support.1 | conversion_note_mismatch
            rotation | 999.child_support.1 | 101.child_support.2 | conversion_note_mismatch
            merge    | 999.child_support.1 | 999.child_support.2 | conversion_note_mismatch
            move     | 999.child_support.1 | 999.child_support.2 | conversion_note_mismatch
            move     | 999.child_support.1 | 101.school.1        | conversion_note_mismatch
            rotation | 101.child_support.1 | 101.child_support.2 | gate_refused
            move     | 101.child_support.1 | 999.child_support.1 | gate_refused
            rotation | 999.child_support.2 | 999.child_support.3 | pseudonym_domain_not_current
            rotation | 999.school.1        | 999.school.2        | pseudonym_domain_not_current
            """)
    void domainsThatDoNotFitAreRefused(String kind, String from, String to, String code) {
        String body = pair(name(1), name(101));
        ConversionNote note = vault.note(
                ConversionKind.parse(kind).orElseThrow(), PseudonymDomain.parse(from), PseudonymDomain.parse(to), body);
        assertThat(vault.post(note, body).jsonPath().getString("code")).isEqualTo(code);
    }

    @ParameterizedTest(name = "{2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            one two                                     | '' | conversion_line_malformed      | 1
            {"from":"A","to":"B"}                       | '' | conversion_line_malformed      | 1
            {"from":"$1","to":"$2","more":"$3"}         | '' | conversion_line_malformed      | 1
            {"from":"$1"}                               | '' | conversion_line_malformed      | 1
            {"from":"$1","to":"$2"}{}                   | '' | conversion_line_malformed      | 1
            {"from":"$1","to":"$1"}                     | '' | conversion_pseudonym_repeated  | 1
            {"from":"$1","to":"$2"}                     | {"from":"$1","to":"$3"} | conversion_pseudonym_repeated | 2
            {"from":"$1","to":"$2"}                     | {"from":"$3","to":"$2"} | conversion_pseudonym_repeated | 2
            {"from":"$1","to":"$2"}                     | {"from":"$2","to":"$3"} | conversion_pseudonym_repeated | 2
            {"from":"$1","to":"$2"}                     | {"from":"310299-9876","to":"$3"} | conversion_cpr_number_found | 2
            {"from":"$1","to":"3102999876"}             | '' | conversion_cpr_number_found    | 1
            """)
    void aBadLineStopsTheWholeAndIsToldByItsNumber(String first, String second, String code, int line)
            throws SQLException {
        scope.send(Sender.scopeRow(1, "\"value\":1"));
        String body = (first + "\n" + (second.isEmpty() ? "" : second + "\n"))
                .replace("$1", name(1))
                .replace("$2", name(2))
                .replace("$3", name(3));

        Response answer = vault.merge(FIRST, body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo(code);
        assertThat(answer.jsonPath().getInt("line")).isEqualTo(line);
        assertThat(answer.asString()).doesNotContain(name(1), "9876");
        assertThat(number("select count(*) from scope where pseudonym = " + hex(1)))
                .isEqualTo(1);
    }

    @Test
    void bodyAndNoteMustBeOfOneAnother() {
        String body = pair(name(1), name(101));
        ConversionNote note = vault.note(ConversionKind.MERGE, FIRST, FIRST, body);
        assertThat(code(vault.post(note, pair(name(1), name(102))))).isEqualTo("conversion_digest_mismatch");
        assertThat(code(vault.post(note, body + pair(name(2), name(102))))).isEqualTo("conversion_pair_count_mismatch");
        String two = body + pair(name(2), name(102));
        ConversionNote more = vault.note(ConversionKind.MERGE, FIRST, FIRST, two + pair(name(3), name(103)));
        ConversionNote wrong = new ConversionNote(
                more.sender(),
                more.id(),
                more.municipality(),
                more.kind(),
                more.from(),
                more.to(),
                3,
                VaultSender.digest(two),
                more.issuedAt());
        assertThat(code(vault.post(wrong, two))).isEqualTo("conversion_pair_count_mismatch");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertThat(code(VaultSender.post(note.signedWith(vault.key), bytes, "text/csv")))
                .isEqualTo("conversion_media_type_unsupported");
        assertThat(code(vault.post(note, body))).as("nothing of that counted").isNull();
    }

    @Test
    void onlyTheVaultsKeyOpensTheDoor() throws SQLException {
        String body = pair(name(1), name(101));
        ConversionNote note = vault.note(ConversionKind.MERGE, FIRST, FIRST, body);
        VaultSender other = VaultSender.called("school-" + System.nanoTime() % 1_000);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        LedgerSpy spy = LedgerSpy.now();

        assertThat(code(VaultSender.post("", bytes, "application/x-ndjson"))).isEqualTo("conversion_note_missing");
        assertThat(code(VaultSender.post("a.b.c", bytes, "application/x-ndjson")))
                .isEqualTo("conversion_note_unverified");
        assertThat(code(VaultSender.post(note.signedWith(other.key), bytes, "application/x-ndjson")))
                .as("another's key under the vault's name")
                .isEqualTo("conversion_note_mismatch");
        Response unknown = VaultSender.post(note.signedWith(vault.key) + "A", bytes, "application/x-ndjson");
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.header("WWW-Authenticate")).contains("Rettidig-Conversion-Note");
        ConversionNote old = new ConversionNote(
                note.sender(),
                note.id(),
                note.municipality(),
                note.kind(),
                note.from(),
                note.to(),
                note.pairs(),
                note.sha256(),
                note.issuedAt().minus(Duration.ofHours(25)));
        assertThat(code(vault.post(old, body))).isEqualTo("conversion_note_expired");
        assertThat(spy.entries("conversion.merged")).isEmpty();
        assertThat(vault.post(note, body).statusCode()).isEqualTo(200);
        assertThat(vault.post(old, body).statusCode())
                .as("a receipt can be asked for later")
                .isEqualTo(200);
    }

    @Test
    void twoPeopleRegisterTheVaultsKeyAndNobodyItsFeed() {
        VaultSender fresh = VaultSender.fresh();
        String path = "/api/v1/registries/vault/keys";
        assertThat(Session.of(DemoPerson.DATA_TEAM)
                        .contentType("application/json")
                        .body(Map.of("public_key", fresh.key.verifyingKey().pem()))
                        .post(path)
                        .statusCode())
                .isEqualTo(201);
        String body = pair(name(1), name(101));
        assertThat(code(fresh.merge(FIRST, body))).isEqualTo("conversion_note_unverified");
        assertThat(Session.of(DemoPerson.TEAM_LEADER)
                        .contentType("application/json")
                        .body("{}")
                        .post(path + "/" + fresh.key.id().value() + "/approval")
                        .statusCode())
                .isEqualTo(200);
        assertThat(fresh.merge(FIRST, body).statusCode()).isEqualTo(200);
        Response feed = Session.of(DemoPerson.DATA_TEAM)
                .contentType("application/json")
                .body(Map.ofEntries(
                        Map.entry("id", "vault-feed"),
                        Map.entry("registry", "vault"),
                        Map.entry("source_kind", "school"),
                        Map.entry("indicators", List.of("SCH_ABS_UNL")),
                        Map.entry("basis", "lb.demo.notified"),
                        Map.entry("phase", "demo"),
                        Map.entry("scope", "notified"),
                        Map.entry("synthetic", true),
                        Map.entry("delimiter", ";"),
                        Map.entry("decimal_mark", ","),
                        Map.entry("maximum_age_days", 400)))
                .post("/api/v1/feeds");
        assertThat(feed.statusCode()).isEqualTo(422);
        assertThat(feed.asString()).contains("feed_agreement_malformed", "registry");
    }

    private static String code(Response answer) {
        return answer.jsonPath().getString("code");
    }
}
