package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymRows;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;

/** Flags under other pseudonyms. What happened to a flag stays as it was, its version too. */
@Singleton
class SqlFlagPseudonyms implements PseudonymRows {

    private static final String CONVERT = """
        with changed as (
            update flag set pseudonym = p.present from conversion_pair p
            where flag.municipality = ? and flag.pseudonym = p.former
            returning p.former)
        update conversion_pair set known = true where former in (select former from changed)
        """;

    private final FlagDatabase database;

    SqlFlagPseudonyms(FlagDatabase database) {
        this.database = database;
    }

    @Override
    public boolean isUnderWay(String municipality) {
        return database.joining(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "select exists (select 1 from run where municipality = ? and state = 'started')")) {
                select.setShort(1, Short.parseShort(municipality));
                try (ResultSet row = select.executeQuery()) {
                    return !row.next() || row.getBoolean(1);
                }
            }
        });
    }

    @Override
    public void convert(String municipality) {
        database.of(new MunicipalityCode(municipality), connection -> {
            try (PreparedStatement convert = connection.prepareStatement(CONVERT)) {
                convert.setShort(1, Short.parseShort(municipality));
                return convert.executeUpdate();
            }
        });
    }
}
