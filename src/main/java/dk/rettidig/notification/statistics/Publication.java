package dk.rettidig.notification.statistics;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.gate.Gate;
import dk.rettidig.gate.Request;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.ErasureBox;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.ChildSex;
import dk.rettidig.notification.Duties;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.Notifications;
import dk.rettidig.statistics.ConfidenceLevel;
import dk.rettidig.statistics.ProtectedCounts;
import dk.rettidig.web.Words;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts the editions that are due and publishes them, each once, with its entry in one transaction. */
@Singleton
public class Publication {

    private static final Actor ITSELF = new Actor.Scheduler();

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Notifications notifications;
    private final CountedSexes sexes;
    private final PublishedFigures published;
    private final Categories categories;
    private final Duties duties;
    private final StatisticsSettings settings;
    private final ErasureBox box;
    private final Gate gate;
    private final Ledger ledger;
    private final Clock clock;

    Publication(
            Notifications notifications,
            CountedSexes sexes,
            PublishedFigures published,
            Categories categories,
            Duties duties,
            StatisticsSettings settings,
            ErasureBox box,
            Gate gate,
            Ledger ledger,
            Clock clock) {
        this.notifications = notifications;
        this.sexes = sexes;
        this.published = published;
        this.categories = categories;
        this.duties = duties;
        this.settings = settings;
        this.box = box;
        this.gate = gate;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Scheduled(
            every = "${rettidig.notification.statistics.every:6h}",
            delayed = "3m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void publishNow() {
        publish(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Publishes everything that is due at a moment; returns how many editions. */
    public int publish(Instant now) {
        int editions = 0;
        for (Map.Entry<MunicipalityCode, LocalDate> since :
                QuarkusTransaction.requiringNew().call(published::since).entrySet()) {
            editions += publish(since.getKey(), since.getValue(), now);
        }
        return editions;
    }

    private int publish(MunicipalityCode municipality, LocalDate since, Instant now) {
        Set<String> there = Set.copyOf(QuarkusTransaction.requiringNew().call(() -> published.names(municipality)));
        List<Edition> due = Edition.due(since, Words.day(now)).stream()
                .filter(edition -> !there.contains(edition.name()))
                .toList();
        int editions = 0;
        for (Edition edition : due) {
            gate.demand(Request.plain(
                    ITSELF, Action.COUNT_NOTIFICATIONS, Purpose.ADMINISTRATION, Optional.of(municipality)));
            boolean whole = !since.isAfter(edition.first());
            editions += QuarkusTransaction.requiringNew()
                            .timeout(Math.toIntExact(LONGEST.toSeconds()))
                            .call(() -> publish(municipality, edition, whole, now))
                    ? 1
                    : 0;
        }
        return editions;
    }

    private boolean publish(MunicipalityCode municipality, Edition edition, boolean whole, Instant now) {
        ProtectedCounts noise = noise(municipality);
        NotificationCount count = count(municipality, edition, now);
        Map<Cell, Long> figures = new LinkedHashMap<>();
        for (Cell cell : categories.cells(edition.period())) {
            figures.put(cell, noise.publish(new ProtectedCounts.Cell(edition.name(), cell.name()), count.count(cell)));
        }
        long margin = noise.margin(ConfidenceLevel.NINETY_FIVE);
        if (!published.add(municipality, new PublishedFigures.Issue(edition, now, margin, whole), figures)) {
            return false;
        }
        ledger.append(ITSELF, new StatisticsEvent.Published(municipality, edition, figures.size(), margin));
        return true;
    }

    private NotificationCount count(MunicipalityCode municipality, Edition edition, Instant now) {
        NotificationCount count = new NotificationCount(filed -> duties.of(filed.notification(), filed.steps()), now);
        for (YearMonth month : edition.months()) {
            Instant from = Words.dayBegins(month.atDay(1));
            Instant before = Words.dayBegins(month.plusMonths(1).atDay(1));
            Map<NotificationId, ChildSex> stated = sexes(municipality, edition, from, before);
            notifications
                    .filed(municipality, from, before)
                    .forEach(filed -> count.add(
                            filed,
                            Optional.ofNullable(stated.get(filed.notification().id()))));
        }
        return count;
    }

    /** Read for a year alone: no month has figures by sex. */
    private Map<NotificationId, ChildSex> sexes(
            MunicipalityCode municipality, Edition edition, Instant from, Instant before) {
        return Categories.measures(edition.period(), Dimension.SEX).isEmpty()
                ? Map.of()
                : sexes.received(municipality, from, before);
    }

    /** The noise of a municipality, from a secret outside the database: nobody who has only the database can take it away. */
    private ProtectedCounts noise(MunicipalityCode municipality) {
        return ProtectedCounts.of(box.lookup("figures on notifications\n" + municipality.value()), settings.epsilon());
    }
}
