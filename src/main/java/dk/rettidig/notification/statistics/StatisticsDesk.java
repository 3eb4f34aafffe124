package dk.rettidig.notification.statistics;

import dk.rettidig.access.MunicipalityCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what was published. The routes have asked the gate; nothing here is about a child. */
@ApplicationScoped
public class StatisticsDesk {

    /** Ten years of months. */
    private static final int MOST_EDITIONS = 120;

    private final PublishedFigures published;

    StatisticsDesk(PublishedFigures published) {
        this.published = published;
    }

    /** Everything published by a dimension, over ten years at most. */
    public FigureTable table(MunicipalityCode municipality, Edition.Period period, Dimension dimension) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<PublishedFigures.Issue> issues =
                    published.issues(municipality, period, MOST_EDITIONS).reversed();
            return new FigureTable(period, dimension, issues, published.figures(municipality, issues, dimension));
        });
    }

    /** When the newest edition was published. */
    public Optional<Instant> newest(MunicipalityCode municipality) {
        return QuarkusTransaction.requiringNew().call(() -> published.newest(municipality));
    }
}
