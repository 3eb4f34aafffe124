package dk.rettidig.cli.demo;

import dk.rettidig.cli.console.ProgressBar;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.Report;
import java.io.IOException;
import java.nio.file.Path;

/** The DPO exports the record; an outsider's verifier checks it; and an altered copy is found out. */
final class RecordStep {

    private final DemoPlan plan;
    private final DemoPeople people;
    private final Tally tally;

    RecordStep(DemoPlan plan, DemoPeople people, Tally tally) {
        this.plan = plan;
        this.people = people;
        this.tally = tally;
    }

    void run() throws IOException {
        plan.console().heading("8. Protokollen", "The record");
        Path zip = plan.home().resolve("ledger.zip");
        int status = people.officer().download("POST", "/api/v1/ledger/exports", zip);
        if (!tally.check(status == 200, "DPO'en har hentet hele protokollen", "The DPO exported the whole ledger")) {
            return;
        }
        Path export = plan.home().resolve("ledger");
        LedgerCopy.unzip(zip, export);
        Report report = verify(export);
        report.checkpoint().ifPresent(checkpoint -> {
            tally.figure("Indførsler / ledger entries", checkpoint.size());
            tally.figure("Kontrolpunkt / checkpoint", checkpoint.origin() + " " + checkpoint.size());
        });
        tally.check(
                report.ok() && report.entries() > 0,
                report.entries() + " indførsler er kontrolleret uden tjenesten: intet er ændret, intet mangler",
                "Verified offline: nothing changed, nothing missing");
        tally.figure("Efterprøvning / verification", report.ok() ? "OK" : "FEJL / FAILED");
        altered(export);
    }

    private void altered(Path export) throws IOException {
        Path copy = plan.home().resolve("ledger-altered");
        long index = LedgerCopy.alterAsSuperuser(plan.database(), export, copy);
        Report report = verify(copy);
        tally.check(
                !report.ok()
                        && report.firstBadIndex().isPresent()
                        && report.firstBadIndex().getAsLong() == index,
                "En kopi, hvor superbrugeren har ændret indførsel " + index + ": efterprøvningen peger på indførsel "
                        + (report.firstBadIndex().isPresent()
                                ? report.firstBadIndex().getAsLong()
                                : "?"),
                "A copy altered as superuser: the verifier names the entry");
    }

    private Report verify(Path export) throws IOException {
        try (ProgressBar bar = plan.console().bar("Efterprøver / verifying", 100)) {
            return LedgerVerifier.verify(
                    export,
                    LedgerVerifier.Trust.NOTHING,
                    true,
                    (entries, of) -> bar.at(of == 0 ? 100 : entries * 100 / of));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
