package dk.rettidig.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dk.rettidig.verifier.LedgerVerifier;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import dk.rettidig.verifier.Report;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a superuser did to the tables, an outsider with the export and the log's key finds. */
@Timeout(value = 5, unit = java.util.concurrent.TimeUnit.MINUTES) // a hang is a failure
class LedgerTamperIT {

    @TempDir
    Path directory;

    private OwnDatabase database;

    @BeforeEach
    void fill() throws Exception {
        database = new OwnDatabase(directory);
        database.fill(600, 5);
        try (Sequencer sequencer = database.sequencer("a")) {
            sequencer.pass();
        }
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void anExportVerifies() throws Exception {
        Report report = verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.ok()).isTrue();
        assertThat(report.entries()).isEqualTo(600);
        assertThat(report.actors()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            300 | update ledger_entry set bytes = convert_to(replace(convert_from(bytes, 'UTF8'), 'caseworker', 'teamleader'), 'UTF8') where leaf_index = 300
            17  | delete from ledger_entry where leaf_index = 17
            41  | update ledger_entry a set bytes = b.bytes from ledger_entry b where (a.leaf_index, b.leaf_index) in ((41, 42), (42, 41))
            256 | delete from ledger_entry where leaf_index >= 256 and leaf_index < 512
            0   | truncate ledger_entry
            100 | update ledger_entry set leaf_index = leaf_index + 10000 where leaf_index >= 100; update ledger_entry set leaf_index = leaf_index - 9999 where leaf_index >= 10000; insert into ledger_entry select 100, -1, bytes, leaf_hash from ledger_entry where leaf_index = 99
            599 | delete from ledger_entry where leaf_index = 599
            """)
    void namesTheFirstBadEntry(long index, String change) throws Exception {
        database.tamper(change);

        Report report = verify();

        assertThat(report.ok()).isFalse();
        assertThat(report.findings())
                .anySatisfy(finding -> assertThat(finding.index()).hasValue(index))
                .noneSatisfy(finding ->
                        assertThat(finding.index().orElse(Long.MAX_VALUE)).isLessThan(index));
    }

    private Report verify() throws Exception {
        Path export = Files.createTempDirectory(directory, "export");
        LedgerReader reader = database.reader();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        new LedgerExport(reader).write(reader.checkpoint(), zip);
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = export.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, entries.readAllBytes());
            }
        }
        return LedgerVerifier.verify(
                export,
                new Trust(database.signer().verifierKeys(), java.util.List.of(), Optional.empty()),
                true,
                (entries, of) -> {});
    }
}
