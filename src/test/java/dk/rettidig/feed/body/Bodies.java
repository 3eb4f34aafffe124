package dk.rettidig.feed.body;

import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.Digest;
import dk.rettidig.feed.Period;
import dk.rettidig.indicator.Availability;
import dk.rettidig.indicator.DataCategory;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Reads bodies for tests against a small catalogue and fixed rules: today is 22 November 2026. */
final class Bodies {

    static final IndicatorId SHARE = new IndicatorId("SHARE");
    static final IndicatorId COUNT = new IndicatorId("COUNT");
    static final IndicatorId INTERVAL = new IndicatorId("INTERVAL");
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private Bodies() {}

    static final class Catalogue implements IndicatorCatalogue {
        private static final List<Indicator> ALL =
                List.of(indicator(SHARE, 201, 1), indicator(COUNT, 101, 100), indicator(INTERVAL, 901, 1));

        @Override
        public Optional<Indicator> find(IndicatorId id) {
            return ALL.stream().filter(indicator -> indicator.id().equals(id)).findFirst();
        }

        @Override
        public Optional<Indicator> withCode(short code) {
            return ALL.stream().filter(indicator -> indicator.code() == code).findFirst();
        }

        @Override
        public List<Indicator> all() {
            return ALL;
        }

        private static Indicator indicator(IndicatorId id, int code, double maximum) {
            return new Indicator(
                    id,
                    (short) code,
                    "navn",
                    "name",
                    "share",
                    0,
                    maximum,
                    DataCategory.CONFIDENTIAL,
                    Availability.OPEN,
                    Duration.ofDays(120),
                    Set.of("school"),
                    List.of(),
                    "citation",
                    "read");
        }
    }

    static RowRules rules(CsvConvention csv) {
        return new RowRules(
                new Catalogue(),
                Set.of(SHARE, INTERVAL),
                Set.of(INTERVAL),
                new Period(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")),
                LocalDate.parse("2026-11-22"),
                NOW.plusSeconds(300),
                NOW,
                csv);
    }

    /** A pseudonym that is visibly made up and differs by number. */
    static String pseudonym(int number) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) (number >> 24);
        bytes[1] = (byte) (number >> 16);
        bytes[2] = (byte) (number >> 8);
        bytes[3] = (byte) number;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String json(int child, String rest) {
        return "{\"pseudonym\":\"" + pseudonym(child) + "\",\"indicator\":\"SHARE\",\"period_from\":\"2026-07-01\","
                + "\"period_to\":\"2026-09-30\"," + rest + "}\n";
    }

    /** What a body came to: the tally and the rows the sink took, as text. */
    record Read(Tally tally, List<String> taken) {
        List<String> quarantined() {
            List<String> lines = new ArrayList<>();
            for (int n = 0; n < tally.quarantine().kept(); n++) {
                lines.add(tally.quarantine().line(n) + " "
                        + tally.quarantine().code(n).code());
            }
            return lines;
        }
    }

    static Read ndjson(String body, long rows) throws IOException, BodyRejected {
        return read(body.getBytes(StandardCharsets.UTF_8), BodyReader.Format.NDJSON, false, rows, CsvConvention.PLAIN);
    }

    static Read csv(String body, long rows, CsvConvention csv) throws IOException, BodyRejected {
        return read(body.getBytes(StandardCharsets.UTF_8), BodyReader.Format.CSV, false, rows, csv);
    }

    static Read read(byte[] wire, BodyReader.Format format, boolean gzip, long rows, CsvConvention csv)
            throws IOException, BodyRejected {
        return read(wire, format, gzip, rows, csv, Repeats.DEFAULT_SLOTS, BodyLimits.DEFAULT);
    }

    static Read read(
            byte[] wire,
            BodyReader.Format format,
            boolean gzip,
            long rows,
            CsvConvention csv,
            int slots,
            BodyLimits limits)
            throws IOException, BodyRejected {
        Path directory = Path.of(System.getProperty("java.io.tmpdir"));
        List<String> taken = new ArrayList<>();
        Tally tally = new BodyReader(limits, new SecureRandom(), directory, slots)
                .read(
                        closable(wire),
                        new BodyReader.Expected(format, gzip, rows, digest(wire)),
                        rules(csv),
                        row -> taken.add(row.indicator() + " " + LocalDate.ofEpochDay(row.from()) + " "
                                + LocalDate.ofEpochDay(row.to()) + " " + row.value() + " "
                                + Instant.EPOCH.plusNanos(row.knownAt() * 1000)
                                + (row.retracted() ? " retracted" : "")));
        return new Read(tally, taken);
    }

    /** A stream that, like a connection's, cannot be read once it was closed. */
    private static InputStream closable(byte[] wire) {
        return new FilterInputStream(new ByteArrayInputStream(wire)) {
            private boolean closed;

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                if (closed) {
                    throw new IOException("closed");
                }
                return super.read(target, offset, length);
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }

    static Digest digest(byte[] wire) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(wire));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(wire)) {
            gzip.write(plain);
        }
        return wire.toByteArray();
    }
}
