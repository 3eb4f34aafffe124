package dk.rettidig.ledger;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.ActorName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Under which handle an actor stands in the record: 16 random bytes per log and year, so that one actor's entries can be
 * counted while the record says nobody's name. A person is one actor whatever the task; registries, authorities and
 * witnesses have names of their own. The public and the scheduler are no persons and have fixed handles.
 */
@Singleton
public class Handles {

    /** The handle of whoever did not sign in. */
    public static final String PUBLIC = "public";

    /** The handle of the service itself. */
    public static final String SCHEDULER = "scheduler";

    private static final int HANDLE_BYTES = 16;

    /** How long a handle is remembered: an erased identity gets its new handle in every replica within this time. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private final Actors actors;
    private final ErasureBox box;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentHashMap<Who, Known> known = new ConcurrentHashMap<>();
    private final LedgerSettings settings;
    private final Clock clock;

    /** Reads and keeps handles in the erasable table. */
    @Inject
    public Handles(Actors actors, ErasureBox box, LedgerSettings settings, Clock clock) {
        this.actors = actors;
        this.box = box;
        this.settings = settings;
        this.clock = clock;
    }

    private record Who(String family, String municipality, ActorName name, int year) {}

    private record Known(String handle, Instant since) {}

    /** The handle if it is at hand without asking the database. */
    Optional<String> atHand(Actor actor, Instant at) {
        return switch (actor.kind()) {
            case PUBLIC -> Optional.of(PUBLIC);
            case SCHEDULER -> Optional.of(SCHEDULER);
            default ->
                Optional.ofNullable(known.get(who(actor, at)))
                        .filter(one -> one.since().plus(REMEMBERED).isAfter(clock.instant()))
                        .map(Known::handle);
        };
    }

    /** Asks the database; outside any transaction. */
    String lookUp(Actor actor, Instant at) throws SQLException {
        Who who = who(actor, at);
        byte[] lookup = box.lookup(String.join(
                "\n",
                settings.origin(),
                Integer.toString(who.year()),
                who.family(),
                who.municipality(),
                who.name().value()));
        byte[] fresh = new byte[HANDLE_BYTES];
        random.nextBytes(fresh);
        String candidate = Base64.getUrlEncoder().withoutPadding().encodeToString(fresh);
        byte[] sealed = box.seal(
                String.join("\n", who.family(), who.municipality(), who.name().value())
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                context(lookup),
                clock.instant());
        String handle = actors.handle(lookup, who.year(), sealed, candidate);
        known.put(who, new Known(handle, clock.instant()));
        return handle;
    }

    /** What a sealed identity is bound to. */
    static String context(byte[] lookup) {
        return "ledger_actor/" + Base64.getUrlEncoder().withoutPadding().encodeToString(lookup);
    }

    /** Forgets what is remembered, after an erasure. */
    void forget() {
        known.clear();
    }

    private static Who who(Actor actor, Instant at) {
        ActorName name =
                actor.name().orElseThrow(() -> new IllegalArgumentException("an actor with a handle has a name"));
        String municipality = actor.municipality().map(code -> code.value()).orElse("");
        return new Who(
                family(actor.kind()),
                municipality,
                name,
                at.atOffset(ZoneOffset.UTC).getYear());
    }

    private static String family(ActorKind kind) {
        return switch (kind) {
            case REGISTRY, AUTHORITY, WITNESS -> kind.id();
            default -> "person";
        };
    }
}
