package dk.rettidig.ledger;

import java.util.Optional;

/**
 * PostgreSQL's own account of the tables of the log, to which rows are only ever added: whoever changes, removes or replaces
 * rows there leaves a mark in it, whatever triggers were switched off. It says that something was done, not what.
 *
 * @param rows rows changed or removed since PostgreSQL last began to count (it begins anew after a crash)
 * @param files the tables with the files that they are in; a truncated or rewritten table gets another
 */
public record RowChanges(long rows, String files) {

    /** Whether something was done since the account that is known; at first, since PostgreSQL began to count. */
    boolean tellMoreThan(Optional<RowChanges> known) {
        return known.map(before -> !before.equals(this)).orElse(rows > 0);
    }
}
