package dk.rettidig.feed.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.CsvConvention;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.FeedId;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.indicator.IndicatorId;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.ScopeKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code feed}. */
@Entity
@Table(name = "feed")
class FeedEntity {

    @Id
    private String id;

    private short municipality;
    private String registry;
    private String sourceKind;
    private String[] indicators;
    private String basis;
    private String phase;
    private String scopeKind;
    private boolean synthetic;
    private @Nullable String domainSource;
    private char delimiter;
    private char decimalMark;
    private int maximumAgeDays;

    @Column
    private String state;

    private String proposedBy;

    @Column
    private Instant proposedAt;

    private @Nullable String approvedBy;

    @Column
    private @Nullable Instant approvedAt;

    Feed feed() {
        return new Feed(
                new FeedId(id),
                MunicipalityCode.of(municipality),
                new RegistryId(registry),
                sourceKind,
                Arrays.stream(indicators).map(IndicatorId::new).collect(Collectors.toUnmodifiableSet()),
                new BasisId(basis),
                Phase.parse(phase).orElseThrow(),
                ScopeKind.parse(scopeKind).orElseThrow(),
                synthetic,
                Optional.ofNullable(domainSource),
                new CsvConvention(delimiter, decimalMark),
                maximumAgeDays,
                new Feed.Registration(
                        new ActorName(proposedBy),
                        Optional.ofNullable(approvedBy).map(ActorName::new)));
    }
}
