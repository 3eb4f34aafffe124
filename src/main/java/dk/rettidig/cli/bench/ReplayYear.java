package dk.rettidig.cli.bench;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.DutyKind;
import dk.rettidig.notification.Duty;
import dk.rettidig.notification.NotificationDesk;
import dk.rettidig.notification.NotificationDraft;
import dk.rettidig.notification.NotificationId;
import dk.rettidig.notification.StepDraft;
import dk.rettidig.synthetic.StatedSex;
import dk.rettidig.synthetic.SyntheticNotifications.SyntheticNotification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What people do with the notifications of a year: they register each a few minutes after it arrived, assess it, acknowledge it
 * and conclude the screening. So many are late that the clocks have something to tell.
 */
final class ReplayYear {

    private static final Actor TAKES_IN = person("bench-intake");
    private static final Actor ASSESSES = person("bench-assessment");
    private static final double LATE = .05;
    private static final double TO_ASSESSMENT = .3;
    private static final long SEED = 7;
    private static final String REASON = "Syntetisk begrundelse til en kapacitetstest.";

    private final NotificationDesk desk;
    private final ReplayClock clock;
    private final ConcurrentLinkedQueue<Planned> planned = new ConcurrentLinkedQueue<>();
    private final AtomicLong steps = new AtomicLong();

    ReplayYear(NotificationDesk desk) {
        this.clock = new ReplayClock();
        this.desk = desk.at(clock);
    }

    private static Actor person(String name) {
        return new Actor.Caseworker(new ActorName(name), MunicipalityCode.SYNTHETIC);
    }

    /** Something that a person will do. */
    private record Planned(NotificationId notification, StepDraft step, Instant at) {}

    /** Registers a notification as a caseworker does, and plans what follows. */
    void register(SyntheticNotification given) {
        Instant at = given.receivedAt().plus(Duration.ofMinutes(10));
        clock.at(at);
        NotificationDesk.View view = desk.register(
                TAKES_IN,
                new NotificationDraft(
                        given.child().text(),
                        "",
                        band(given.age()),
                        given.sex().map(StatedSex::id).orElse(""),
                        given.receivedAt().toString(),
                        given.notifier(),
                        List.of(given.cause()),
                        List.of(),
                        ""));
        plan(view, given, new SplittableRandom(SEED ^ given.receivedAt().toEpochMilli()));
    }

    private static String band(int age) {
        return age <= 2 ? "0-2" : age <= 6 ? "3-6" : age <= 12 ? "7-12" : "13-17";
    }

    private void plan(NotificationDesk.View view, SyntheticNotification given, SplittableRandom random) {
        NotificationId id = view.filed().notification().id();
        Instant screened = given.receivedAt().plus(Duration.ofDays(random.nextInt(8, 50)));
        for (Duty duty : view.duties()) {
            DutyKind kind = duty.demand().duty();
            boolean late = random.nextDouble() < LATE;
            Instant at =
                    switch (kind) {
                        case ASSESS -> given.receivedAt().plus(Duration.ofHours(late ? 40 : random.nextInt(1, 20)));
                        case ACKNOWLEDGE -> given.receivedAt().plus(Duration.ofDays(late ? 12 : random.nextInt(1, 5)));
                        case RISK_ASSESSMENT, CHILD_TALK, REASSESS ->
                            given.receivedAt().plus(Duration.ofDays(random.nextInt(2, 7)));
                        case SCREEN -> screened;
                        case FEEDBACK -> screened.plus(Duration.ofDays(1));
                    };
            planned.add(new Planned(id, step(kind, random), at));
        }
    }

    private static StepDraft step(DutyKind kind, SplittableRandom random) {
        return switch (kind) {
            case ASSESS -> new StepDraft("assessed", "not_acute", "", "");
            case RISK_ASSESSMENT -> new StepDraft("risk_assessed", "", "", "");
            case CHILD_TALK -> new StepDraft("child_talk_held", "alone", "", "");
            case REASSESS -> new StepDraft("reassessed", "", "", "");
            case ACKNOWLEDGE -> new StepDraft("acknowledged", "", "", "");
            case FEEDBACK -> new StepDraft("feedback_given", "", "", "");
            case SCREEN ->
                new StepDraft(
                        "screened", random.nextDouble() < TO_ASSESSMENT ? "assessment" : "no_further", REASON, "");
        };
    }

    /**
     * What people have planned to do before a moment, each to be called on any thread; what is about one notification stays together,
     * in the order in which it is done.
     */
    List<Runnable> before(Instant moment) {
        Map<NotificationId, List<Planned>> due = new LinkedHashMap<>();
        planned.removeIf(each -> each.at().isBefore(moment)
                && due.computeIfAbsent(each.notification(), first -> new ArrayList<>())
                        .add(each));
        return due.values().stream()
                .<Runnable>map(ofOne -> () ->
                        ofOne.stream().sorted(Comparator.comparing(Planned::at)).forEach(this::take))
                .toList();
    }

    private void take(Planned each) {
        clock.at(each.at());
        NotificationDesk.View view = desk.open(ASSESSES, each.notification());
        desk.step(
                ASSESSES,
                each.notification(),
                each.step(),
                Optional.of(view.filed().version()));
        steps.incrementAndGet();
    }

    /** Steps that were written down. */
    long steps() {
        return steps.get();
    }
}
