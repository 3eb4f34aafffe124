package dk.rettidig.feed.body;

import dk.rettidig.feed.RowCode;

/** What the reader of notifications tells about each line that holds one. */
interface NotificationStream {

    /** A notification of the right form. */
    void good(NotificationRow row);

    /** One that is not. */
    void bad(long line, RowCode code);
}
