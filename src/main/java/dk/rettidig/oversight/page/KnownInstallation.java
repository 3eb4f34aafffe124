package dk.rettidig.oversight.page;

import dk.rettidig.law.LegalBases;
import dk.rettidig.ledger.LedgerFault;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.web.InstallationFacts;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalLong;

/** The policy set and the newest checkpoint for the foot of every page, kept in memory and looked up every few seconds. */
@ApplicationScoped
class KnownInstallation implements InstallationFacts {

    private final LegalBases bases;
    private final LedgerReader reader;
    private volatile OptionalLong size = OptionalLong.empty();

    KnownInstallation(LegalBases bases, LedgerReader reader) {
        this.bases = bases;
        this.reader = reader;
    }

    @Override
    public Optional<String> policy() {
        return Optional.of(bases.digest().brief());
    }

    @Override
    public OptionalLong checkpointSize() {
        return size;
    }

    @Scheduled(every = "3s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            size = OptionalLong.of(reader.checkpoint().size());
        } catch (LedgerFault noneYet) {
            // The foot shows the last size known; whoever reads the ledger itself is told.
            size = OptionalLong.empty();
        }
    }
}
