package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagMove;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Moves a flag on under a lock of its row, in the caller's transaction only. */
@Singleton
class FlagMoves {

    /**
     * A way a flag can go.
     *
     * @param from states that move
     * @param to where to
     * @param stay states in which it has been moved already, and stays
     */
    record Way(Set<String> from, String to, Set<String> stay) {}

    static final Way OPEN = new Way(Set.of("open"), "opened", Set.of("opened", "view_sealed"));
    static final Way SEAL_VIEW = new Way(Set.of("opened"), "view_sealed", Set.of("view_sealed"));
    static final Way CONCLUDE = new Way(Set.of("view_sealed"), "concluded", Set.of());

    private final FlagDatabase database;

    FlagMoves(FlagDatabase database) {
        this.database = database;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    FlagMove move(MunicipalityCode municipality, FlagId id, Optional<Long> version, Way way, Instant at) {
        return database.of(municipality, connection -> {
            Optional<FlagListing> found = FlagRows.find(connection, municipality, id, "for update of flag");
            if (found.isEmpty()) {
                return new FlagMove.Unknown();
            }
            FlagListing listing = found.get();
            if (version.isPresent() && version.get() != listing.version()) {
                return new FlagMove.Changed(listing);
            }
            String state = listing.state().word();
            if (way.stay().contains(state)) {
                return new FlagMove.Moved(listing);
            }
            if (!way.from().contains(state)) {
                return new FlagMove.OutOfTurn(listing);
            }
            update(connection, municipality, id, "state = '" + way.to() + "', changed_at = ?", at);
            return new FlagMove.Moved(
                    FlagRows.find(connection, municipality, id, "").orElseThrow());
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    FlagMove acknowledge(MunicipalityCode municipality, FlagId id, Instant at) {
        return database.of(municipality, connection -> {
            Optional<FlagListing> found = FlagRows.find(connection, municipality, id, "for update of flag");
            if (found.isEmpty()) {
                return new FlagMove.Unknown();
            }
            if (!found.get().state().word().equals("concluded")) {
                return new FlagMove.OutOfTurn(found.get());
            }
            update(connection, municipality, id, "acknowledged_at = coalesce(acknowledged_at, ?)", at);
            return new FlagMove.Moved(
                    FlagRows.find(connection, municipality, id, "").orElseThrow());
        });
    }

    private static void update(
            Connection connection, MunicipalityCode municipality, FlagId id, String assignment, Instant at)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update flag set " + assignment + ", version = version + 1 where municipality = ? and id = ?")) {
            update.setObject(1, at.atOffset(ZoneOffset.UTC));
            update.setShort(2, municipality.number());
            update.setObject(3, id.value());
            update.executeUpdate();
        }
    }
}
