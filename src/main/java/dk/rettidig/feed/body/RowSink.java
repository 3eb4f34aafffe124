package dk.rettidig.feed.body;

import java.io.IOException;

/** Takes the good rows of a body, each once, in order. */
@FunctionalInterface
public interface RowSink {

    /**
     * Takes a row. The instance is reused for the next one.
     *
     * @throws IOException when rows can no longer be taken; reading stops
     */
    void take(Row row) throws IOException;
}
