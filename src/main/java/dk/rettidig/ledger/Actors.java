package dk.rettidig.ledger;

import java.sql.SQLException;

/** The erasable table of who stands behind a handle. */
public interface Actors {

    /**
     * The handle of a lookup, made now when there is none. Committed when it returns; must be called outside any
     * transaction.
     *
     * @param lookup keyed hash of who it is and of the year
     * @param year the year the handle is for
     * @param sealed who it is, sealed
     * @param fresh the handle to take when there is none yet
     */
    String handle(byte[] lookup, int year, byte[] sealed, String fresh) throws SQLException;
}
