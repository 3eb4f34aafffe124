package dk.rettidig.ledger;

import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.Report;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What an outsider's verifier says of an export of the published log. */
public final class ExportChecks {

    private ExportChecks() {}

    /** Exports the log below the directory and verifies it. */
    public static Report verified(LedgerReader reader, Path directory)
            throws IOException, CheckpointException, InterruptedException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new LedgerExport(reader).write(reader.checkpoint(), zip);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = directory.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, entries.readAllBytes());
            }
        }
        List<VerifierKey> keys = new ArrayList<>();
        for (String key : reader.verifierKeys()) {
            keys.add(VerifierKey.parse(key));
        }
        return LedgerVerifier.verify(
                directory, new Trust(keys, List.of(), Optional.empty()), true, (entries, of) -> {});
    }
}
