package dk.rettidig.cli.companion;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Whose browser may use the companion: the one that opened a start link, which works once. */
final class Sessions {

    /** More are nobody's; the oldest end. */
    private static final int MOST = 16;

    private final Deque<String> startTokens = new ArrayDeque<>();
    private final Deque<Session> sessions = new ArrayDeque<>();

    /**
     * A browser.
     *
     * @param id what its cookie holds
     * @param formToken what each of its forms sends back
     */
    record Session(String id, String formToken) {

        @Override
        public String toString() {
            return "Session[hidden]";
        }
    }

    /** A new token for a start link. */
    synchronized String startToken() {
        String token = Secrets.fresh();
        startTokens.addLast(token);
        if (startTokens.size() > MOST) {
            startTokens.removeFirst();
        }
        return token;
    }

    /** Exchanges a start link's token, once, for a session. */
    synchronized Optional<Session> begin(String token) {
        if (!startTokens.removeIf(known -> Secrets.same(known, token))) {
            return Optional.empty();
        }
        Session session = new Session(Secrets.fresh(), Secrets.fresh());
        sessions.addLast(session);
        if (sessions.size() > MOST) {
            sessions.removeFirst();
        }
        return Optional.of(session);
    }

    /** The session of a cookie. */
    synchronized Optional<Session> of(String id) {
        return sessions.stream().filter(each -> Secrets.same(each.id(), id)).findFirst();
    }
}
