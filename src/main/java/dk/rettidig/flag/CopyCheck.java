package dk.rettidig.flag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.FlagEntries;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds a flag's stored copy of its values against the commitment in the flag's own entry. A copy that somebody changed, or whose
 * entry commits to nothing, is not trusted: nothing is calculated from it.
 */
@Singleton
class CopyCheck {

    /** What the check says of one flag. */
    enum Verdict {
        /** The copy is what the entry commits to. */
        INTACT,
        /** The copy is another one, or there is nothing to hold it against. */
        CONTRADICTED,
        /** The entry is so new that no checkpoint covers it yet: ask again. */
        NOT_YET_PUBLISHED
    }

    /** Publishing takes seconds; an entry that cannot be found an hour after its run ended is missing. */
    private static final Duration PUBLISHED_WITHIN = Duration.ofHours(1);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RAISED = "flag.raised";

    private final Flags flags;
    private final Corrections corrections;
    private final FlagEntries entries;

    CopyCheck(Flags flags, Corrections corrections, FlagEntries entries) {
        this.flags = flags;
        this.corrections = corrections;
        this.entries = entries;
    }

    /** A verdict for each flag; in the caller's transaction. */
    Map<FlagId, Verdict> of(MunicipalityCode municipality, List<FlagId> ids, Instant now) {
        Map<UUID, JsonNode> raised = raised(ids);
        Map<FlagId, Verdict> verdicts = new HashMap<>();
        for (FlagId id : ids) {
            verdicts.put(id, verdict(municipality, id, Optional.ofNullable(raised.get(id.value())), now));
        }
        return verdicts;
    }

    private Verdict verdict(MunicipalityCode municipality, FlagId id, Optional<JsonNode> entry, Instant now) {
        Optional<Corrections.Copied> copied = corrections.copied(municipality, id);
        if (entry.isEmpty()) {
            boolean recent = copied.filter(each -> now.isBefore(each.at().plus(PUBLISHED_WITHIN)))
                    .isPresent();
            return recent ? Verdict.NOT_YET_PUBLISHED : Verdict.CONTRADICTED;
        }
        Optional<String> stored = copied.flatMap(Corrections.Copied::salt)
                .flatMap(salt -> flags.facts(municipality, id).map(facts -> CopyCommitment.of(salt, facts)));
        String committed = entry.get().path(CopyCommitment.FIELD).asText();
        return stored.filter(committed::equals).isPresent() ? Verdict.INTACT : Verdict.CONTRADICTED;
    }

    /** The fields of the entry that raised each flag: the first in the order of the log. */
    private Map<UUID, JsonNode> raised(List<FlagId> ids) {
        Map<UUID, JsonNode> raised = new HashMap<>();
        for (FlagEntries.Named named :
                entries.of(ids.stream().map(FlagId::value).toList())) {
            JsonNode body = body(named.entry());
            if (body.path("type").asText().equals(RAISED)) {
                raised.putIfAbsent(named.flag(), body.path("fields"));
            }
        }
        return raised;
    }

    private static JsonNode body(Entry entry) {
        try {
            return JSON.readTree(entry.bytes()).path("body");
        } catch (IOException damaged) {
            throw new LedgerFault(LedgerErrorCode.DAMAGED, damaged);
        }
    }
}
