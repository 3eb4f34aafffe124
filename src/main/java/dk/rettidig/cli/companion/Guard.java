package dk.rettidig.cli.companion;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Turns away what does not come from this program's own pages or from a program on this machine: another name for our address
 * (DNS rebinding), another site's page, another port's page.
 */
final class Guard {

    /** Why a request goes no further. */
    enum Denial {
        MISDIRECTED(421),
        METHOD_NOT_ALLOWED(405),
        ADDRESS_UNKNOWN(404),
        FROM_ANOTHER_SITE(403),
        BODY_TOO_LARGE(413),
        MEDIA_TYPE_UNSUPPORTED(415),
        FORM_REFUSED(403),
        NO_SESSION(403),
        START_LINK_USED(403),
        TOKEN_REFUSED(401);

        private final int status;

        Denial(int status) {
            this.status = status;
        }

        /** The HTTP status (RFC 9110). */
        int status() {
            return status;
        }

        /** Stable, snake case. */
        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the start links lie. */
    static final String START = "/start/";

    private static final String SITE = "Sec-Fetch-Site";

    private final Set<String> hosts;

    Guard(int port) {
        this.hosts = Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    /** What holds for every request: the name that was asked for, the method, and no query. */
    Optional<Denial> denial(Incoming request) {
        if (request.header("Host").filter(hosts::contains).isEmpty()) {
            return Optional.of(Denial.MISDIRECTED);
        }
        if (!Set.of("GET", "POST").contains(request.method())) {
            return Optional.of(Denial.METHOD_NOT_ALLOWED);
        }
        if (request.isTooLarge()) {
            return Optional.of(Denial.BODY_TOO_LARGE);
        }
        return request.query() ? Optional.of(Denial.ADDRESS_UNKNOWN) : Optional.empty();
    }

    /** Whether a browser sends this from a page of ours, or a person opened it. */
    boolean isOwn(Incoming request) {
        Optional<String> site = request.header(SITE);
        if (request.isPost()) {
            return postIsOwn(request, site);
        }
        return site.isEmpty() || site.get().equals("same-origin") || site.get().equals("none") || isStartLink(request);
    }

    /**
     * A form's post. The pages forbid referrers, for which browsers send {@code Origin: null} with it (Fetch, "append a request
     * Origin header"); then the other header must say that it is ours.
     */
    private boolean postIsOwn(Incoming request, Optional<String> site) {
        String host = request.header("Host").orElse("");
        Optional<String> origin = request.header("Origin").filter(value -> !value.equals("null"));
        boolean originIsOurs = origin.map(("http://" + host)::equals).orElse(false);
        boolean siteIsOurs = site.map("same-origin"::equals).orElse(false);
        return (originIsOurs || siteIsOurs) && (origin.isEmpty() || originIsOurs) && (site.isEmpty() || siteIsOurs);
    }

    /** A person may follow a start link from elsewhere, for instance from a terminal in a browser. */
    private static boolean isStartLink(Incoming request) {
        return request.path().startsWith(START)
                && request.header("Sec-Fetch-Mode").map("navigate"::equals).orElse(false)
                && request.header("Sec-Fetch-Dest").map("document"::equals).orElse(false);
    }

    /** Whether a browser sends this at all: programs send neither header. */
    static boolean isOfABrowser(Incoming request) {
        return request.header("Origin").isPresent() || request.header(SITE).isPresent();
    }
}
