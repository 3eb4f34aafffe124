package dk.rettidig.oversight;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What one entry of the ledger stands for: reads of tables about people.
 *
 * @param own tables read in the transaction that makes the entry
 * @param beside other transactions that read for the sake of what is entered, each with the tables it reads: what the gate
 *     is asked about before it, what is shown after it
 */
record Reads(Set<String> own, List<Set<String>> beside) {

    Reads {
        own = Set.copyOf(own);
        beside = List.copyOf(beside);
    }

    /** Nothing about people. */
    static Reads none() {
        return new Reads(Set.of(), List.of());
    }

    /** These tables in the entry's own transaction. */
    static Reads own(String... tables) {
        return new Reads(Set.of(tables), List.of());
    }

    /** One more transaction beside the entry's, which reads these tables. */
    Reads beside(String... tables) {
        List<Set<String>> all = new ArrayList<>(beside);
        all.add(Set.of(tables));
        return new Reads(own, all);
    }
}
