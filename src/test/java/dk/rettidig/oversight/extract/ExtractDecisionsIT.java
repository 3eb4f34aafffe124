package dk.rettidig.oversight.extract;

import static dk.rettidig.oversight.extract.ExtractFlow.DPO;
import static dk.rettidig.oversight.extract.ExtractFlow.HERE;
import static dk.rettidig.oversight.extract.ExtractFlow.caseworker;
import static dk.rettidig.oversight.extract.ExtractFlow.decide;
import static dk.rettidig.oversight.extract.ExtractFlow.happened;
import static dk.rettidig.oversight.extract.ExtractFlow.prepare;
import static dk.rettidig.oversight.extract.ExtractFlow.raised;
import static dk.rettidig.oversight.extract.ExtractFlow.release;
import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.flag.FlagId;
import dk.rettidig.ledger.AppendId;
import dk.rettidig.ledger.Commitment;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerErasure;
import dk.rettidig.oversight.halt.HaltRows;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.review.ReviewEvent;
import dk.rettidig.testing.RealDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which ground an entry was withheld on and who decided it: kept behind the record, and erasable. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ExtractDecisionsIT {

    private static final Pattern HASH = Pattern.compile("\"decisions\":\"([0-9a-f]{64})\"");

    @Inject
    Ledger ledger;

    @Inject
    LedgerErasure erasure;

    @AfterEach
    void none() throws SQLException {
        HaltRows.change("delete from extract");
    }

    private record Entered(AppendId append, String body) {}

    private static Entered released(String extract) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                PreparedStatement statement = connection.prepareStatement(
                        "select append_id, body from (select append_id, convert_from(body, 'UTF8') as body from"
                                + " ledger_append) a where body like '%\"extract.released\"%' and body like ?")) {
            statement.setString(1, "%" + extract + "%");
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return new Entered(new AppendId(row.getLong(1)), row.getString(2));
            }
        }
    }

    @Test
    void theReleasedEntryCommitsToEveryGroundAndToWhoDecided() throws SQLException {
        Pseudonym child = HaltRows.child();
        FlagId flag = raised(ledger, new FlagId(UUID.randomUUID()), child);
        happened(ledger, caseworker("a"), new ReviewEvent.FlagOpened(HERE, flag));
        String id = prepare(DPO, child).path("extract.id");
        decide(id, Map.of(1, "give", 2, "protected_address"));
        decide(id, Map.of(2, "honour_conflict"));

        assertThat(release(id).statusCode()).isEqualTo(200);

        Entered entry = released(id);
        Matcher hash = HASH.matcher(entry.body());
        assertThat(hash.find()).isTrue();
        assertThat(entry.body()).doesNotContain("honour_conflict", "demo-dpo");
        Commitment decisions = QuarkusTransaction.requiringNew()
                .call(() -> erasure.open(entry.append(), "decisions", hash.group(1)))
                .orElseThrow();
        assertThat(new String(decisions.value(), StandardCharsets.UTF_8))
                .isEqualTo("1 give " + DPO.username() + "\n2 honour_conflict " + DPO.username());
    }
}
