package dk.rettidig.access.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.web.Language;
import dk.rettidig.web.ServedBy;
import dk.rettidig.web.Shells;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** The choice of language, kept in a cookie that says nothing else. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Path("/language")
public class LanguagePage {

    /** A year in seconds: a preference, not an identity. */
    private static final int COOKIE_SECONDS = 365 * 24 * 60 * 60;

    /**
     * Chooses a language and leads back.
     *
     * @param tag {@code da} or {@code en}
     * @param back the path of the page the visitor came from; anything but a path of this service leads to the front page
     */
    @GET
    @Path("{tag}")
    @Gated(action = Action.READ_PUBLIC, purpose = Purpose.PUBLIC_ACCOUNT)
    public Response choose(@PathParam("tag") String tag, @QueryParam("back") Optional<String> back) {
        Language language = Arrays.stream(Language.values())
                .filter(each -> each.tag().equals(tag))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create(back.filter(LanguagePage::local).orElse("/")))
                .cookie(new NewCookie.Builder(Shells.LANGUAGE_COOKIE)
                        .value(language.tag())
                        .path("/")
                        .maxAge(COOKIE_SECONDS)
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }

    /** A path of this service: one leading slash, and nothing that a browser could read as another host. */
    static boolean local(String path) {
        return path.matches("/([A-Za-z0-9_.~-]+(/[A-Za-z0-9_.~-]+)*/?)?");
    }
}
