package dk.rettidig.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.Erasable;
import dk.rettidig.law.NamedChild;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows that statements erase, one after the other, each with the municipality's number and the pseudonym as its parameters. */
public final class ErasableRows implements Erasable {

    private final MunicipalStatement statement;
    private final String retentionClass;
    private final Set<String> tables;
    private final List<String> statements;
    private final boolean first;
    private final Optional<String> bound;

    private ErasableRows(
            MunicipalStatement statement,
            String retentionClass,
            Set<String> tables,
            List<String> statements,
            boolean first,
            Optional<String> bound) {
        this.statement = statement;
        this.retentionClass = retentionClass;
        this.tables = Set.copyOf(tables);
        this.statements = List.copyOf(statements);
        this.first = first;
        this.bound = bound;
    }

    /**
     * Rows of these tables.
     *
     * @param statements what is changed by each counts as rows
     */
    public static ErasableRows of(
            MunicipalStatement statement, String retentionClass, Set<String> tables, String... statements) {
        return new ErasableRows(statement, retentionClass, tables, List.of(statements), false, Optional.empty());
    }

    /** The rows of one table that has the columns {@code municipality} and {@code pseudonym}. */
    public static ErasableRows ofTable(MunicipalStatement statement, String retentionClass, String table) {
        return of(
                statement,
                retentionClass,
                Set.of(table),
                "delete from " + table + " where municipality = ? and pseudonym = ?");
    }

    /** The same rows, found through another feature's. */
    public ErasableRows first() {
        return new ErasableRows(statement, retentionClass, tables, statements, true, bound);
    }

    /**
     * The same rows, which are needed for as long as this is so.
     *
     * @param question selects one boolean
     */
    public ErasableRows boundWhile(String question) {
        return new ErasableRows(statement, retentionClass, tables, statements, first, Optional.of(question));
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
    public boolean goesFirst() {
        return first;
    }

    @Override
    public boolean isBound(NamedChild child) {
        return bound.filter(question -> statement.isTrue(municipality(child), child.pseudonym(), question))
                .isPresent();
    }

    @Override
    public int eraseChild(NamedChild child) {
        return statements.stream()
                .mapToInt(sql -> statement.change(municipality(child), child.pseudonym(), sql))
                .sum();
    }

    private static MunicipalityCode municipality(NamedChild child) {
        return new MunicipalityCode(child.municipality());
    }
}
