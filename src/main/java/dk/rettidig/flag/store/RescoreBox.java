package dk.rettidig.flag.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.Rescored;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.scoring.Frequency;
import dk.rettidig.seal.SealException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;

/** A recalculation as bytes at rest: sealed for its flag, whatever it says of the same kind to look at. */
@Singleton
class RescoreBox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ErasureBox box;

    RescoreBox(ErasureBox box) {
        this.box = box;
    }

    byte[] seal(FlagId flag, Rescored rescored) {
        ObjectNode json = JSON.createObjectNode().put("at", rescored.at().toString());
        switch (rescored) {
            case Rescored.Value value ->
                json.put("result", "value")
                        .put("probability", value.probability())
                        .put("from", value.frequency().from())
                        .put("to", value.frequency().to())
                        .put("cases", value.frequency().cases())
                        .put("found", value.frequency().found());
            case Rescored.Abstained _ -> json.put("result", "abstained");
            case Rescored.Unavailable _ -> json.put("result", "unavailable");
        }
        try {
            return box.seal(JSON.writeValueAsBytes(json), context(flag));
        } catch (JsonProcessingException impossible) {
            throw new FlagFault(FlagErrorCode.STORE_CORRUPT, impossible);
        }
    }

    Rescored open(FlagId flag, byte[] sealed) {
        try {
            JsonNode json = JSON.readTree(box.open(sealed, context(flag)));
            Instant at = Instant.parse(json.path("at").textValue());
            return switch (json.path("result").asText()) {
                case "value" ->
                    new Rescored.Value(
                            at,
                            json.path("probability").doubleValue(),
                            new Frequency(
                                    json.path("from").doubleValue(),
                                    json.path("to").doubleValue(),
                                    json.path("cases").intValue(),
                                    json.path("found").intValue()));
                case "abstained" -> new Rescored.Abstained(at);
                case "unavailable" -> new Rescored.Unavailable(at);
                default -> throw new FlagFault(FlagErrorCode.STORE_CORRUPT);
            };
        } catch (SealException | IOException changed) {
            throw new FlagFault(FlagErrorCode.STORE_CORRUPT, changed);
        }
    }

    private static String context(FlagId flag) {
        return "flag_rescore " + flag;
    }
}
