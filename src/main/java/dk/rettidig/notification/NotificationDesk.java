package dk.rettidig.notification;

import dk.rettidig.access.Action;
import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.law.CodeRegister;
import dk.rettidig.law.TriageRegister;
import dk.rettidig.ledger.Ledger;
import dk.rettidig.notification.Notifications.Filed;
import dk.rettidig.pseudonym.Epochs;
import dk.rettidig.pseudonym.Pseudonym;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Takes notifications in, shows them and writes down what people did; each with its entry in one transaction. */
@ApplicationScoped
public class NotificationDesk {

    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final Notifications notifications;
    private final NotificationGrounds grounds;
    private final Duties duties;
    private final NotificationDraft.Reader reader;
    private final Epochs epochs;
    private final NotificationBook book;
    private final Arrivals arrivals;
    private final StatedSexes sexes;
    private final LinkDesk links;
    private final Ledger ledger;
    private final Clock clock;

    @Inject
    NotificationDesk(
            Notifications notifications,
            NotificationGrounds grounds,
            Duties duties,
            CodeRegister codes,
            TriageRegister triage,
            Epochs epochs,
            NotificationBook book,
            Arrivals arrivals,
            StatedSexes sexes,
            LinkDesk links,
            Ledger ledger,
            Clock clock) {
        this(
                notifications,
                grounds,
                duties,
                new NotificationDraft.Reader(codes, triage),
                epochs,
                book,
                arrivals,
                sexes,
                links,
                ledger,
                clock);
    }

    private NotificationDesk(
            Notifications notifications,
            NotificationGrounds grounds,
            Duties duties,
            NotificationDraft.Reader reader,
            Epochs epochs,
            NotificationBook book,
            Arrivals arrivals,
            StatedSexes sexes,
            LinkDesk links,
            Ledger ledger,
            Clock clock) {
        this.notifications = notifications;
        this.grounds = grounds;
        this.duties = duties;
        this.reader = reader;
        this.epochs = epochs;
        this.book = book;
        this.arrivals = arrivals;
        this.sexes = sexes;
        this.links = links;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The same desk by another clock, for a replay: gate and ledger keep their own. */
    public NotificationDesk at(Clock other) {
        return new NotificationDesk(
                notifications, grounds, duties, reader, epochs, book, arrivals, sexes, links, ledger, other);
    }

    /**
     * A notification with what it demands.
     *
     * @param earlier the other notifications of the same child, newest first
     * @param linked other children whom its child belongs together with
     * @param arrival how it was delivered; empty when a person registered it
     */
    public record View(
            Filed filed,
            List<Duty> duties,
            List<Filed> earlier,
            Optional<Arrival> arrival,
            List<ChildLink> linked,
            Instant now) {

        public View {
            duties = List.copyOf(duties);
            earlier = List.copyOf(earlier);
            linked = List.copyOf(linked);
        }
    }

    /**
     * Registers a notification and puts its child in scope.
     *
     * @throws NotificationFault {@code notification_input_invalid}, {@code notification_already_registered}
     */
    public View register(Actor actor, NotificationDraft draft) {
        Instant now = now();
        Optional<Pseudonym> asked = pseudonym(draft.child());
        MunicipalityCode municipality = grounds.demand(actor, Action.REGISTER_NOTIFICATION, asked);
        NotificationDraft.Read read = reader.read(draft, municipality, name(actor), now);
        QuarkusTransaction.requiringNew().run(() -> put(actor, read));
        return view(actor, read.notification());
    }

    private void put(Actor actor, NotificationDraft.Read read) {
        Notification notification = read.notification();
        MunicipalityCode municipality = notification.municipality();
        epochs.hold(municipality.value());
        notifications
                .add(notification, next(notification, List.of(), List.of()))
                .ifPresent(known -> {
                    throw NotificationFault.registered(known);
                });
        read.sex().ifPresent(sex -> sexes.state(municipality, notification.id(), sex));
        book.filed(actor, notification, new NotificationEvent.Registered(notification), List.of());
    }

    /**
     * Everything about a notification; that it was read is entered before this returns.
     *
     * @throws NotificationFault {@code not_found}
     */
    public View open(Actor actor, NotificationId id) {
        View view = view(actor, asked(actor, Action.OPEN_NOTIFICATION, id));
        ledger.appendCommitted(actor, new NotificationEvent.Opened(view.filed().notification()));
        return view;
    }

    /**
     * Writes down what a person did.
     *
     * @param version as the person read it
     * @throws NotificationFault what is wrong with it, what the law demands first, {@code notification_changed} or {@code
     *     notification_precondition_required}
     */
    public View step(Actor actor, NotificationId id, StepDraft draft, Optional<Integer> version) {
        Notification notification = asked(actor, Action.RECORD_NOTIFICATION_STEP, id);
        Step step = draft.read(notification.receivedAt(), name(actor), now());
        int read = version.orElseThrow(() -> new NotificationFault(NotificationErrorCode.PRECONDITION_REQUIRED));
        QuarkusTransaction.requiringNew().run(() -> put(actor, notification, step, read));
        return view(actor, notification);
    }

    private void put(Actor actor, Notification notification, Step step, int version) {
        epochs.hold(notification.municipality().value());
        Filed filed = notifications
                .find(notification.municipality(), notification.id())
                .orElseThrow(NotificationFault::notFound);
        List<Filed> ofChild = notifications.ofChild(filed.notification());
        StepRules.demand(filed, ofChild, duties.of(filed.notification(), filed.steps()), step);
        List<Step> steps = new java.util.ArrayList<>(filed.steps());
        steps.add(step);
        if (!notifications.step(
                filed.notification(), step, next(filed.notification(), steps, filed.escalations()), version)) {
            throw new NotificationFault(NotificationErrorCode.CHANGED);
        }
        book.stepped(actor, filed.notification(), ofChild, step);
    }

    /** What is not done, next deadline first. The route has asked the gate. */
    public List<Notifications.Listing> list(
            MunicipalityCode municipality, Optional<Notifications.Place> after, int limit) {
        return QuarkusTransaction.requiringNew().call(() -> notifications.list(municipality, after, limit));
    }

    /** What was delivered in the last seven days and did not come in. The route has asked the gate. */
    public Arrivals.HeldBack heldBack(MunicipalityCode municipality) {
        Instant since = now().minus(LOOKED_BACK);
        return QuarkusTransaction.requiringNew().call(() -> arrivals.heldBack(municipality, since));
    }

    /** Counts for the front page. */
    public Notifications.Waiting waiting(MunicipalityCode municipality) {
        return QuarkusTransaction.requiringNew().call(() -> notifications.waiting(municipality, clock.instant()));
    }

    /** The notification, after the gate decided about its child. */
    Notification asked(Actor actor, Action action, NotificationId id) {
        Optional<Notification> notification = actor.municipality()
                .flatMap(code -> QuarkusTransaction.requiringNew().call(() -> notifications.find(code, id)))
                .map(Filed::notification);
        grounds.demand(actor, action, notification.map(Notification::child));
        return notification.orElseThrow(NotificationFault::notFound);
    }

    /** Everything about a notification that somebody may read, and which other children its child belongs together with. */
    View view(Actor actor, Notification asked) {
        MunicipalityCode municipality = asked.municipality();
        NotificationId id = asked.id();
        List<ChildLink> linked = links.of(actor, asked);
        return QuarkusTransaction.requiringNew().call(() -> {
            Filed filed = notifications.find(municipality, id).orElseThrow(NotificationFault::notFound);
            Notification notification = filed.notification();
            List<Filed> earlier = notifications.ofChild(notification).stream()
                    .filter(each -> !each.notification().id().equals(id))
                    .toList();
            return new View(
                    filed,
                    duties.of(notification, filed.steps()),
                    earlier,
                    arrivals.of(municipality, id),
                    linked,
                    now());
        });
    }

    Notifications.Next next(Notification notification, List<Step> steps, List<Escalation> escalations) {
        return NotificationClock.next(duties.of(notification, steps), escalations, now());
    }

    private static Optional<Pseudonym> pseudonym(String text) {
        try {
            return Optional.of(Pseudonym.parse(text.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Moments are milliseconds everywhere (ADR 0023). */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ActorName name(Actor actor) {
        return actor.name().orElseThrow(NotificationFault::notFound);
    }
}
