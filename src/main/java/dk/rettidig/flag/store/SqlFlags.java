package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagFacts;
import dk.rettidig.flag.FlagId;
import dk.rettidig.flag.FlagListing;
import dk.rettidig.flag.FlagMove;
import dk.rettidig.flag.FlagStrength;
import dk.rettidig.flag.Flags;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.pseudonym.Pseudonym;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Flags in PostgreSQL; each statement names the municipality, and row-level security backs it. */
@Singleton
class SqlFlags implements Flags {

    private static final int LONGEST_PAGE = 200;

    private final FlagDatabase database;
    private final FlagMoves moves;
    private final StrengthBox strengths;
    private final IndicatorCatalogue catalogue;
    private final Clock clock;

    SqlFlags(FlagDatabase database, FlagMoves moves, StrengthBox strengths, IndicatorCatalogue catalogue, Clock clock) {
        this.database = database;
        this.moves = moves;
        this.strengths = strengths;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public List<FlagListing> list(MunicipalityCode municipality, Optional<FlagListing> after, int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("a page of flags has 1 to " + LONGEST_PAGE);
        }
        String page = after.isPresent() ? "and (deadline, id) > (?, ?) " : "";
        String sql = FlagRows.SELECT + "where municipality = ? and state in ('open', 'opened', 'view_sealed') " + page
                + "order by deadline, id limit ?";
        return database.of(municipality, connection -> {
            try (PreparedStatement list = connection.prepareStatement(sql)) {
                int at = 1;
                list.setShort(at++, municipality.number());
                if (after.isPresent()) {
                    list.setObject(at++, after.get().deadline().atOffset(ZoneOffset.UTC));
                    list.setObject(at++, after.get().id().value());
                }
                list.setInt(at, limit);
                return FlagRows.listings(list);
            }
        });
    }

    @Override
    public Optional<FlagListing> find(MunicipalityCode municipality, FlagId id) {
        return database.of(municipality, connection -> FlagRows.find(connection, municipality, id, ""));
    }

    @Override
    public Optional<FlagFacts> facts(MunicipalityCode municipality, FlagId id) {
        return database.of(municipality, connection -> {
            Optional<FlagListing> listing = FlagRows.find(connection, municipality, id, "");
            return listing.isPresent() ? facts(connection, listing.get()) : Optional.empty();
        });
    }

    private Optional<FlagFacts> facts(Connection connection, FlagListing listing) throws SQLException {
        String sql = "select flag.pseudonym, flag.missing, flag.stale, run.as_of, run.model_name, run.model_version "
                + "from flag join run on run.id = flag.run where flag.municipality = ? and flag.id = ? "
                + "and flag.pseudonym is not null";
        try (PreparedStatement find = connection.prepareStatement(sql)) {
            find.setShort(1, listing.municipality().number());
            find.setObject(2, listing.id().value());
            try (ResultSet row = find.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                return Optional.of(new FlagFacts(
                        listing,
                        Pseudonym.of(row.getBytes(1)),
                        row.getObject(4, LocalDate.class),
                        row.getString(5) + "/" + row.getString(6),
                        values(connection, listing),
                        ids((Short[]) row.getArray(2).getArray()),
                        ids((Short[]) row.getArray(3).getArray())));
            }
        }
    }

    private List<FlagFacts.Fact> values(Connection connection, FlagListing listing) throws SQLException {
        String sql = "select indicator, period_from, period_to, value, known_at, delivery, change from flag_fact "
                + "where municipality = ? and flag = ?";
        try (PreparedStatement find = connection.prepareStatement(sql)) {
            find.setShort(1, listing.municipality().number());
            find.setObject(2, listing.id().value());
            List<FlagFacts.Fact> facts = new ArrayList<>();
            try (ResultSet row = find.executeQuery()) {
                while (row.next()) {
                    long delivery = row.getLong(6);
                    facts.add(new FlagFacts.Fact(
                            id(row.getShort(1)),
                            row.getObject(2, LocalDate.class),
                            row.getObject(3, LocalDate.class),
                            row.getDouble(4),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.wasNull() || delivery == 0 ? OptionalLong.empty() : OptionalLong.of(delivery),
                            FlagFacts.Change.valueOf(row.getString(7).toUpperCase(Locale.ROOT))));
                }
            }
            facts.sort(java.util.Comparator.comparing(FlagFacts.Fact::indicator));
            return facts;
        }
    }

    @Override
    public Optional<FlagStrength> strength(MunicipalityCode municipality, FlagId id) {
        Optional<byte[]> sealed = database.of(municipality, connection -> {
            try (PreparedStatement find = connection.prepareStatement(
                    "select sealed from flag_strength where municipality = ? and flag = ?")) {
                find.setShort(1, municipality.number());
                find.setObject(2, id.value());
                try (ResultSet row = find.executeQuery()) {
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                }
            }
        });
        return sealed.map(bytes -> strengths.open(id, bytes));
    }

    @Override
    public FlagMove open(MunicipalityCode municipality, FlagId id, Optional<Long> version) {
        return moves.move(municipality, id, version, FlagMoves.OPEN, clock.instant());
    }

    @Override
    public FlagMove sealView(MunicipalityCode municipality, FlagId id, Optional<Long> version) {
        return moves.move(municipality, id, version, FlagMoves.SEAL_VIEW, clock.instant());
    }

    @Override
    public FlagMove conclude(MunicipalityCode municipality, FlagId id, Optional<Long> version) {
        return moves.move(municipality, id, version, FlagMoves.CONCLUDE, clock.instant());
    }

    @Override
    public FlagMove acknowledge(MunicipalityCode municipality, FlagId id) {
        return moves.acknowledge(municipality, id, clock.instant());
    }

    private List<IndicatorId> ids(Short[] codes) {
        return Arrays.stream(codes).map(this::id).sorted().toList();
    }

    private IndicatorId id(short code) {
        return catalogue.withCode(code).orElseThrow().id();
    }
}
