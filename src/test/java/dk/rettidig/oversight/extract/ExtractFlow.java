package dk.rettidig.oversight.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagEvent;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.RunId;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.testing.Session;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** What happens to a child, and what the rights desk does, for tests. */
final class ExtractFlow {

    static final DemoPerson DPO = DemoPerson.DATA_PROTECTION_OFFICER;
    static final MunicipalityCode HERE = MunicipalityCode.SYNTHETIC;
    private static final String EXTRACTS = "/api/v1/extracts";

    private ExtractFlow() {}

    static Actor caseworker(String name) {
        return new Actor.Caseworker(new ActorName(name), HERE);
    }

    /** Appends and waits until it is published. */
    static void happened(Ledger ledger, Actor actor, LedgerEvent event) {
        AppendId id = ledger.appendCommitted(actor, event);
        ledger.await(id, Duration.ofSeconds(30));
    }

    /** A flag about a child, as the record has it. */
    static FlagId raised(Ledger ledger, FlagId flag, Pseudonym child) {
        happened(
                ledger,
                new Actor.Scheduler(),
                new FlagEvent.Raised(new RunId(UUID.randomUUID()), HERE, flag, child, "0".repeat(64)));
        return flag;
    }

    static Response prepare(DemoPerson person, Pseudonym child) {
        return Session.of(person)
                .contentType(ContentType.JSON)
                .body(Map.of("pseudonym", child.text(), "case_reference", "S-2026-17"))
                .post(EXTRACTS);
    }

    static Response decide(String extract, Map<Integer, String> choices) {
        List<Map<String, Object>> decisions = choices.entrySet().stream()
                .map(one -> Map.<String, Object>of("number", one.getKey(), "choice", one.getValue()))
                .toList();
        return Session.of(DPO)
                .contentType(ContentType.JSON)
                .body(Map.of("decisions", decisions))
                .post(EXTRACTS + "/" + extract + "/decisions");
    }

    static Response release(String extract) {
        return Session.of(DPO).contentType(ContentType.JSON).post(EXTRACTS + "/" + extract + "/release");
    }

    static Response json(String extract) {
        return Session.of(DPO).get(EXTRACTS + "/" + extract + "/document");
    }

    static Response html(String extract) {
        return Session.of(DPO).accept("text/html").get("/extracts/" + extract + "/document");
    }

    /** Gives everything out but the entries whose text has the word, and returns the released extract's id. */
    static String released(Pseudonym child, String withheldWord, String ground) {
        Response draft = prepare(DPO, child);
        assertThat(draft.statusCode()).as(draft.asString()).isEqualTo(201);
        String id = draft.path("extract.id");
        List<String> texts = draft.path("entries.passage.text.english");
        Map<Integer, String> choices = new java.util.HashMap<>();
        IntStream.range(0, texts.size())
                .forEach(i -> choices.put(
                        i + 1, !withheldWord.isEmpty() && texts.get(i).contains(withheldWord) ? ground : "give"));
        Response decided = decide(id, choices);
        assertThat(decided.statusCode()).as(decided.asString()).isEqualTo(200);
        Response released = release(id);
        assertThat(released.statusCode()).as(released.asString()).isEqualTo(200);
        return id;
    }
}
