package dk.rettidig.oversight.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A child's entries as passages. A permitted decision and what it led to are one passage: the decision says what for and on
 * which ground, the entry behind it by the same person that it was done. One that nothing followed is a passage itself.
 */
final class LedgerPassages {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PERMITTED = "gate.permitted";

    private final MunicipalityCode municipality;
    private final Grounds grounds;
    private final FlagPassages flags;
    private final Map<String, Read> permitted = new LinkedHashMap<>();
    private final List<Passage> passages = new ArrayList<>();

    LedgerPassages(MunicipalityCode municipality, Grounds grounds, FlagPassages flags) {
        this.municipality = municipality;
        this.grounds = grounds;
        this.flags = flags;
    }

    /** An entry taken apart. */
    private record Read(long index, Instant at, String actor, String type, JsonNode fields) {

        static Read of(Entry entry) {
            try {
                JsonNode body = JSON.readTree(entry.bytes()).path("body");
                return new Read(
                        entry.index(),
                        Instant.parse(body.path("at").asText()),
                        body.path("actor").asText(),
                        body.path("type").asText(),
                        body.path("fields"));
            } catch (IOException damaged) {
                throw new LedgerFault(LedgerErrorCode.DAMAGED, damaged);
            }
        }

        boolean decision() {
            return type.startsWith("gate.");
        }

        /** A field of the request that was decided on, or of what happened. */
        String said(String name) {
            return (decision() ? fields.path("request") : fields).path(name).asText();
        }
    }

    /** The passages of these entries, in the order of the log. */
    List<Passage> of(List<Entry> entries) {
        for (Entry entry : entries) {
            Read read = Read.of(entry);
            // Another municipality may have asked for something here by its id: that is on its own record.
            if (read.said("municipality").equals(municipality.value())) {
                take(read);
            }
        }
        permitted.values().forEach(this::alone);
        return List.copyOf(passages);
    }

    private void take(Read read) {
        if (read.type().equals(PERMITTED)) {
            Optional.ofNullable(permitted.put(read.actor(), read)).ifPresent(this::alone);
        } else if (read.decision()) {
            alone(read);
        } else {
            Optional<Read> decision = Optional.ofNullable(permitted.remove(read.actor()));
            passages.add(flags.detailed(read.type(), read.fields(), passage(read, decision)));
        }
    }

    private void alone(Read read) {
        passages.add(passage(read, Optional.of(read)));
    }

    private Passage passage(Read read, Optional<Read> decision) {
        Phrases.Phrase phrase = Phrases.of(read.type());
        return Passage.plain(
                read.at(),
                phrase.kind(),
                phrase.text(),
                decision.flatMap(one -> Purpose.parse(one.said("purpose"))).map(Grounds::of),
                decision.flatMap(one -> grounds.named(one.said("basis"))),
                OptionalLong.of(read.index()));
    }
}
