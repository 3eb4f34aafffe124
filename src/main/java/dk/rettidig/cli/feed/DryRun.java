package dk.rettidig.cli.feed;

import dk.rettidig.cli.console.Console;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.body.BodyLimits;
import dk.rettidig.feed.body.BodyReader;
import dk.rettidig.feed.body.BodyRejected;
import dk.rettidig.feed.body.RowRules;
import dk.rettidig.feed.body.Tally;
import dk.rettidig.gate.Policies;
import dk.rettidig.law.PolicySetException;
import dk.rettidig.law.PolicySetReader;
import dk.rettidig.scope.Scopes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** Reads a file as the service would, with the shipped policies, and sends nothing. */
final class DryRun {

    private static final int SHOWN_ROWS = 20;
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final NoteOptions options;
    private final boolean gzip;
    private final Console console;

    DryRun(NoteOptions options, boolean gzip, Console console) {
        this.options = options;
        this.gzip = gzip;
        this.console = console;
    }

    /** Whether the service would take every row, as far as that can be known offline. */
    boolean check(Path source) throws IOException {
        try (WireFile file = WireFile.of(source, gzip);
                InputStream body = Files.newInputStream(file.path())) {
            DeliveryNote note = options.note(file, Survey.of(file, options.csv()), Clock.systemUTC());
            BodyReader reader = new BodyReader(
                    BodyLimits.DEFAULT, new SecureRandom(), Path.of(System.getProperty("java.io.tmpdir")));
            BodyReader.Format format = file.csv() ? BodyReader.Format.CSV : BodyReader.Format.NDJSON;
            return show(
                    source,
                    reader.read(
                            body,
                            new BodyReader.Expected(format, file.gzip(), note.rows(), note.sha256()),
                            rules(note),
                            row -> {}));
        } catch (BodyRejected rejected) {
            console.bad(source.getFileName() + ": " + rejected.reason().code() + " " + rejected.details());
            console.detail(rejected.reason().danish());
            console.detail(rejected.reason().english());
            return false;
        }
    }

    private RowRules rules(DeliveryNote note) {
        Instant now = Clock.systemUTC().instant();
        try {
            return new RowRules(
                    Policies.load(PolicySetReader.shipped()).indicators(),
                    note.indicators(),
                    Scopes.MARKERS,
                    note.period(),
                    now.atZone(ZoneId.of("Europe/Copenhagen")).toLocalDate(),
                    now.plus(TOLERANCE),
                    note.issuedAt(),
                    options.csv());
        } catch (PolicySetException broken) {
            throw new IllegalStateException("the shipped policy set can be enforced", broken);
        }
    }

    private boolean show(Path source, Tally tally) {
        long quarantined = tally.quarantine().total();
        String counts = source.getFileName() + ": " + tally.valid() + " rækker i orden, " + quarantined
                + " ville blive tilbageholdt, " + tally.repeated() + " gentaget / good, would be quarantined, repeated";
        if (quarantined == 0) {
            console.good(counts);
        } else {
            console.bad(counts);
        }
        for (int n = 0; n < Math.min(SHOWN_ROWS, tally.quarantine().kept()); n++) {
            console.detail("linje / line " + tally.quarantine().line(n) + ": "
                    + Answer.words(tally.quarantine().code(n).code()));
        }
        return quarantined == 0;
    }
}
