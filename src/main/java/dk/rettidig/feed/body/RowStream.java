package dk.rettidig.feed.body;

import dk.rettidig.feed.RowCode;
import java.io.IOException;

/** What a reader of one format tells about each line that holds a row. */
interface RowStream {

    /** A row that is good by itself. */
    void good(Row row, long line) throws IOException;

    /** A row that is not. */
    void bad(long line, RowCode code);
}
