package dk.rettidig.cli.companion;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dk.rettidig.cli.companion.CompanionException.Reason;
import dk.rettidig.cli.companion.Guard.Denial;
import dk.rettidig.cli.companion.Sessions.Session;
import dk.rettidig.web.Language;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Every request comes through here: guard, session, form token, lock, page. Nothing is logged. */
final class Front implements HttpHandler {

    private static final String LANGUAGE = "/language/";
    private static final int SERVER_ERROR = 500;

    private final Guard guard;
    private final Sessions sessions;
    private final VaultDoor door;
    private final DoorPage doorPage;
    private final ProgramRoute programs;
    private final Map<String, Route> routes;
    private final Pages pages;
    private final String cookie;
    private final String languageCookie;

    /**
     * The front.
     *
     * @param port ours: cookies do not tell ports apart, so that their names must
     * @param routes by method, blank and path
     */
    Front(
            int port,
            Sessions sessions,
            VaultDoor door,
            DoorPage doorPage,
            ProgramRoute programs,
            Map<String, Route> routes,
            Pages pages) {
        this.guard = new Guard(port);
        this.sessions = sessions;
        this.door = door;
        this.doorPage = doorPage;
        this.programs = programs;
        this.routes = Map.copyOf(routes);
        this.pages = pages;
        this.cookie = "rettidig-companion-" + port;
        this.languageCookie = "rettidig-companion-language-" + port;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(Incoming.of(exchange)).send(exchange);
        }
    }

    private Answer answer(Incoming request) {
        Language language = language(request);
        try {
            return routed(request, language);
        } catch (IOException unusable) {
            return message(Reason.VAULT_UNUSABLE.status(), language, Reason.VAULT_UNUSABLE.code());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return message(SERVER_ERROR, language, "stopping");
        } catch (RuntimeException fault) {
            // Its text may hold anything; its kind and place hold nothing of a person.
            System.err.println("companion: " + fault.getClass().getName() + " at " + place(fault));
            return message(SERVER_ERROR, language, "fault");
        }
    }

    private static String place(RuntimeException fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        return trace.length == 0 ? "?" : trace[0].toString();
    }

    private Answer routed(Incoming request, Language language) throws IOException, InterruptedException {
        boolean program = request.path().equals(ProgramRoute.PATH);
        Optional<Denial> denial = guard.denial(request);
        if (denial.isPresent()) {
            return program ? ProgramRoute.denied(denial.get()) : denied(denial.get(), language);
        }
        if (program) {
            return programs.answer(request);
        }
        if (!guard.isOwn(request)) {
            return denied(Denial.FROM_ANOTHER_SITE, language);
        }
        if (!request.isPost() && request.path().startsWith(Assets.PATH)) {
            return Assets.of(request.path()).orElseGet(() -> denied(Denial.ADDRESS_UNKNOWN, language));
        }
        return known(request, language);
    }

    private Answer known(Incoming request, Language language) throws IOException, InterruptedException {
        if (!request.isPost() && request.path().startsWith(Guard.START)) {
            return begun(request.path().substring(Guard.START.length()), language);
        }
        if (!request.isPost() && request.path().startsWith(LANGUAGE)) {
            return changed(request.path(), "");
        }
        if (!request.path().startsWith(pages.base() + "/")) {
            return denied(Denial.NO_SESSION, language);
        }
        Optional<Session> session = request.cookie(cookie).flatMap(sessions::of);
        return session.isPresent() ? ofSession(request, session.get(), language) : denied(Denial.NO_SESSION, language);
    }

    /**
     * Lets a browser in. Cookies do not tell ports apart, but paths: only requests whose address begins with ours carry this
     * one, and another program on 127.0.0.1 does not know how it begins.
     */
    private Answer begun(String token, Language language) {
        return sessions.begin(token)
                .map(session -> Answer.redirect(pages.base() + "/")
                        .with(
                                "Set-Cookie",
                                cookie + "=" + session.id() + "; Path=" + pages.base() + "; HttpOnly; SameSite=Strict"))
                .orElseGet(() -> denied(Denial.START_LINK_USED, language));
    }

    private Answer ofSession(Incoming request, Session session, Language language)
            throws IOException, InterruptedException {
        String path = request.path().substring(pages.base().length());
        if (!request.isPost()) {
            return path.startsWith(LANGUAGE)
                    ? changed(path, pages.base())
                    : page(new Visit(session, language, path, Form.EMPTY), "GET ");
        }
        if (!request.isOf(Form.TYPE)) {
            return denied(Denial.MEDIA_TYPE_UNSUPPORTED, language);
        }
        Optional<Form> form =
                Form.parse(request.body()).filter(sent -> Secrets.same(sent.text("token"), session.formToken()));
        return form.isPresent()
                ? page(new Visit(session, language, path, form.get()), "POST ")
                : denied(Denial.FORM_REFUSED, language);
    }

    private Answer page(Visit visit, String method) throws IOException, InterruptedException {
        String name = method + visit.path();
        if (name.equals("POST /unlock")) {
            return doorPage.unlock(visit);
        }
        if (name.equals("POST /lock")) {
            return doorPage.lock(visit);
        }
        boolean post = method.equals("POST ");
        if (door.isLocked()) {
            return doorPage.locked(post ? Reason.LOCKED.status() : 200, visit, post ? "nothingDone" : "");
        }
        door.touch();
        Route route = routes.get(name);
        if (route == null) {
            return message(Denial.ADDRESS_UNKNOWN.status(), visit, Denial.ADDRESS_UNKNOWN.code());
        }
        try {
            return route.answer(visit);
        } catch (CompanionException refused) {
            return refused.reason() == Reason.LOCKED
                    ? doorPage.locked(Reason.LOCKED.status(), visit, "nothingDone")
                    : message(
                            refused.reason().status(),
                            visit.language(),
                            refused.reason().code());
        }
    }

    /** {@code /language/en/waiting}: the language, and the section to go back to. */
    private Answer changed(String path, String base) {
        String rest = path.substring(LANGUAGE.length());
        String tag = rest.startsWith(Language.ENGLISH.tag() + "/") ? Language.ENGLISH.tag() : Language.DANISH.tag();
        String back = rest.substring(Math.min(rest.length(), tag.length()));
        return Answer.redirect(base + (routes.containsKey("GET " + back) ? back : "/"))
                .with("Set-Cookie", languageCookie + "=" + tag + "; Path=/; HttpOnly; SameSite=Strict");
    }

    private Language language(Incoming request) {
        return request.cookie(languageCookie)
                        .filter(Language.ENGLISH.tag()::equals)
                        .isPresent()
                ? Language.ENGLISH
                : Language.DANISH;
    }

    private Answer denied(Denial denial, Language language) {
        return message(denial.status(), language, denial.code());
    }

    private Answer message(int status, Language language, String text) {
        return pages.bare(
                status, language, "message", Map.of("text", pages.texts().text(language, text)));
    }

    private Answer message(int status, Visit visit, String text) {
        String said = pages.texts().text(visit.language(), text);
        return pages.outside(status, visit, "message", Map.of("text", said));
    }
}
