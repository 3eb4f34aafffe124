package dk.rettidig.casefile.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dk.rettidig.merkle.Hash;
import java.util.List;
import java.util.UUID;

/**
 * The file of a draw ({@code docs/supervision.md}), without the cases behind the tickets.
 *
 * @param format the procedure
 * @param tickets the frame, ascending, in lower case hexadecimal digits
 * @param frame proof of the entry that bound the frame (C2SP tlog-proof)
 * @param call proof of the entry that called the draw
 * @param seedRoot root of the tree that ends with the call, base64
 * @param frameToSeed consistency proof from the frame's checkpoint to that tree, base64
 * @param seedToCall consistency proof from that tree to the call's checkpoint
 * @param drawn the tickets drawn, in order
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record DrawDocument(
        String format,
        UUID round,
        List<String> tickets,
        String frame,
        String call,
        String seedRoot,
        List<String> frameToSeed,
        List<String> seedToCall,
        List<String> drawn) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The part that is the same for everybody and kept with the round. */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record Proof(String frame, String call, String seedRoot, List<String> frameToSeed, List<String> seedToCall) {

        String json() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException impossible) {
                throw new IllegalStateException("texts can be written as JSON", impossible);
            }
        }
    }

    static DrawDocument of(Round round, List<Hash> tickets, List<Hash> drawn, String proof) {
        Proof kept;
        try {
            kept = JSON.readValue(proof, Proof.class);
        } catch (JsonProcessingException damaged) {
            throw new SupervisionFault(SupervisionErrorCode.STORE_UNAVAILABLE, damaged);
        }
        return new DrawDocument(
                Draw.PROCEDURE,
                round.id(),
                tickets.stream().map(Hash::hex).toList(),
                kept.frame(),
                kept.call(),
                kept.seedRoot(),
                kept.frameToSeed(),
                kept.seedToCall(),
                drawn.stream().map(Hash::hex).toList());
    }
}
