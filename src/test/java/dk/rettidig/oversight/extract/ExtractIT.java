package dk.rettidig.oversight.extract;

import static dk.rettidig.oversight.extract.ExtractFlow.DPO;
import static dk.rettidig.oversight.extract.ExtractFlow.HERE;
import static dk.rettidig.oversight.extract.ExtractFlow.caseworker;
import static dk.rettidig.oversight.extract.ExtractFlow.decide;
import static dk.rettidig.oversight.extract.ExtractFlow.happened;
import static dk.rettidig.oversight.extract.ExtractFlow.html;
import static dk.rettidig.oversight.extract.ExtractFlow.json;
import static dk.rettidig.oversight.extract.ExtractFlow.prepare;
import static dk.rettidig.oversight.extract.ExtractFlow.raised;
import static dk.rettidig.oversight.extract.ExtractFlow.release;
import static dk.rettidig.oversight.extract.ExtractFlow.released;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dk.rettidig.access.Actor;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.Corrections;
import dk.rettidig.flag.FlagEvent;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Rescored;
import dk.rettidig.handover.HandedOver;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.merkle.Hash;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.oversight.halt.HaltRows;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.review.ReviewEvent;
import dk.rettidig.scoring.Frequency;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RaisedFlags;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a request for access to a document that names nobody and shows nothing of what was withheld. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ExtractIT {

    @Inject
    Ledger ledger;

    @Inject
    Corrections corrections;

    @Inject
    Clock clock;

    private final Pseudonym child = HaltRows.child();

    @AfterEach
    void none() throws SQLException {
        HaltRows.change("delete from extract");
    }

    /** A flag that a caseworker read, judged, saw the calculation of and concluded, over HTTP. */
    private FlagId concluded() throws SQLException {
        FlagId flag = RaisedFlags.raise(HERE, Instant.parse("2036-12-20T06:00:00Z"), 0.3)
                .getFirst();
        HaltRows.change("update flag set pseudonym = ? where id = ?", child.bytes(), flag.value());
        raised(ledger, flag, child);
        String path = "/api/v1/flags/" + flag;
        DemoPerson one = DemoPerson.CASEWORKER_ONE;
        assertThat(Session.of(one).get(path).statusCode()).isEqualTo(200);
        step(
                path + "/own-view",
                "*",
                Map.of("choice", "in_doubt", "justification", "Skolen skal spørges om fraværet."));
        String version = Session.of(one).get(path + "/weights").header("ETag");
        step(
                path + "/outcome",
                version,
                Map.of("kind", "no_reason", "justification", "Fraværet er aftalt med skolen."));
        happened(ledger, caseworker("somebody"), new ReviewEvent.FlagOpened(HERE, new FlagId(UUID.randomUUID())));
        return flag;
    }

    private static void step(String path, String version, Map<String, String> body) {
        Response answer = Session.of(DemoPerson.CASEWORKER_ONE)
                .contentType(ContentType.JSON)
                .headers(version.equals("*") ? Map.of() : Map.of("If-Match", version))
                .body(body)
                .post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 201);
    }

    @Test
    void saysWhatWasDoneWhenWhatForAndOnWhichGroundAndNamesNobody() throws SQLException {
        concluded();
        HaltRows.observed(child);
        HaltRows.run(child);

        String id = released(child, "", "");
        JsonPath document = json(id).jsonPath();

        assertThat(document.getList("entries.kind"))
                .contains("flag", "look_up", "assessment", "delivery", "scope", "calculation");
        assertThat(document.getList("entries.number", Integer.class))
                .isEqualTo(java.util.stream.IntStream.rangeClosed(
                                1, document.getList("entries").size())
                        .boxed()
                        .toList());
        String read = "entries.find { it.text.english.startsWith('A caseworker read') }";
        assertThat(document.getString(read + ".purpose.danish")).isEqualTo("støtte til barnet");
        assertThat(document.getString(read + ".basis.id")).isEqualTo("lb.demo.notified");
        assertThat(document.getString(read + ".at")).startsWith("20");
        String flag = "entries.find { it.kind == 'flag' }";
        assertThat(document.getList(flag + ".facts.name.danish")).isNotEmpty();
        assertThat(document.getList(flag + ".calculation.danish", String.class))
                .first(STRING)
                .contains("30 af 100", "10 af 100");
        assertThat(document.getDouble(flag + ".score.probability")).isEqualTo(0.3);
        assertThat(document.getList(flag + ".score.inputs.indicator")).hasSameSizeAs(document.getList(flag + ".facts"));
        assertThat(document.getString(
                        "entries.find { it.kind == 'assessment' && it.text.english.contains('Outcome') }"))
                .contains("no reason to screen");
        for (String body : List.of(json(id).asString(), html(id).asString())) {
            assertThat(body)
                    .doesNotContain("demo-", "somebody", child.text(), "Skolen skal", "Fraværet er")
                    .doesNotContain(handles());
        }
        assertThat(html(id).asString()).contains("En børne- og ungerådgiver læste", "A caseworker read", "Formål");
    }

    private static String[] handles() throws SQLException {
        try (var connection = RealDatabase.database().superuser();
                var rows = connection.createStatement().executeQuery("select handle from ledger_actor")) {
            List<String> handles = new java.util.ArrayList<>();
            while (rows.next()) {
                handles.add(rows.getString(1));
            }
            assertThat(handles).isNotEmpty();
            return handles.toArray(String[]::new);
        }
    }

    @Test
    void saysWhatWasTakenBackWhatIsMissingAndWhatIsTooOld() throws SQLException {
        concluded();

        JsonPath document = json(released(child, "", "")).jsonPath();

        assertThat(document.getList("entries.find { it.kind == 'flag' }.calculation.danish", String.class))
                .anySatisfy(line -> assertThat(line).contains("(mangler)"))
                .noneSatisfy(line -> assertThat(line).contains("(ikke kendt)"));
    }

    @Test
    void aCorrectionAtTheSourceAndWhatTheModelSaidThenStandInPlainWords() throws SQLException {
        // Given
        FlagId flag = concluded();
        FlagId another = RaisedFlags.raise(HERE, Instant.parse("2036-12-20T06:00:00Z"), 0.3)
                .getFirst();
        HaltRows.change(
                "update flag_fact set change = 'corrected', changed_value = 1 where flag = ? and indicator ="
                        + " (select min(indicator) from flag_fact where flag = ?)",
                flag.value(),
                flag.value());
        HaltRows.change("update flag_fact set change = 'retracted' where flag = ?", another.value());
        corrected(new Rescored.Value(clock.instant(), 0.05, new Frequency(0, 0.2, 400, 20)), flag, another);

        // When
        String id = released(child, "", "");

        // Then
        String entry = "entries.find { it.text.danish.contains('trak en oplysning tilbage') }";
        JsonPath document = json(id).jsonPath();
        assertThat(document.getList(entry + ".calculation.danish", String.class))
                .singleElement(STRING)
                .contains("5 af 100", "ikke længere nået", "lukker ikke markeringen");
        assertThat(document.getList(entry + ".calculation.english", String.class))
                .singleElement(STRING)
                .contains("5 of 100", "not reached any more");
        assertThat(document.getList(entry + ".facts.value.danish", String.class))
                .as("the other child's facts stay with the other child")
                .singleElement(STRING)
                .contains("rettet i kilden siden");
        assertThat(document.getString(entry + ".basis.id")).isEqualTo("lb.demo.notified");
        assertThat(json(id).asString()).doesNotContain(another.toString());
    }

    @Test
    void aRecalculationOfALaterCorrectionIsNotPutWithAnEarlierOne() throws SQLException {
        FlagId flag = concluded();
        corrected(new Rescored.Abstained(clock.instant().plusSeconds(600)), flag);

        JsonPath document = json(released(child, "", "")).jsonPath();

        assertThat(document.getList(
                        "entries.find { it.text.danish.contains('trak en oplysning tilbage') }.calculation.danish",
                        String.class))
                .singleElement(STRING)
                .contains("Der kom flere rettelser siden");
    }

    /** A correction that concerns these flags, with what the model said of the first. */
    private void corrected(Rescored rescored, FlagId... flags) {
        QuarkusTransaction.requiringNew().run(() -> corrections.keep(HERE, flags[0], rescored));
        happened(ledger, new Actor.Scheduler(), new FlagEvent.ValuesCorrected(HERE, List.of(flags)));
    }

    @Test
    void whatIsWithheldLeavesNoTrace() {
        Pseudonym other = HaltRows.child();
        FlagId flag = raised(ledger, new FlagId(UUID.randomUUID()), child);
        FlagId another = raised(ledger, new FlagId(UUID.randomUUID()), other);
        looked(flag, another, new ReviewEvent.FlagOpened(HERE, flag), new ReviewEvent.FlagOpened(HERE, another));
        happened(ledger, caseworker("a"), new ReviewEvent.WeightsRead(HERE, flag));
        looked(flag, another, new ReviewEvent.FlagOpened(HERE, flag), new ReviewEvent.FlagOpened(HERE, another));

        String withheld = released(child, "saw the calculation", "honour_conflict");
        String never = released(other, "", "");

        assertThat(json(withheld).jsonPath().getList("entries")).hasSize(3);
        assertThat(bare(json(withheld).asString())).isEqualTo(bare(json(never).asString()));
        assertThat(bare(html(withheld).asString())).isEqualTo(bare(html(never).asString()));
    }

    private void looked(FlagId flag, FlagId another, ReviewEvent one, ReviewEvent two) {
        assertThat(flag).isNotEqualTo(another);
        happened(ledger, caseworker("a"), one);
        happened(ledger, caseworker("b"), two);
    }

    /** Without ids, moments, places, hashes and the checkpoint. */
    private static String bare(String document) {
        return document.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
                .replaceAll("\"\\d{4}-\\d\\d-\\d\\dT[^\"]+\"", "AT")
                .replaceAll("\\d{1,2}\\.? \\p{L}+ \\d{4} (kl\\.|at) \\d\\d.\\d\\d", "AT")
                .replaceAll("\"path\" : \\[[^]]*]", "PATH")
                .replaceAll("\"checkpoint\" : \"[^\"]*\"", "CHECKPOINT")
                .replaceAll("(?s)<pre>.*</pre>", "CHECKPOINT")
                .replaceAll("\"leaf_index\" : \\d+", "PLACE")
                .replaceAll("\\d+ · ", "PLACE")
                .replaceAll("[0-9a-f]{64}", "HASH");
    }

    @Test
    void everyProofLeadsToTheCheckpoint() throws Exception {
        FlagId flag = raised(ledger, new FlagId(UUID.randomUUID()), child);
        happened(ledger, caseworker("a"), new ReviewEvent.FlagOpened(HERE, flag));

        JsonPath document = json(released(child, "", "")).jsonPath();

        String[] note = document.getString("checkpoint").split("\n");
        Hash root = Hash.of(Base64.getDecoder().decode(note[2]));
        assertThat(document.getList("entries.proof")).hasSize(2);
        for (int i = 0; i < 2; i++) {
            String proof = "entries[" + i + "].proof.";
            new InclusionProof(
                            document.getLong(proof + "leaf_index"),
                            Long.parseLong(note[1]),
                            document.getList(proof + "path", String.class).stream()
                                    .map(ExtractIT::hash)
                                    .toList())
                    .verify(hash(document.getString(proof + "leaf_hash")), root);
        }
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }

    @Test
    void isReleasedOnlyWhenEverythingIsDecidedAndNeverChangedAfterwards() throws Exception {
        FlagId flag = raised(ledger, new FlagId(UUID.randomUUID()), child);
        happened(ledger, caseworker("a"), new ReviewEvent.FlagOpened(HERE, flag));
        String id = prepare(DPO, child).path("extract.id");

        assertThat(json(id).jsonPath().getString("code")).isEqualTo("extract_not_released");
        assertThat(release(id).jsonPath().getString("code")).isEqualTo("extract_undecided");
        assertThat(decide(id, Map.of(1, "give")).jsonPath().getLong("undecided"))
                .isEqualTo(1);
        assertThat(release(id).jsonPath().getLong("undecided")).isEqualTo(1);
        assertThat(json(id).statusCode()).isEqualTo(409);
        decide(id, Map.of(2, "other_parents_data"));
        LedgerSpy spy = LedgerSpy.now();
        Response released = release(id);

        assertThat(released.statusCode()).isEqualTo(200);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json(id).asByteArray()));
        assertThat(released.<String>path("extract.json_sha256")).isEqualTo(digest);
        assertThat(spy.entries("extract.released"))
                .singleElement(STRING)
                .contains(digest, "\"given\":1")
                .doesNotContain("other_parents_data", child.text(), "withheld", "demo-dpo");
        assertThat(decide(id, Map.of(2, "give")).jsonPath().getString("code")).isEqualTo("extract_released");
        assertThat(release(id).jsonPath().getString("code")).isEqualTo("extract_released");
        assertThatThrownBy(() -> HaltRows.change("update extract set html = 'x'"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not changed");
    }

    @Test
    void groundsAreAClosedListAndNumbersAreThoseOfTheDraft() {
        raised(ledger, new FlagId(UUID.randomUUID()), child);
        String id = prepare(DPO, child).path("extract.id");

        assertThat(decide(id, Map.of(1, "too_much_work")).jsonPath().getString("errors[0].code"))
                .isEqualTo("person_choice_unknown");
        assertThat(decide(id, Map.of(2, "give")).jsonPath().getString("errors[0].field"))
                .isEqualTo("entry-2");
        assertThat(release(id).jsonPath().getString("code")).isEqualTo("extract_undecided");
    }

    @ParameterizedTest
    @EnumSource(
            value = DemoPerson.class,
            names = {"CASEWORKER_ONE", "TEAM_LEADER", "DATA_TEAM"})
    void onlyTheRightsDeskPreparesOrSeesAnything(DemoPerson person) {
        String id = prepare(DPO, child).path("extract.id");

        assertThat(prepare(person, child).jsonPath().getString("code")).isEqualTo("gate_refused");
        assertThat(Session.of(person).get("/api/v1/extracts/" + id).statusCode())
                .isEqualTo(403);
        assertThat(Session.of(person)
                        .get("/api/v1/extracts/" + id + "/document")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aPseudonymOfAnotherMunicipalityLeadsToNothingAndItsExtractIsNotFound() throws SQLException {
        FlagId flag = new FlagId(UUID.randomUUID());
        happened(
                ledger,
                new dk.rettidig.access.Actor.Scheduler(),
                new dk.rettidig.flag.FlagEvent.Raised(
                        new dk.rettidig.flag.RunId(UUID.randomUUID()),
                        new MunicipalityCode("101"),
                        flag,
                        child,
                        "0".repeat(64)));
        Response draft = prepare(DPO, child);
        String id = draft.path("extract.id");

        assertThat(draft.jsonPath().getList("entries")).isEmpty();
        HaltRows.change("update extract set municipality = 101");
        assertThat(Session.of(DPO).get("/api/v1/extracts/" + id).statusCode()).isEqualTo(404);
        assertThat(release(id).statusCode()).isEqualTo(404);
    }

    @Test
    void aChildNobodyHasHeardOfGetsADocumentWithoutEntries() {
        String id = released(child, "", "");

        assertThat(json(id).jsonPath().getList("entries")).isNull();
        assertThat(json(id).jsonPath().getList("about")).isNotEmpty();
        assertThat(html(id).asString()).contains("Der er ingen indførsler", "There are no entries");
    }

    @Test
    void saysWhatIsGoneOnceTheContentIsErased() throws SQLException {
        FlagId flag = raised(ledger, HaltRows.flag(child, "withdrawn"), child);
        HaltRows.change("delete from flag_fact where flag = ?", flag.value());
        HaltRows.change("update flag set pseudonym = null, erased_at = now() where id = ?", flag.value());

        JsonPath document = json(released(child, "", "")).jsonPath();

        assertThat(document.getString("entries[0].text.danish")).contains("er slettet");
        assertThat(document.getString("entries[0].text.english")).contains("were erased");
        assertThat(document.getList("entries[0].facts")).isNull();
        assertThat(document.getString("entries[0].basis.id")).isEqualTo("lb.demo.notified");
    }

    @Test
    void saysWhatWasHandedOverAsFarAsTheOwnSideMayKnow() throws SQLException {
        Pseudonym arriving = HaltRows.child();
        HandedOver.moreAsked(HandedOver.sent(child.text()));
        HandedOver.received(arriving.text());
        try {
            List<String> sent = handed(child);
            assertThat(sent)
                    .anyMatch(text -> text.startsWith("Kommunen overdrog barnet") && text.contains("København"))
                    .anyMatch(text -> text.contains("En støttende indsats er i gang")
                            && text.contains("Sammenfatning af de faglige vurderinger"))
                    .anyMatch(text -> text.contains("Støttekontakten slutter"))
                    .anyMatch(text -> text.contains("den mangler Børnefaglig undersøgelse"))
                    .anyMatch(text -> text.contains("Vi mangler undersøgelsen"));
            assertThat(handed(arriving))
                    .as("not opened: its contents are not known here")
                    .singleElement()
                    .asString()
                    .startsWith("Kommunen modtog en overdragelse")
                    .doesNotContain("Støttekontakten");
        } finally {
            HaltRows.change("delete from handover_side");
        }
    }

    private static List<String> handed(Pseudonym of) {
        return ExtractFlow.prepare(DemoPerson.DATA_PROTECTION_OFFICER, of)
                .jsonPath()
                .getList(
                        "entries.findAll { it.passage.kind.startsWith('handover') }.passage.text.danish", String.class);
    }

    @Test
    void saysWhatWasNotifiedAndDoneAndWithholdsWhoNotifiedAsAPrivatePerson() throws SQLException {
        dk.rettidig.feed.rest.Sender.sendBytesAsTheyAre();
        Instant received = clock.instant().minus(java.time.Duration.ofHours(30));
        String school = dk.rettidig.feed.rest.Sender.notification("X-1", child.text(), received, ",\"sex\":\"female\"");
        String neighbour = dk.rettidig.feed.rest.Sender.notification("X-2", child.text(), received.plusSeconds(60), "")
                .replace("N01", "N07");
        assertThat(dk.rettidig.feed.rest.Sender.intake()
                        .send(school + neighbour)
                        .statusCode())
                .isEqualTo(200);
        try {
            Response draft = ExtractFlow.prepare(DemoPerson.DATA_PROTECTION_OFFICER, child);
            JsonPath entries = draft.jsonPath();
            assertThat(entries.getList("entries.passage.kind", String.class))
                    .contains("notification", "notifier", "private_notifier", "told");
            assertThat(entries.getString("entries.find { it.passage.kind == 'private_notifier' }"))
                    .contains("choice:notifier");
            assertThat(entries.getList("entries.passage.text.english", String.class))
                    .noneMatch(text -> text.startsWith("Other processing"));
            assertThat(entries.getString("entries.passage")).doesNotContain("demo-");
            assertThat(entries.getList("entries.passage.text.danish", String.class))
                    .filteredOn(text -> text.contains("køn"))
                    .containsExactly("Med underretningen blev barnets køn oplyst: Pige. Det bruges kun til at tælle.");
        } finally {
            HaltRows.change("delete from notification");
            HaltRows.change("delete from follow_up");
        }
    }
}
