package dk.rettidig.conversion;

import static dk.rettidig.conversion.VaultSender.FIRST;
import static dk.rettidig.conversion.VaultSender.lines;
import static dk.rettidig.conversion.VaultSender.number;
import static dk.rettidig.conversion.VaultSender.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.feed.DeliveryMode;
import dk.rettidig.feed.rest.Sender;
import dk.rettidig.law.Retained;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.ledger.LogChecks;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.arc.All;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A source with a domain of its own: what it calls 501 is 1 here. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class SourceIT {

    private static final PseudonymDomain SCHOOL = PseudonymDomain.parse("999.child_support.school.1");
    private static final int AT_SOURCE = 500;

    @Inject
    @All
    List<Retained> retained;

    @Inject
    LedgerReader ledger;

    @Inject
    Clock clock;

    private VaultSender vault;
    private Sender school;

    @BeforeEach
    void twoChildrenInScopeAndASchoolOfItsOwnDomain() throws SQLException {
        VaultSender.clear();
        Sender.sendBytesAsTheyAre();
        vault = VaultSender.registered();
        school = Sender.school("school");
        Sender.notifications().send(Sender.scopeRow(1, "\"value\":1") + Sender.scopeRow(2, "\"value\":1"));
    }

    @AfterEach
    void clear() throws SQLException {
        VaultSender.clear();
    }

    private static String name(int child) {
        return Sender.pseudonym(child);
    }

    /** What the source calls a child, and what it is called here. */
    private static String named(int child) {
        return pair(name(AT_SOURCE + child), name(child));
    }

    private static long stored(int child) throws SQLException {
        return number("select count(*) from observation where pseudonym = '\\x"
                + HexFormat.of().formatHex(Pseudonym.parse(name(child)).bytes()) + "'");
    }

    private static long pairs() throws SQLException {
        return number("select count(*) from source_pair");
    }

    private Response tell(PseudonymDomain source, String body) {
        return vault.post(vault.note(ConversionKind.SOURCE, source, FIRST, body), body);
    }

    private int erase(Instant at) {
        return retained.stream()
                .filter(rows -> rows.retentionClass().equals("source_pair"))
                .mapToInt(rows -> rows.eraseDue(at))
                .sum();
    }

    @Test
    void rowsAreStoredUnderTheNameHereAndTheSourcesNameIsNowhere() throws Exception {
        LedgerSpy spy = LedgerSpy.now();
        Response receipt = tell(SCHOOL, named(1));
        assertThat(receipt.statusCode()).as(receipt.asString()).isEqualTo(200);
        assertThat(receipt.jsonPath().getString("kind")).isEqualTo("source");

        Response known = school.send(school.row(501, "\"value\":0.5"));
        Response unnamed = school.send(school.row(502, "\"value\":0.5"));
        Response nameHere = school.send(school.row(1, "\"value\":0.7"));

        assertThat(known.statusCode()).as(known.asString()).isEqualTo(200);
        assertThat(stored(1)).as("its own row, not the one under the name here").isEqualTo(1);
        assertThat(number("select count(*) from observation where value = 0.7")).isZero();
        assertThat(stored(501) + stored(502) + stored(2)).isZero();
        assertThat(unnamed.jsonPath().getMap("rows"))
                .isEqualTo(known.jsonPath().getMap("rows"))
                .isEqualTo(nameHere.jsonPath().getMap("rows"));
        String hex = HexFormat.of().formatHex(Pseudonym.parse(name(501)).bytes());
        assertThat(number("select count(*) from source_pair where position('\\x" + hex + "'::bytea in sealed) > 0"))
                .as("sealed")
                .isZero();
        assertThat(spy.entries("conversion.source_paired"))
                .hasSize(1)
                .first()
                .asString()
                .contains(SCHOOL.text(), FIRST.text(), "\"pairs\":1", "\"epoch_begins\":false")
                .doesNotContain(name(1), name(501));
        assertThat(LogChecks.holds(ledger)).isNotEmpty();
    }

    @Test
    void whoEntersScopeLaterIsUnderstoodWhenTheRegistryRedeliversItsWindow() throws SQLException {
        tell(SCHOOL, lines(named(1), named(3)));
        String row = school.row(503, "\"value\":0.5");
        assertThat(school.send(row).statusCode()).isEqualTo(200);
        assertThat(stored(3)).as("the pair came first, scope is not there yet").isZero();

        Sender.notifications().send(Sender.scopeRow(3, "\"value\":1"));
        assertThat(school.send(row).statusCode()).isEqualTo(200);

        assertThat(stored(3)).isEqualTo(1);
    }

    @Test
    void anAnswerDoesNotSayWhetherAChildIsKnown() {
        Response inScope = tell(SCHOOL, named(1));
        Response outOfScope = tell(SCHOOL, named(7));
        Response another = tell(SCHOOL, pair(name(501), name(8)));

        assertThat(outOfScope.statusCode()).isEqualTo(200);
        assertThat(bare(outOfScope)).isEqualTo(bare(inScope)).isEqualTo(bare(another));
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
    void whatASourceCallsAChildIsOneChildsAndTheLaterPairCounts() throws SQLException {
        String twice = lines(named(1), pair(name(501), name(2)));
        Response refused = tell(SCHOOL, twice);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("conversion_pseudonym_repeated");
        assertThat(pairs()).isZero();

        tell(SCHOOL, pair(name(501), name(2)));
        tell(SCHOOL, named(1));
        tell(SCHOOL, named(1));
        assertThat(pairs()).isEqualTo(1);
        school.send(school.row(501, "\"value\":0.5"));
        assertThat(stored(1)).isEqualTo(1);
        assertThat(stored(2)).isZero();
    }

    @Test
    void aChildMayHaveTwoNamesAtASourceThatHasNotHeardOfANewNumber() throws SQLException {
        tell(SCHOOL, named(1));
        tell(SCHOOL, named(2));
        vault.merge(FIRST, pair(name(1), name(2)));

        school.send(school.row(501, "\"value\":0.1,\"known_at\":\"2026-01-01T00:00:00Z\""));
        school.send(school.row(502, "\"value\":0.2,\"known_at\":\"2026-02-01T00:00:00Z\""));

        assertThat(stored(2)).isEqualTo(2);
        assertThat(stored(1)).isZero();
    }

    @Test
    void aRotationHereLeavesTheSourcesNamesAndAMoveEndsThem() throws SQLException {
        tell(SCHOOL, lines(named(1), named(2)));
        assertThat(vault.rotate(FIRST, lines(pair(name(1), name(101)), pair(name(2), name(102))))
                        .statusCode())
                .isEqualTo(200);

        school.send(school.row(501, "\"value\":0.5"));
        assertThat(stored(101)).isEqualTo(1);
        assertThat(tell(SCHOOL, named(1)).jsonPath().getString("current"))
                .as("pairs name the epoch here that they are for")
                .isEqualTo(FIRST.next().text());

        vault.move(FIRST.next(), PseudonymDomain.parse("101.child_support.1"), pair(name(101), name(901)));
        assertThat(pairs()).isEqualTo(1);
        school.send(school.row(501, "\"value\":0.6"));
        assertThat(stored(101)).isEqualTo(1);
    }

    @Test
    void theNextEpochOfASourceNeedsEveryChildAndEndsTheFormer() throws SQLException {
        tell(SCHOOL, lines(named(1), named(2)));
        PseudonymDomain next = SCHOOL.next();
        LedgerSpy spy = LedgerSpy.now();

        Response incomplete = tell(next, pair(name(601), name(1)));
        assertThat(incomplete.jsonPath().getString("code")).isEqualTo("conversion_incomplete");
        assertThat(pairs()).isEqualTo(2);

        VaultSender.sql("update delivery set state = 'running', lease_until = now() + interval '1 minute'"
                + " where feed = '" + school.feed + "'");
        school.send(school.row(501, "\"value\":0.5"));
        VaultSender.sql("update delivery set state = 'running', lease_until = now() + interval '1 minute'"
                + " where feed = '" + school.feed + "'");
        String all = lines(pair(name(601), name(1)), pair(name(602), name(2)));
        assertThat(tell(next, all).jsonPath().getString("code")).isEqualTo("conversion_must_wait");
        assertThat(tell(SCHOOL, named(1)).statusCode())
                .as("pairs of the current epoch wait for nobody")
                .isEqualTo(200);
        VaultSender.sql("update delivery set state = 'finished' where feed = '" + school.feed + "'");

        assertThat(tell(next, all).statusCode()).isEqualTo(200);

        assertThat(spy.entries("conversion.source_paired"))
                .last()
                .asString()
                .contains("\"epoch_begins\":true", next.text());
        byte[] old = school.row(501, "\"value\":0.9").getBytes(StandardCharsets.UTF_8);
        assertThat(school.post(school.note(old, 1).in(SCHOOL).signedWith(school.key), old)
                        .jsonPath()
                        .getString("current"))
                .isEqualTo(next.text());
        school.send(school.row(501, "\"value\":0.9"));
        assertThat(number("select count(*) from observation where value = 0.9")).isZero();
        byte[] fresh = school.row(601, "\"value\":0.8").getBytes(StandardCharsets.UTF_8);
        assertThat(school.post(school.note(fresh, 1).in(next).signedWith(school.key), fresh)
                        .statusCode())
                .isEqualTo(200);
        assertThat(number("select count(*) from observation where value = 0.8")).isEqualTo(1);
        Response expired = tell(SCHOOL, named(1));
        assertThat(expired.statusCode()).isEqualTo(409);
        assertThat(expired.jsonPath().getString("current")).isEqualTo(next.text());
        assertThat(tell(next.next().next(), all).jsonPath().getString("current"))
                .as("no epoch is left out")
                .isEqualTo(next.text());
    }

    @Test
    void aNoteNamesTheFeedsOwnDomain() {
        tell(SCHOOL, named(1));
        byte[] line = school.row(501, "\"value\":0.5").getBytes(StandardCharsets.UTF_8);

        for (String other : new String[] {FIRST.text(), "999.child_support.day_care.1", "101.child_support.school.1"}) {
            Response refused = school.post(
                    school.note(line, 1).in(PseudonymDomain.parse(other)).signedWith(school.key), line);
            assertThat(refused.statusCode()).as(other).isEqualTo(409);
            assertThat(refused.jsonPath().getString("current")).isEqualTo(SCHOOL.text());
        }
        assertThat(school.post(school.note(line, 1).in(SCHOOL).signedWith(school.key), line)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "999.child_support.nobody.1,999.child_support.1,409,conversion_source_unknown",
        "101.child_support.school.1,999.child_support.1,403,gate_refused",
        "999.child_support.1,999.child_support.1,422,conversion_note_mismatch",
        "999.other_use.school.1,999.child_support.1,422,conversion_note_mismatch",
        "999.child_support.school.1,101.child_support.1,422,conversion_note_mismatch",
        "999.child_support.school.1,999.child_support.school.2,422,conversion_note_mismatch",
        "999.child_support.school.1,999.child_support.2,409,pseudonym_domain_not_current"
    })
    void pairsLeadFromASourceOfTheMunicipalityToItsCurrentDomain(String from, String to, int status, String code)
            throws SQLException {
        String body = named(1);
        Response refused = vault.post(
                vault.note(ConversionKind.SOURCE, PseudonymDomain.parse(from), PseudonymDomain.parse(to), body), body);

        assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
        assertThat(refused.jsonPath().getString("code")).isEqualTo(code);
        assertThat(pairs()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "ROTATION,999.child_support.school.2",
        "MERGE,999.child_support.school.1",
        "MOVE,101.child_support.school.1"
    })
    void aSourcesDomainIsNotRotatedMergedOrMovedOtherwise(ConversionKind kind, String to) {
        String body = pair(name(501), name(601));
        assertThat(vault.post(vault.note(kind, SCHOOL, PseudonymDomain.parse(to), body), body)
                        .jsonPath()
                        .getString("code"))
                .isEqualTo("conversion_note_mismatch");
    }

    @Test
    void nobodyButTheVaultTellsAndARepeatedNoteDoesNothing() throws SQLException {
        VaultSender other = VaultSender.called("school-999");
        String body = named(1);
        ConversionNote note = vault.note(ConversionKind.SOURCE, SCHOOL, FIRST, body);
        assertThat(VaultSender.post(
                                note.signedWith(other.key),
                                body.getBytes(StandardCharsets.UTF_8),
                                "application/x-ndjson")
                        .statusCode())
                .isIn(403, 422);
        assertThat(pairs()).isZero();

        Response first = vault.post(note, body);
        VaultSender.sql("truncate source_pair");
        Response again = vault.post(note, body);
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(pairs()).isZero();
    }

    @Test
    void pairsGoWithTheScopeWithinThreeDays() throws SQLException {
        tell(SCHOOL, lines(named(1), named(7)));
        Instant now = clock.instant();

        assertThat(erase(now.plus(Duration.ofHours(70)))).isZero();
        assertThat(erase(now.plus(Duration.ofDays(3))))
                .as("7 never came into scope, 1 is in it")
                .isEqualTo(1);
        VaultSender.sql("update source_pair set since = now() - interval '20 days'");
        Sender scope = Sender.notifications();
        scope.send(Sender.scopeRow(1, "\"op\":\"retract\",\"known_at\":\"" + now + "\""));
        assertThat(erase(now.plus(Duration.ofHours(70)))).isZero();
        LedgerSpy spy = LedgerSpy.now();
        assertThat(erase(now.plus(Duration.ofDays(3)))).isEqualTo(1);
        assertThat(pairs()).isZero();
        assertThat(spy.entries("scope.source_pairs_erased"))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"pairs_band\":\"1-9\"");
    }

    @Test
    void aFullDeliveryRetractsNothingAboutWhomItCannotName() throws SQLException {
        tell(SCHOOL, lines(named(1), named(2)));
        school.send(school.row(501, "\"value\":0.5") + school.row(502, "\"value\":0.5"));
        VaultSender.sql("delete from source_pair where pseudonym = '\\x"
                + HexFormat.of().formatHex(Pseudonym.parse(name(2)).bytes()) + "'");
        VaultSender.sql("update observation set known_at = known_at - interval '1 day'");
        byte[] empty = new byte[0];

        Response full =
                school.post(school.note("full", empty, 0, DeliveryMode.FULL).signedWith(school.key), empty);

        assertThat(full.statusCode()).as(full.asString()).isEqualTo(200);
        assertThat(number("select count(*) from observation where retracted")).isEqualTo(1);
        assertThat(stored(1)).isEqualTo(2);
        assertThat(stored(2)).isEqualTo(1);
    }
}
