package dk.rettidig.feed.intake;

import dk.rettidig.feed.Delivery;
import dk.rettidig.feed.DeliveryNote;
import dk.rettidig.feed.Feed;
import dk.rettidig.feed.body.BodyLimits;
import dk.rettidig.feed.body.BodyReader;
import dk.rettidig.feed.body.RowRules;
import dk.rettidig.indicator.Indicator;
import dk.rettidig.indicator.IndicatorCatalogue;
import dk.rettidig.law.LegalBases;
import dk.rettidig.law.LegalBasis;
import dk.rettidig.scope.ConclusionRetention;
import dk.rettidig.scope.ScopeSet;
import dk.rettidig.scope.Scopes;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a delivery's rows are held against and where they go, from note, agreement, catalogue, basis and scope. */
@ApplicationScoped
class LoadPlan {

    /** Dates of registries are Danish days. */
    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private final IndicatorCatalogue catalogue;
    private final LegalBases bases;
    private final Scopes scopes;
    private final ConclusionRetention conclusions;
    private final FeedSettings settings;
    private final Clock clock;
    private final BodyReader reader;

    LoadPlan(
            IndicatorCatalogue catalogue,
            LegalBases bases,
            Scopes scopes,
            ConclusionRetention conclusions,
            FeedSettings settings,
            Clock clock,
            @ConfigProperty(name = "rettidig.home") Path home) {
        this.catalogue = catalogue;
        this.bases = bases;
        this.scopes = scopes;
        this.conclusions = conclusions;
        this.settings = settings;
        this.clock = clock;
        this.reader = new BodyReader(
                new BodyLimits(
                        settings.maximumWireBytes(), settings.maximumPlainBytes(), BodyLimits.DEFAULT.gzipRatio()),
                new SecureRandom(),
                home.resolve("spill"));
    }

    BodyReader reader() {
        return reader;
    }

    BodyReader.Expected expected(DeliveryNote note, WireFormat format) {
        return new BodyReader.Expected(format.format(), format.gzip(), note.rows(), note.sha256());
    }

    RowRules rules(Feed feed, DeliveryNote note) {
        Instant now = clock.instant();
        return new RowRules(
                catalogue,
                note.indicators(),
                Scopes.MARKERS,
                note.period(),
                now.atZone(DENMARK).toLocalDate(),
                now.plus(settings.clockTolerance()),
                note.issuedAt(),
                feed.csv());
    }

    Loads.Job job(Feed feed, Delivery delivery, DeliveryNote note) {
        Instant heldSince = conclusions.heldSince(clock.instant());
        ScopeSet scope = reached(feed, heldSince);
        Set<Short> codes = note.indicators().stream()
                .flatMap(id -> catalogue.find(id).stream())
                .map(Indicator::code)
                .collect(Collectors.toSet());
        int maximumDays = bases.find(feed.basis()).map(LegalBasis::maximumDays).orElse(1);
        return new Loads.Job(feed, delivery, note, scope, codes, maximumDays, heldSince);
    }

    /**
     * A feed that fills scope or brings notifications reaches whom it names, the one of conclusions whose scope ended a short while ago, too, and every
     * other those in scope.
     */
    private ScopeSet reached(Feed feed, Instant heldSince) {
        if (feed.fillsScope() || feed.bringsNotifications()) {
            return ScopeSet.everybody();
        }
        if (feed.concludes()) {
            return scopes.endedAfter(feed.municipality(), feed.basis(), heldSince);
        }
        Instant now = clock.instant();
        return feed.source()
                .map(source -> scopes.at(feed.municipality(), feed.basis(), feed.scope(), now, source))
                .orElseGet(() -> scopes.at(feed.municipality(), feed.basis(), feed.scope(), now));
    }
}
