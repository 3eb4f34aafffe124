package dk.rettidig.gate;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one way in which rows of a municipality are erased because their time is over: the gate is asked, then they go and
 * the entry is made in one transaction. Without entry no erasure, and no entry where nothing was due.
 */
@Singleton
public final class GatedErasure {

    private static final Actor SCHEDULER = new Actor.Scheduler();

    /** As long as any other transaction. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Gate gate;
    private final Ledger ledger;

    /** Asks this gate and enters in this ledger. */
    public GatedErasure(Gate gate, Ledger ledger) {
        this.gate = gate;
        this.ledger = ledger;
    }

    /**
     * What went.
     *
     * @param rows how many
     * @param event what to enter when there were any
     */
    public record Gone(int rows, LedgerEvent event) {}

    /**
     * Erases in a transaction of its own, as the scheduler.
     *
     * @param retentionClass a class of {@code policies/retention.yaml}
     * @param erase called within the transaction
     * @return how many rows went
     * @throws RefusedFault when the gate does not permit it; nothing is erased then
     */
    public int erase(String retentionClass, MunicipalityCode municipality, Supplier<Gone> erase) {
        return erase(retentionClass, municipality, LONGEST, erase);
    }

    /** The same with a transaction that may take this long. */
    public int erase(String retentionClass, MunicipalityCode municipality, Duration longest, Supplier<Gone> erase) {
        gate.demand(Request.plain(SCHEDULER, Action.ERASE, Purpose.ADMINISTRATION, Optional.of(municipality))
                .with("retention_class", retentionClass));
        return QuarkusTransaction.requiringNew()
                .timeout(Math.toIntExact(longest.toSeconds()))
                .call(() -> {
                    Gone gone = erase.get();
                    if (gone.rows() > 0) {
                        ledger.append(SCHEDULER, gone.event());
                    }
                    return gone.rows();
                });
    }
}
