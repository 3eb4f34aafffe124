package dk.rettidig.casefile.supervision;

import dk.rettidig.access.Actor;
import dk.rettidig.law.LegalBases;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.ledger.LedgerReader;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The package that a municipality hands to the national Task Force: guarded findings, the sample plan, the file of the draw
 * without openings, and proofs of entries ({@code docs/supervision.md}). The routes ask the gate.
 */
@ApplicationScoped
public class TaskForcePackages {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String READ_ME = """
        Pakke om juridisk tilsyn / package on legal supervision
        ------------------------------------------------------
        package.json   hvad runden viser, regel for regel, uden sager og personer
                       what the round shows, rule by rule, without cases and persons
        draw.json      lodtrækningen, til at trække igen / the draw, to be drawn again
        proofs/        beviser for indførsler / proofs of entries (C2SP tlog-proof)
        log-key        protokollens nøgle / the ledger's key: hent den også et andet sted / fetch it elsewhere, too

        ./rettidig verify draw PACKAGE.zip --key VKEY
        """;

    private final Rounds rounds;
    private final Reports reports;
    private final SupervisionDesk desk;
    private final LegalBases policies;
    private final Ledger ledger;
    private final LedgerReader reader;

    TaskForcePackages(
            Rounds rounds,
            Reports reports,
            SupervisionDesk desk,
            LegalBases policies,
            Ledger ledger,
            LedgerReader reader) {
        this.rounds = rounds;
        this.reports = reports;
        this.desk = desk;
        this.policies = policies;
        this.ledger = ledger;
        this.reader = reader;
    }

    /**
     * The package as a zip file; that it was taken is on record, with its digest, before it is given.
     *
     * @throws SupervisionFault {@code not_found}, {@code supervision_not_drawn}, {@code supervision_not_reviewed}
     */
    public byte[] take(Actor actor, String id) {
        CommitteeReport report = reports.committee(actor, id);
        if (!report.isWhole()) {
            throw new SupervisionFault(SupervisionErrorCode.NOT_REVIEWED);
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("README.txt", READ_ME.getBytes(StandardCharsets.UTF_8));
        files.put(
                "package.json",
                PackageDocument.of(report, policies.digest().value()).json());
        files.put("draw.json", PackageDocument.bytes(desk.draw(actor, id)));
        files.put("log-key", (String.join("\n", reader.verifierKeys()) + "\n").getBytes(StandardCharsets.UTF_8));
        proofs(report.round()).forEach((name, proof) -> files.put("proofs/" + name, proof));
        byte[] zip = zip(files);
        ledger.appendCommitted(
                actor,
                new SupervisionEvent.PackageTaken(
                        report.round().id(), report.round().municipality(), digest(zip)));
        return zip;
    }

    /** A proof for each entry of the round that names nobody: frame, call, draw and plans. */
    private Map<String, byte[]> proofs(Round round) {
        List<Rounds.Step> steps = QuarkusTransaction.requiringNew().call(() -> rounds.steps(round));
        long last = 0;
        Map<String, Long> indices = new LinkedHashMap<>();
        for (Rounds.Step step : steps) {
            Ledger.Covered covered = ledger.await(step.append(), PATIENCE);
            indices.put(step.name() + ".tlog-proof", covered.leafIndex());
            last = Math.max(last, covered.treeSize());
        }
        long size = Math.max(last, reader.checkpoint().size());
        Map<String, byte[]> proofs = new LinkedHashMap<>();
        indices.forEach(
                (name, index) -> proofs.put(name, reader.proofFile(index, size).getBytes(StandardCharsets.UTF_8)));
        return proofs;
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
