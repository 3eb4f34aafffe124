package dk.rettidig.oversight.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person gets. Numbers run without gaps over what is given; nothing tells whether anything was withheld.
 *
 * @param format {@value #FORMAT}
 * @param about what stands in it and what cannot
 * @param checkpoint the signed note (C2SP tlog-checkpoint) that all proofs lead to
 * @param logKey the log's public key (vkey)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExtractDocument(
        String format,
        UUID extract,
        String municipality,
        Instant releasedAt,
        List<Text> about,
        List<Given> entries,
        String checkpoint,
        String logKey) {

    /** The form of the document. */
    public static final String FORMAT = "rettidig-extract/1";

    /** One entry that is given. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Given(
            int number,
            Instant at,
            String kind,
            Text text,
            Optional<Text> purpose,
            Optional<Passage.Ground> basis,
            List<Passage.Fact> facts,
            List<Text> calculation,
            Optional<Passage.Score> score,
            Optional<Passage.Explanation> explanation,
            Optional<Proof> proof) {}

    /**
     * That an entry with this hash stands in the ledger. The entry's bytes are not in it: they hold the handle of whoever did it
     * (ADR 0118).
     *
     * @param leafHash hexadecimal (RFC 6962 section 2.1)
     * @param path inclusion path, leaf to root, hexadecimal
     */
    public record Proof(long leafIndex, String leafHash, List<String> path) {}
}
