package dk.rettidig.followup;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.FollowUpDefinition;
import dk.rettidig.law.FollowUpRegister;
import dk.rettidig.law.calendar.Due;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.Notifications;
import dk.rettidig.pseudonym.Pseudonym;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts children by each definition, side by side. The route has asked the gate. */
@ApplicationScoped
public class FollowUpStatistics {

    private final FollowUps followUps;
    private final Notifications notifications;
    private final FollowUpRegister register;
    private final Clock clock;

    FollowUpStatistics(FollowUps followUps, Notifications notifications, FollowUpRegister register, Clock clock) {
        this.followUps = followUps;
        this.notifications = notifications;
        this.register = register;
        this.clock = clock;
    }

    /** The years of which notifications are kept whole: this one and the one before. */
    public List<Integer> years() {
        int present = today().getYear();
        return List.of(present, present - 1);
    }

    /** Each definition's figures of a year, in the order of the policy file. */
    public List<Statistic> of(MunicipalityCode municipality, int year) {
        Instant from = Due.startOf(LocalDate.of(year, 1, 1));
        Instant before = Due.startOf(LocalDate.of(year + 1, 1, 1));
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<Pseudonym, List<Notice>> notices = notifications.received(municipality, from, before).stream()
                    .collect(Collectors.groupingBy(
                            Notification::child, Collectors.mapping(Notice::of, Collectors.toList())));
            Map<Pseudonym, List<Measure>> measures = followUps.measures(municipality);
            return register.definitions().stream()
                    .map(definition -> count(definition, year, notices, measures))
                    .toList();
        });
    }

    private Statistic count(
            FollowUpDefinition definition,
            int year,
            Map<Pseudonym, List<Notice>> notices,
            Map<Pseudonym, List<Measure>> measures) {
        Map<Standing.InYear, Long> found = notices.entrySet().stream()
                .map(child -> Standing.inYear(
                        definition, child.getValue(), measures.getOrDefault(child.getKey(), List.of()), year))
                .filter(standing -> standing != Standing.InYear.NOT_COUNTED)
                .collect(Collectors.groupingBy(standing -> standing, Collectors.counting()));
        return Statistic.of(
                definition,
                year,
                today().getYear() > year + definition.yearsAfter(),
                sum(found.values()),
                Math.toIntExact(found.getOrDefault(Standing.InYear.NO_MEASURE, 0L)),
                Math.toIntExact(found.getOrDefault(Standing.InYear.UNCLEAR, 0L)));
    }

    private static int sum(Collection<Long> counts) {
        return counts.stream().mapToInt(Long::intValue).sum();
    }

    private LocalDate today() {
        return Due.dayOf(clock.instant());
    }
}
