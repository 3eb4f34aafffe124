package dk.rettidig.oversight;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dk.rettidig.testing.StatementLog.Asked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The database's reads of tables about people, held against the entries made meanwhile, transaction by transaction. One that
 * makes entries reads exactly what they stand for; of those that make none there are exactly as many, with exactly the
 * tables, as all entries together account for.
 *
 * @param transactions that read about people or make entries
 */
record ReadsAgainstEntries(List<Transaction> transactions) {

    /**
     * One transaction.
     *
     * @param reads tables about people
     * @param entries made in it, as {@link ReadsByEntry} calls them
     */
    record Transaction(Set<String> reads, List<String> entries) {

        private static Transaction of(List<Asked> asked) {
            Set<String> reads = new TreeSet<>();
            asked.forEach(each -> reads.addAll(each.reads()));
            return new Transaction(
                    reads,
                    asked.stream()
                            .flatMap(each -> each.entry().stream())
                            .map(ReadsByEntry::name)
                            .toList());
        }
    }

    ReadsAgainstEntries {
        transactions = List.copyOf(transactions);
    }

    static ReadsAgainstEntries of(List<Asked> asked) {
        return new ReadsAgainstEntries(
                asked.stream().collect(groupingBy(Asked::transaction, LinkedHashMap::new, toList())).values().stream()
                        .map(Transaction::of)
                        .toList());
    }

    /** Every entry, as {@link ReadsByEntry} calls it. */
    List<String> entries() {
        return transactions.stream().flatMap(each -> each.entries().stream()).toList();
    }

    /** How many entries of this name there are. */
    long entries(String name) {
        return entries().stream().filter(name::equals).count();
    }

    /** Every table about people that is read. */
    Set<String> tables() {
        Set<String> tables = new TreeSet<>();
        transactions.forEach(each -> tables.addAll(each.reads()));
        return tables;
    }

    /** How many transactions read the table. */
    long reading(String table) {
        return transactions.stream()
                .filter(each -> each.reads().contains(table))
                .count();
    }

    /** What does not agree, in words; empty when everything does. */
    List<String> differences(ReadsByEntry declared) {
        List<String> differences = new ArrayList<>();
        Map<Set<String>, Integer> unentered = new LinkedHashMap<>();
        for (Transaction transaction : transactions) {
            if (transaction.entries().isEmpty()) {
                unentered.merge(transaction.reads(), 1, Integer::sum);
            } else {
                own(transaction, declared).ifPresent(differences::add);
            }
            for (String entry : transaction.entries()) {
                declared.of(entry).beside().forEach(reads -> unentered.merge(new TreeSet<>(reads), -1, Integer::sum));
            }
        }
        unentered.remove(Set.of());
        unentered.forEach((reads, count) -> {
            if (count != 0) {
                differences.add((count > 0 ? "no entry accounts for " : "nothing was read as entered: ")
                        + Math.abs(count) + " of " + reads);
            }
        });
        return differences;
    }

    private static Optional<String> own(Transaction transaction, ReadsByEntry declared) {
        Set<String> accounted = new TreeSet<>();
        transaction
                .entries()
                .forEach(entry -> accounted.addAll(declared.of(entry).own()));
        return accounted.equals(transaction.reads())
                ? Optional.empty()
                : Optional.of(
                        transaction.entries() + " accounts for " + accounted + ", and read was " + transaction.reads());
    }
}
