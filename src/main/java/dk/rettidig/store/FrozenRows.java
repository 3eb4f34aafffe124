package dk.rettidig.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Freezable;
import dk.rettidig.law.NamedChild;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A child's rows that one statement counts, and none when no halt holds for the child. */
public final class FrozenRows implements Freezable {

    private static final String CHILD = "with child(municipality, pseudonym) as (select asked.* from"
            + " (values (cast(? as smallint), cast(? as bytea))) asked(municipality, pseudonym)"
            + " where " + Halting.isHalted("asked.pseudonym", "asked.municipality") + ") select ";

    private final MunicipalStatement statement;
    private final String retentionClass;
    private final Set<String> tables;
    private final String count;

    private FrozenRows(MunicipalStatement statement, String retentionClass, Set<String> tables, String count) {
        this.statement = statement;
        this.retentionClass = retentionClass;
        this.tables = Set.copyOf(tables);
        this.count = count;
    }

    /**
     * The rows of one table that has the columns {@code municipality} and {@code pseudonym}, and what hangs on them.
     *
     * @param hanging tables that name a row of the first by {@code municipality} and a column called as the first
     */
    public static FrozenRows ofTable(
            MunicipalStatement statement, String retentionClass, String table, String... hanging) {
        String rows = counted("child join " + table + " t using (municipality, pseudonym)");
        return new FrozenRows(
                statement,
                retentionClass,
                Set.of(table),
                Stream.concat(Stream.of(rows), hanging(table, hanging)).collect(Collectors.joining(" + ")));
    }

    /** Rows that name no child and hang on another feature's, which do. */
    public static FrozenRows hangingOn(
            MunicipalStatement statement, String retentionClass, String table, String... hanging) {
        return new FrozenRows(
                statement, retentionClass, Set.of(), hanging(table, hanging).collect(Collectors.joining(" + ")));
    }

    /**
     * Rows of one table that are found otherwise.
     *
     * @param rows a condition over {@code t}, the table, and {@code child}, which has {@code municipality} and {@code pseudonym}
     */
    public static FrozenRows where(MunicipalStatement statement, String retentionClass, String table, String rows) {
        return new FrozenRows(
                statement, retentionClass, Set.of(table), counted("child join " + table + " t on " + rows));
    }

    private static Stream<String> hanging(String table, String... hanging) {
        return Arrays.stream(hanging)
                .map(each -> counted("child join " + table + " p using (municipality, pseudonym) join " + each
                        + " t on t.municipality = p.municipality and t." + table + " = p.id"));
    }

    private static String counted(String rows) {
        return "(select count(*) from " + rows + ")";
    }

    @Override
    public String retentionClass() {
        return retentionClass;
    }

    @Override
    public Set<String> tables() {
        return tables;
    }

    @Override
    public int frozen(NamedChild child) {
        return statement.count(new MunicipalityCode(child.municipality()), child.pseudonym(), CHILD + count);
    }
}
