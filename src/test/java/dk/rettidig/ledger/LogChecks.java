package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.SignedNote;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.merkle.CompactRange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an outsider would check of a log, by means of its own: order, root, signature and running counts. */
public final class LogChecks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LogChecks() {}

    /** Reads the whole published log and checks it; returns its entries as JSON. */
    public static List<JsonNode> holds(LedgerReader reader) throws IOException, CheckpointException {
        Checkpoint checkpoint = Checkpoint.open(
                SignedNote.parse(reader.checkpoint().note()), List.of(VerifierKey.parse(reader.verifierKey())));
        CompactRange tree = new CompactRange();
        List<JsonNode> entries = new ArrayList<>();
        Map<String, Long> counts = new HashMap<>();
        while (tree.size() < checkpoint.size()) {
            int most = (int) Math.min(LedgerReader.MOST_ENTRIES, checkpoint.size() - tree.size());
            for (Entry entry : reader.entries(tree.size(), most)) { // the log goes on beyond the checkpoint meanwhile
                assertThat(entry.index()).isEqualTo(tree.size());
                tree.appendContent(entry.bytes());
                JsonNode json = JSON.readTree(entry.bytes());
                entries.add(json);
                String actor = json.at("/body/actor").asText();
                assertThat(json.at("/counts/actor").asLong()).isEqualTo(counts.merge(actor, 1L, Long::sum));
                JsonNode model = json.at("/body/fields/model");
                assertThat(json.at("/counts").has("model")).isEqualTo(model.isTextual());
                if (model.isTextual()) {
                    assertThat(json.at("/counts/model").asLong())
                            .isEqualTo(counts.merge("model " + model.asText(), 1L, Long::sum));
                }
            }
        }
        assertThat(tree.root()).isEqualTo(checkpoint.root());
        return entries;
    }
}
