package dk.rettidig.verifier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.checkpoint.Checkpoint;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.merkle.InclusionProof;
import dk.rettidig.merkle.ProofException;
import dk.rettidig.merkle.TreeHasher;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * An entry of a draw that was proved to be in the log.
 *
 * @param checkpoint the signed tree it is in
 * @param index its place, from 0
 * @param at when the log says it was made
 * @param fields its open values
 */
record DrawEntry(Checkpoint checkpoint, long index, Instant at, JsonNode fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Verifies signature, path, form and type; empty, with a finding, when one of them does not hold. */
    static Optional<DrawEntry> proved(
            TlogProof proof, LedgerVerifier.Trust trust, String type, String member, Findings findings) {
        byte[] bytes = proof.extra().bytes();
        try {
            Checkpoint checkpoint = Checkpoint.open(proof.checkpoint(), DrawVerifier.known(trust));
            new InclusionProof(proof.index(), checkpoint.size(), proof.path())
                    .verify(new TreeHasher().leaf(bytes), checkpoint.root());
            EntryScanner.Problem problem =
                    new EntryScanner().scan(Arrays.copyOf(bytes, bytes.length + Canonical.SLACK), 0, bytes.length);
            if (problem != EntryScanner.Problem.NONE) {
                findings.add(Texts.form(problem, proof.index()));
                return Optional.empty();
            }
            JsonNode body = JSON.readTree(bytes).path("body");
            if (!body.path("type").asText().equals(type)) {
                findings.add(Finding.at(
                        Finding.Kind.DRAW,
                        proof.index(),
                        member + " er en anden slags indførsel end " + type,
                        member + " is another kind of entry than " + type));
                return Optional.empty();
            }
            Instant at = Instant.parse(body.path("at").asText());
            return Optional.of(new DrawEntry(checkpoint, proof.index(), at, body.path("fields")));
        } catch (CheckpointException
                | ProofException
                | IllegalArgumentException
                | IOException
                | DateTimeException wrong) {
            findings.add(Finding.at(
                    Finding.Kind.PROOF,
                    proof.index(),
                    "beviset for " + member + " holder ikke (" + wrong.getMessage() + ")",
                    "the proof of " + member + " does not hold (" + wrong.getMessage() + ")"));
            return Optional.empty();
        }
    }

    String text(String name) {
        return fields.path(name).asText();
    }

    /** A whole number; -1 when it is missing. */
    long number(String name) {
        return fields.path(name).isIntegralNumber() ? fields.path(name).asLong() : -1;
    }

    Optional<Instant> moment(String name) {
        try {
            return Optional.of(Instant.parse(text(name)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
