package dk.rettidig.synthetic;

import java.time.Instant;
import java.time.LocalDate;

/** How rows are written: one JSON object a line, or CSV as the feed declares it (DESIGN.md section 4). */
public enum FeedFormat {
    NDJSON,
    CSV;

    private static final String HEADER = "pseudonym,indicator,period_from,period_to,value,known_at,op";
    private static final int[] POWERS = {1, 10, 100, 1_000, 10_000};

    /** The ending of file names. */
    public String extension() {
        return this == NDJSON ? "ndjson" : "csv";
    }

    /** The media type of a delivery. */
    public String mediaType() {
        return this == NDJSON ? "application/x-ndjson" : "text/csv";
    }

    /** The line before the rows, with its end; nothing in NDJSON. */
    String header(SyntheticFeed feed) {
        if (this == NDJSON) {
            return "";
        }
        return (feed.semicolon() ? HEADER.replace(',', ';') : HEADER) + "\n";
    }

    /** Appends the row and the end of its line. */
    void append(StringBuilder out, SyntheticFeed feed, String pseudonym, FeedRow row) {
        if (this == NDJSON) {
            json(out, pseudonym, row);
        } else {
            csv(out, feed.semicolon() ? ';' : ',', feed.semicolon() ? ',' : '.', pseudonym, row);
        }
    }

    private static void json(StringBuilder out, String pseudonym, FeedRow row) {
        out.append("{\"pseudonym\":\"").append(pseudonym);
        out.append("\",\"indicator\":\"").append(row.indicator());
        out.append("\",\"period_from\":\"");
        date(out, row.from());
        out.append("\",\"period_to\":\"");
        date(out, row.to());
        out.append("\",\"value\":");
        number(out, row.value(), row.decimals(), '.');
        out.append(",\"known_at\":\"");
        instant(out, row.knownAt());
        out.append("\",\"op\":\"").append(row.retract() ? "retract" : "assert").append("\"}\n");
    }

    private static void csv(StringBuilder out, char comma, char point, String pseudonym, FeedRow row) {
        out.append(pseudonym).append(comma).append(row.indicator()).append(comma);
        date(out, row.from());
        out.append(comma);
        date(out, row.to());
        out.append(comma);
        number(out, row.value(), row.decimals(), point);
        out.append(comma);
        instant(out, row.knownAt());
        out.append(comma).append(row.retract() ? "retract" : "assert").append('\n');
    }

    /** ISO 8601, for years of four digits. */
    private static void date(StringBuilder out, LocalDate date) {
        out.append(date.getYear()).append('-');
        two(out, date.getMonthValue());
        out.append('-');
        two(out, date.getDayOfMonth());
    }

    private static void instant(StringBuilder out, Instant instant) {
        long seconds = instant.getEpochSecond();
        date(out, LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400)));
        int second = (int) Math.floorMod(seconds, 86_400L);
        out.append('T');
        two(out, second / 3_600);
        out.append(':');
        two(out, second / 60 % 60);
        out.append(':');
        two(out, second % 60);
        out.append('Z');
    }

    private static void two(StringBuilder out, int number) {
        out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    /** A number that isn't negative, with exactly so many decimals. */
    private static void number(StringBuilder out, double value, int decimals, char point) {
        long scaled = Math.round(value * POWERS[decimals]);
        out.append(scaled / POWERS[decimals]);
        if (decimals > 0) {
            out.append(point);
            String fraction = Long.toString(scaled % POWERS[decimals]);
            out.repeat('0', decimals - fraction.length()).append(fraction);
        }
    }
}
