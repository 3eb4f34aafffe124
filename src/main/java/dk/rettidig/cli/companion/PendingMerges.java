package dk.rettidig.cli.companion;

import dk.rettidig.cli.companion.Sessions.Session;
import dk.rettidig.pseudonym.vault.VaultIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Merges that somebody looks at before confirming: the number waits here for some minutes, not in the page. */
final class PendingMerges {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final int MOST = 50;

    private final Map<String, Pending> pending = new HashMap<>();
    private final Clock clock;

    PendingMerges(Clock clock) {
        this.clock = clock;
    }

    /** A merge that may be confirmed by the browser that asked for it. */
    record Pending(String session, String localId, VaultIdentity.Numbered numbered, Instant ends) {

        @Override
        public String toString() {
            return "Pending[hidden]";
        }
    }

    /** Keeps one; what the confirmation must name. */
    synchronized String keep(Session session, String localId, VaultIdentity.Numbered numbered) {
        Instant now = clock.instant();
        pending.values().removeIf(each -> !each.ends().isAfter(now));
        if (pending.size() >= MOST) {
            pending.clear();
        }
        String name = Secrets.fresh();
        pending.put(name, new Pending(session.id(), localId, numbered, now.plus(LIFE)));
        return name;
    }

    /** Takes one out, once. */
    synchronized Optional<Pending> take(Session session, String name) {
        return Optional.ofNullable(pending.get(name))
                .filter(each -> each.session().equals(session.id()))
                .map(each -> {
                    pending.remove(name);
                    return each;
                })
                .filter(each -> each.ends().isAfter(clock.instant()));
    }

    /** Forgets all. */
    synchronized void clear() {
        pending.clear();
    }
}
