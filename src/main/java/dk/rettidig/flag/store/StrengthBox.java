package dk.rettidig.flag.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.scoring.Frequency;
import dk.rettidig.seal.SealException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The strength of a flag as bytes at rest: sealed for that flag, so that it opens nowhere else and sorts by nothing. */
@Singleton
class StrengthBox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ErasureBox box;

    StrengthBox(ErasureBox box) {
        this.box = box;
    }

    byte[] seal(FlagId flag, FlagStrength strength) {
        ObjectNode json = JSON.createObjectNode()
                .put("probability", strength.probability())
                .put("threshold", strength.threshold())
                .put("log_odds", strength.logOdds())
                .put("bias", strength.bias())
                .put("average", strength.average());
        Frequency frequency = strength.frequency();
        json.putObject("frequency")
                .put("from", frequency.from())
                .put("to", frequency.to())
                .put("cases", frequency.cases())
                .put("found", frequency.found());
        ArrayNode contributions = json.putArray("contributions");
        for (FlagStrength.Contribution each : strength.contributions()) {
            contributions
                    .addObject()
                    .put("indicator", each.indicator().value())
                    .put("bin", each.bin())
                    .put("weight", each.weight())
                    .put("effect", each.effect());
        }
        try {
            return box.seal(JSON.writeValueAsBytes(json), context(flag));
        } catch (JsonProcessingException impossible) {
            throw new FlagFault(FlagErrorCode.STORE_CORRUPT, impossible);
        }
    }

    FlagStrength open(FlagId flag, byte[] sealed) {
        try {
            JsonNode json = JSON.readTree(box.open(sealed, context(flag)));
            JsonNode frequency = json.get("frequency");
            List<FlagStrength.Contribution> contributions = new ArrayList<>();
            for (JsonNode each : json.get("contributions")) {
                contributions.add(new FlagStrength.Contribution(
                        new IndicatorId(each.get("indicator").textValue()),
                        each.get("bin").intValue(),
                        each.get("weight").doubleValue(),
                        each.get("effect").doubleValue()));
            }
            return new FlagStrength(
                    json.get("probability").doubleValue(),
                    json.get("threshold").doubleValue(),
                    json.get("log_odds").doubleValue(),
                    json.get("bias").doubleValue(),
                    json.get("average").doubleValue(),
                    contributions,
                    new Frequency(
                            frequency.get("from").doubleValue(),
                            frequency.get("to").doubleValue(),
                            frequency.get("cases").intValue(),
                            frequency.get("found").intValue()));
        } catch (SealException | IOException changed) {
            throw new FlagFault(FlagErrorCode.STORE_CORRUPT, changed);
        }
    }

    private static String context(FlagId flag) {
        return "flag_strength " + flag;
    }
}
