package dk.rettidig.cli.bench;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.followup.ClosingDraft;
import dk.rettidig.followup.FollowUpDesk;
import dk.rettidig.followup.FollowUpId;
import dk.rettidig.followup.FollowUps;
import dk.rettidig.law.DutyKind;
import dk.rettidig.notification.Duties;
import dk.rettidig.notification.Duty;
import dk.rettidig.notification.Notification;
import dk.rettidig.notification.NotificationClock;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.Step;
import dk.rettidig.notification.StepDraft;
import dk.rettidig.notification.StepKind;
import dk.rettidig.text.Justification;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What people do with the notifications of a year: they assess each, acknowledge it, conclude the screening, start a measure and
 * close the follow-up of others. So many are late that the clocks have something to tell.
 */
final class ReplayPeople {

    private static final ActorName NAME = new ActorName("bench-assessment");
    private static final Actor CASEWORKER = new Actor.Caseworker(NAME, MunicipalityCode.SYNTHETIC);
    private static final double LATE = .05;
    private static final double TO_ASSESSMENT = .3;
    private static final long SEED = 7;

    /** What a person closes at most a day; the rest waits. */
    private static final int CLOSED_A_DAY = 1_000;

    /** Days after which a person looks at a child on the list; one in ten waits five times as long. */
    static final int DAYS_LISTED = 5;

    /** So many steps are taken at the desks, with gate and ledger, and timed; what comes after is laid down. */
    private static final int AT_DESKS = 2_000;

    private static final String REASON = "Syntetisk begrundelse til en kapacitetstest.";

    private final Duties duties;
    private final NotificationDesk desk;
    private final FollowUpDesk followUps;
    private final ReplayClock clock = new ReplayClock();
    private final TreeMap<Instant, List<Planned>> planned = new TreeMap<>();
    private final AtomicLong steps = new AtomicLong();

    /** What was done about notifications for which something is planned. */
    private final Map<NotificationId, Handled> handled = new ConcurrentHashMap<>();

    ReplayPeople(Duties duties, NotificationDesk desk, FollowUpDesk followUps) {
        this.duties = duties;
        this.desk = desk.at(clock);
        this.followUps = followUps.at(clock);
    }

    /** Something that a person will do. */
    private record Planned(NotificationId notification, StepDraft step, Instant at) {

        Step done() {
            return new Step(
                    StepKind.parse(step.kind()).orElseThrow(),
                    step.result(),
                    Optional.of(step.because()).filter(text -> !text.isEmpty()).map(Justification::new),
                    NAME,
                    at,
                    at);
        }
    }

    private record Handled(Notification notification, List<Step> steps) {}

    /** Whether people still work at their desks. */
    boolean areAtTheirDesks() {
        return steps.get() < AT_DESKS;
    }

    /** Plans what follows a notification. */
    void plan(Notification notification) {
        handled.put(notification.id(), new Handled(notification, new ArrayList<>()));
        SplittableRandom random =
                new SplittableRandom(SEED ^ notification.receivedAt().toEpochMilli());
        Instant received = notification.receivedAt();
        Instant screened = received.plus(Duration.ofDays(random.nextInt(8, 50)));
        boolean support = random.nextDouble() < TO_ASSESSMENT;
        for (Duty duty : duties.of(notification, List.of())) {
            DutyKind kind = duty.demand().duty();
            boolean late = random.nextDouble() < LATE;
            Instant at =
                    switch (kind) {
                        case ASSESS -> received.plus(Duration.ofHours(late ? 40 : random.nextInt(1, 20)));
                        case ACKNOWLEDGE -> received.plus(Duration.ofDays(late ? 12 : random.nextInt(1, 5)));
                        case RISK_ASSESSMENT, CHILD_TALK, REASSESS ->
                            received.plus(Duration.ofDays(random.nextInt(2, 7)));
                        case SCREEN -> screened;
                        case FEEDBACK -> screened.plus(Duration.ofDays(1));
                    };
            plan(notification, step(kind, support), at);
        }
        if (support) {
            plan(
                    notification,
                    new StepDraft("measure_started", "contact_person", "", ""),
                    received.plus(Duration.ofDays(random.nextInt(2, 20))));
        }
    }

    private void plan(Notification notification, StepDraft step, Instant at) {
        planned.computeIfAbsent(at, moment -> new ArrayList<>()).add(new Planned(notification.id(), step, at));
    }

    private static StepDraft step(DutyKind kind, boolean support) {
        return switch (kind) {
            case ASSESS -> new StepDraft("assessed", "not_acute", "", "");
            case RISK_ASSESSMENT -> new StepDraft("risk_assessed", "", "", "");
            case CHILD_TALK -> new StepDraft("child_talk_held", "alone", "", "");
            case REASSESS -> new StepDraft("reassessed", "", "", "");
            case ACKNOWLEDGE -> new StepDraft("acknowledged", "", "", "");
            case FEEDBACK -> new StepDraft("feedback_given", "", "", "");
            case SCREEN -> new StepDraft("screened", support ? "assessment" : "no_further", REASON, "");
        };
    }

    /**
     * What people have planned to do before a moment, each to be called on any thread; what is about one notification stays together,
     * in the order in which it is done.
     */
    List<Runnable> before(Instant moment) {
        return due(moment).values().stream()
                .<Runnable>map(ofOne -> () -> ofOne.forEach(this::take))
                .toList();
    }

    private Map<NotificationId, List<Planned>> due(Instant moment) {
        Map<NotificationId, List<Planned>> due = new LinkedHashMap<>();
        NavigableMap<Instant, List<Planned>> past = planned.headMap(moment, false);
        past.values().stream()
                .flatMap(List::stream)
                .forEach(each -> due.computeIfAbsent(each.notification(), first -> new ArrayList<>())
                        .add(each));
        past.clear();
        return due;
    }

    /** Lays down what people have planned to do before a moment. */
    void lay(LaidSteps laid, Instant moment) throws SQLException {
        for (List<Planned> ofOne : due(moment).values()) {
            Handled of = Objects.requireNonNull(handled.get(ofOne.getFirst().notification()));
            for (Planned each : ofOne) {
                of.steps().add(each.done());
                laid.add(of.notification(), of.steps().size(), each.done());
            }
            List<Duty> all = duties.of(of.notification(), of.steps());
            Instant now = ofOne.getLast().at();
            laid.next(of.notification(), NotificationClock.next(all, List.of(), now), NAME.value());
        }
        laid.end(moment, REASON, NAME.value());
    }

    /** Follow-ups that people close at a moment, after what was done about the notifications. */
    List<Runnable> closings(Instant moment) {
        clock.at(moment);
        return followUps
                .list(MunicipalityCode.SYNTHETIC, FollowUps.Filter.OPEN, Optional.empty(), CLOSED_A_DAY)
                .stream()
                .map(FollowUps.Filed::followUp)
                .filter(each -> each.listedAt().plus(patience(each.id())).isBefore(moment))
                .<Runnable>map(each -> () -> close(each.id(), moment))
                .toList();
    }

    private static Duration patience(FollowUpId id) {
        int hash = Math.floorMod(id.hashCode(), 10);
        return Duration.ofDays(hash == 0 ? 5L * DAYS_LISTED : DAYS_LISTED);
    }

    private void close(FollowUpId id, Instant moment) {
        clock.at(moment);
        FollowUpDesk.View view = followUps.open(CASEWORKER, id);
        followUps.close(
                CASEWORKER,
                id,
                new ClosingDraft("unregistered_early_help", REASON),
                Optional.of(view.filed().version()));
        steps.incrementAndGet();
    }

    private void take(Planned each) {
        clock.at(each.at());
        NotificationDesk.View view = desk.open(CASEWORKER, each.notification());
        desk.step(
                CASEWORKER,
                each.notification(),
                each.step(),
                Optional.of(view.filed().version()));
        Objects.requireNonNull(handled.get(each.notification())).steps().add(each.done());
        steps.incrementAndGet();
    }

    /** Steps that were taken, and follow-ups that were closed, at the desks. */
    long steps() {
        return steps.get();
    }
}
