package dk.rettidig.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.ledger.Entry;
import dk.rettidig.ledger.FlagEntries;
import dk.rettidig.ledger.LedgerErrorCode;
import dk.rettidig.ledger.LedgerFault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a withdrawn model left behind: each flag it raised, who read it and what followed. The routes ask the gate. */
@Singleton
public class ModelFlags {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pauses pauses;
    private final RaisedFlags raised;
    private final FlagEntries entries;

    ModelFlags(Pauses pauses, RaisedFlags raised, FlagEntries entries) {
        this.pauses = pauses;
        this.raised = raised;
        this.entries = entries;
    }

    /** A withdrawal and the flags of its model. */
    public record Listing(Withdrawal withdrawal, List<ModelFlag> flags) {

        public Listing {
            flags = List.copyOf(flags);
        }

        /** One line for each act, and one for each flag of which there is none. */
        public String csv() {
            StringBuilder lines =
                    new StringBuilder("flag,run,raised_at,state,since,erased,at,type,handle,role,detail\r\n");
            for (ModelFlag flag : flags) {
                String start = String.join(
                        ",",
                        flag.id().toString(),
                        flag.run().toString(),
                        flag.raisedAt().toString(),
                        flag.state(),
                        flag.since().toString(),
                        flag.erased() ? "yes" : "no");
                if (flag.acts().isEmpty()) {
                    lines.append(start).append(",,,,,\r\n");
                }
                for (ModelFlag.Act act : flag.acts()) {
                    lines.append(String.join(
                                    ",",
                                    start,
                                    act.at().toString(),
                                    act.type(),
                                    act.handle(),
                                    act.role(),
                                    act.detail()))
                            .append("\r\n");
                }
            }
            return lines.toString();
        }
    }

    /**
     * The flags of a withdrawn model.
     *
     * @throws MonitoringFault {@code not_found}
     */
    public Listing of(Actor actor, String withdrawal) {
        MunicipalityCode municipality = MonitoringDesk.municipality(actor);
        UUID asked = MonitoringDesk.asked(withdrawal);
        return QuarkusTransaction.requiringNew().call(() -> {
            Withdrawal found = pauses.withdrawals(municipality).stream()
                    .filter(each -> each.id().equals(asked))
                    .findFirst()
                    .orElseThrow(MonitoringFault::notFound);
            List<ModelFlag> flags = raised.of(municipality, found.model());
            Map<UUID, List<ModelFlag.Act>> acts = acts(flags);
            return new Listing(
                    found,
                    flags.stream()
                            .map(flag -> flag.with(acts.getOrDefault(flag.id().value(), List.of())))
                            .toList());
        });
    }

    private Map<UUID, List<ModelFlag.Act>> acts(List<ModelFlag> flags) {
        Map<UUID, List<ModelFlag.Act>> acts = new HashMap<>();
        List<UUID> ids = flags.stream().map(flag -> flag.id().value()).toList();
        for (FlagEntries.Named named : entries.of(ids)) {
            acts.computeIfAbsent(named.flag(), _ -> new ArrayList<>()).add(act(named.entry()));
        }
        acts.values().forEach(of -> of.removeIf(act -> act.type().startsWith("gate.")));
        return acts;
    }

    private static ModelFlag.Act act(Entry entry) {
        try {
            JsonNode body = JSON.readTree(entry.bytes()).path("body");
            return new ModelFlag.Act(
                    Instant.parse(body.path("at").asText()),
                    body.path("type").asText(),
                    body.path("actor").asText(),
                    body.path("actor_kind").asText(),
                    body.path("fields").path("outcome").asText());
        } catch (IOException damaged) {
            throw new LedgerFault(LedgerErrorCode.DAMAGED, damaged);
        }
    }
}
