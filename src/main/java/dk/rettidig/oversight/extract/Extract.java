package dk.rettidig.oversight.extract;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.text.JournalNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An extract under way or released, by the number of its case. */
public record Extract(
        UUID id,
        MunicipalityCode municipality,
        JournalNumber caseReference,
        ActorName preparedBy,
        Instant preparedAt,
        Optional<Release> release) {

    /** Who released it, and the digests (SHA-256, hexadecimal) of what was released. */
    public record Release(ActorName by, Instant at, String jsonSha256, String htmlSha256) {}

    /** One entry with what was decided on it. */
    public record Item(int number, Passage passage, Optional<Decision> decision) {

        boolean given() {
            return decision.map(one -> one.ground().isEmpty()).orElse(false);
        }
    }

    /** Given out, or withheld for a ground. */
    public record Decision(Optional<WithholdingGround> ground, ActorName by, Instant at) {}

    /** An extract with its entries. */
    public record Draft(Extract extract, List<Item> items) {

        public Draft {
            items = List.copyOf(items);
        }

        /** How many entries nobody has decided on. */
        public long undecided() {
            return items.stream().filter(item -> item.decision().isEmpty()).count();
        }
    }
}
