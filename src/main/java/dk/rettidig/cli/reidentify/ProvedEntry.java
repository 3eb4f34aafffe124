package dk.rettidig.cli.reidentify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.cli.reidentify.RedemptionException.Reason;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.ProofException;
import dk.rettidig.merkle.TreeHasher;
import dk.rettidig.review.reidentification.Ticket;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The entry of this very redemption, proved to be in the tree that the pinned log signed. */
record ProvedEntry(long leafIndex) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads an answer and trusts nothing in it.
     *
     * @throws RedemptionException {@code NOT_PROVEN} for whatever is less than a proof
     */
    static ProvedEntry read(byte[] answer, List<VerifierKey> log, Ticket ticket) throws RedemptionException {
        try {
            TlogProof proof =
                    TlogProof.parse(JSON.readTree(answer).path("proof").asText().getBytes(StandardCharsets.UTF_8));
            Checkpoint checkpoint = Checkpoint.open(proof.checkpoint(), log);
            byte[] entry = proof.extra().bytes();
            new InclusionProof(proof.index(), checkpoint.size(), proof.path())
                    .verify(new TreeHasher().leaf(entry), checkpoint.root());
            require(JSON.readTree(entry).path("body"), ticket);
            return new ProvedEntry(proof.index());
        } catch (CheckpointException | ProofException | IOException | IllegalArgumentException wrong) {
            throw new RedemptionException(Reason.NOT_PROVEN, "proof", wrong);
        }
    }

    /** An entry of something else, or of another ticket, proves nothing about this one. */
    private static void require(JsonNode body, Ticket ticket) throws RedemptionException {
        JsonNode fields = body.path("fields");
        boolean same = body.path("type").asText().equals("reidentification.redeemed")
                && fields.path("request").asText().equals(ticket.request().toString())
                && fields.path("ticket").asText().equals(ticket.idDigest());
        if (!same) {
            throw new RedemptionException(Reason.NOT_PROVEN, "entry");
        }
    }
}
