package dk.rettidig.feed.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.Feeds;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

@ApplicationScoped
class SqlFeeds implements Feeds {

    private final DataSource database;

    SqlFeeds(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Feed> find(FeedId id) {
        return Sql.one(database, SqlFeeds::map, "select * from feed where id = ?", id.value());
    }

    @Override
    public List<Feed> of(MunicipalityCode municipality) {
        return Sql.all(
                database,
                SqlFeeds::map,
                "select * from feed where municipality = ? order by id",
                municipality.number());
    }

    @Override
    public boolean propose(Feed feed, Instant at) {
        String[] indicators =
                feed.indicators().stream().map(IndicatorId::value).sorted().toArray(String[]::new);
        return Sql.change(
                        database,
                        "insert into feed (id, municipality, registry, source_kind, indicators, basis, phase,"
                                + " scope_kind, synthetic, delimiter, decimal_mark, maximum_age_days, state, proposed_by,"
                                + " proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'proposed', ?, ?) on conflict"
                                + " (id) do nothing",
                        feed.id().value(),
                        feed.municipality().number(),
                        feed.registry().value(),
                        feed.sourceKind(),
                        indicators,
                        feed.basis().value(),
                        feed.phase().id(),
                        feed.scope().id(),
                        feed.synthetic(),
                        String.valueOf(feed.csv().delimiter()),
                        String.valueOf(feed.csv().decimalMark()),
                        feed.maximumAgeDays(),
                        feed.registration().proposedBy().value(),
                        at)
                == 1;
    }

    @Override
    public boolean approve(FeedId id, ActorName by, Instant at) {
        return Sql.change(
                        database,
                        "update feed set state = 'approved', approved_by = ?, approved_at = ?"
                                + " where id = ? and state = 'proposed' and proposed_by <> ?",
                        by.value(),
                        at,
                        id.value(),
                        by.value())
                == 1;
    }

    private static Feed map(ResultSet row) throws SQLException {
        String[] indicators = (String[]) row.getArray("indicators").getArray();
        return new Feed(
                new FeedId(row.getString("id")),
                MunicipalityCode.of(row.getInt("municipality")),
                new RegistryId(row.getString("registry")),
                row.getString("source_kind"),
                Arrays.stream(indicators).map(IndicatorId::new).collect(Collectors.toSet()),
                new BasisId(row.getString("basis")),
                Phase.parse(row.getString("phase")).orElseThrow(),
                ScopeKind.parse(row.getString("scope_kind")).orElseThrow(),
                row.getBoolean("synthetic"),
                new CsvConvention(
                        row.getString("delimiter").charAt(0),
                        row.getString("decimal_mark").charAt(0)),
                row.getInt("maximum_age_days"),
                new Feed.Registration(
                        new ActorName(row.getString("proposed_by")),
                        Optional.ofNullable(row.getString("approved_by")).map(ActorName::new)));
    }
}
