package dk.rettidig.web;

import io.quarkus.arc.All;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.MessageBundles;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** Makes the shell of the page that is being answered, and renders pages in the visitor's language. */
@RequestScoped
public class Shells {

    /** The cookie that keeps the chosen language; Danish without it. */
    public static final String LANGUAGE_COOKIE = "rettidig-language";

    /** Where quarkus-rest-csrf puts the token of the request; absent before the request reached a route. */
    private static final String TOKEN_ATTRIBUTE = "csrf_token";

    private final RoutingContext request;
    private final Visitors visitors;
    private final Instance<InstallationFacts> facts;
    private final List<SiteSection> sections;
    private final List<SiteNotice> notices;

    Shells(
            RoutingContext request,
            Visitors visitors,
            Instance<InstallationFacts> facts,
            ServedRoutes served,
            @All List<SiteSection> sections,
            @All List<SiteNotice> notices) {
        this.request = request;
        this.visitors = visitors;
        this.facts = facts;
        this.notices = notices;
        this.sections = sections.stream()
                .filter(section -> served.has(section.getClass()))
                .sorted(Comparator.comparingInt(SiteSection::order))
                .toList();
    }

    /** The language of the page: what the visitor chose, and Danish before any choice. */
    public Language language() {
        Cookie chosen = request.request().getCookie(LANGUAGE_COOKIE);
        return chosen != null && Language.ENGLISH.tag().equals(chosen.getValue()) ? Language.ENGLISH : Language.DANISH;
    }

    /** The shell of the page. */
    public Shell shell() {
        Language language = language();
        Optional<Visitor> visitor = visitors.current();
        String path = Objects.requireNonNullElse(request.request().path(), "/");
        List<Shell.Link> navigation = visitor.stream()
                .flatMap(person -> sections.stream().filter(section -> section.visibleTo(person)))
                .map(section -> link(section, path, language))
                .toList();
        Optional<InstallationFacts> known = facts.isResolvable() ? Optional.of(facts.get()) : Optional.empty();
        return new Shell(
                language,
                visitor,
                back(path),
                navigation,
                known.flatMap(InstallationFacts::policy),
                known.map(InstallationFacts::checkpointSize).orElse(OptionalLong.empty()),
                Optional.ofNullable(request.get(TOKEN_ATTRIBUTE)),
                List.of());
    }

    /** The shell of a page of the daily work, with what stands above it until somebody has dealt with it. */
    public Shell noticed() {
        Language language = language();
        return shell().with(visitors.current().stream()
                .flatMap(person -> notices.stream().flatMap(each -> each.notices(person, language).stream()))
                .toList());
    }

    /** What every section has for the visitor today, in the order of the navigation. */
    public List<SiteSection.Today> today() {
        Language language = language();
        return visitors.current().stream()
                .flatMap(person -> sections.stream()
                        .filter(section -> section.visibleTo(person))
                        .flatMap(section -> section.today(person, language).stream()))
                .toList();
    }

    /** The page as an answer. */
    public Response page(TemplateInstance page) {
        return page(page, Response.Status.OK.getStatusCode()).build();
    }

    /** The page as an answer with this status, to be completed. */
    public Response.ResponseBuilder page(TemplateInstance page, int status) {
        Language language = language();
        String html = page.setAttribute(MessageBundles.ATTRIBUTE_LOCALE, Words.locale(language))
                .render();
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, "Cookie")
                .entity(html);
    }

    private static Shell.Link link(SiteSection section, String path, Language language) {
        boolean current = path.equals(section.path()) || path.startsWith(section.path() + "/");
        return new Shell.Link(section.path(), section.title(language), current);
    }

    /** A form's address answers only posts; after a change of language the front page is shown instead. */
    private String back(String path) {
        boolean get = "GET".equals(request.request().method().name());
        return get && EchoedAddress.mayBeRepeated(path) ? path : "/";
    }
}
