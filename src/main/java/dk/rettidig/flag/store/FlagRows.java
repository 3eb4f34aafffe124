package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagState;
import dk.rettidig.flag.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code flag} as listings. */
final class FlagRows {

    /** What a listing needs; a condition follows. */
    static final String SELECT = "select id, municipality, run, deadline, state, changed_at, version, exists (select 1 "
            + "from flag_fact where flag_fact.municipality = flag.municipality and flag_fact.flag = flag.id "
            + "and change <> 'none') as value_changed from flag ";

    private FlagRows() {}

    /**
     * The flag.
     *
     * @param lock blank, or {@code for update of flag} to let nobody change it meanwhile
     */
    static Optional<FlagListing> find(Connection connection, MunicipalityCode municipality, FlagId id, String lock)
            throws SQLException {
        try (PreparedStatement find =
                connection.prepareStatement(SELECT + "where municipality = ? and id = ? " + lock)) {
            find.setShort(1, municipality.number());
            find.setObject(2, id.value());
            return listings(find).stream().findFirst();
        }
    }

    static List<FlagListing> listings(PreparedStatement query) throws SQLException {
        List<FlagListing> listings = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
                listings.add(new FlagListing(
                        new FlagId(row.getObject("id", UUID.class)),
                        MunicipalityCode.of(row.getShort("municipality")),
                        new RunId(row.getObject("run", UUID.class)),
                        moment(row, "deadline"),
                        state(row.getString("state"), moment(row, "changed_at")),
                        row.getLong("version"),
                        row.getBoolean("value_changed")));
            }
        }
        return listings;
    }

    private static FlagState state(String word, Instant at) {
        return switch (word) {
            case "open" -> new FlagState.Open();
            case "opened" -> new FlagState.Opened(at);
            case "view_sealed" -> new FlagState.ViewSealed(at);
            case "concluded" -> new FlagState.Concluded(at);
            case "expired" -> new FlagState.Expired(at);
            case "withdrawn" -> new FlagState.Withdrawn(at);
            default -> throw new FlagFault(FlagErrorCode.STORE_CORRUPT);
        };
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
