package dk.rettidig.feed;

/**
 * How a feed's CSV is written (RFC 4180 otherwise).
 *
 * @param delimiter comma or semicolon
 * @param decimalMark point or comma
 */
public record CsvConvention(char delimiter, char decimalMark) {

    /** Comma and decimal point. */
    public static final CsvConvention PLAIN = new CsvConvention(',', '.');

    /** Semicolon and decimal comma, as Danish spreadsheets write it. */
    public static final CsvConvention DANISH = new CsvConvention(';', ',');

    public CsvConvention {
        if (delimiter != ',' && delimiter != ';') {
            throw new IllegalArgumentException("a delimiter is a comma or a semicolon");
        }
        if (decimalMark != '.' && decimalMark != ',') {
            throw new IllegalArgumentException("a decimal mark is a point or a comma");
        }
    }
}
