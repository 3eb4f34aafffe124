package dk.rettidig.oversight.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.oversight.documents.Document;
import dk.rettidig.oversight.documents.DocumentShelf;
import dk.rettidig.web.Language;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The documents made of what runs in this installation, to be read and taken along. */
@Path("/documents")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DocumentPage {

    private final DocumentShelf shelf;
    private final CurrentActor actor;
    private final Shells shells;

    DocumentPage(DocumentShelf shelf, CurrentActor actor, Shells shells) {
        this.shelf = shelf;
        this.actor = actor;
        this.shells = shells;
    }

    /** A document in the list: its title, and the same in the other language. */
    public record Row(String id, String title, String other, String otherTag, String serves, int open, String digest) {

        static Row of(Document document, Language language) {
            boolean danish = language == Language.DANISH;
            return new Row(
                    document.id(),
                    danish ? document.danish() : document.english(),
                    danish ? document.english() : document.danish(),
                    danish ? "en" : "da",
                    serves(document.id(), language),
                    document.openQuestions(),
                    document.digest());
        }

        private static String serves(String id, Language language) {
            return switch (id) {
                case "annex-iv" ->
                    language.choose("AI-forordningen art. 11 og bilag IV", "AI Act art. 11 and Annex IV");
                case "article-30" -> language.choose("GDPR art. 30", "GDPR art. 30");
                case "dpia-facts" -> language.choose("GDPR art. 35", "GDPR art. 35");
                case "fria-facts" -> language.choose("AI-forordningen art. 27", "AI Act art. 27");
                case "algorithm-register" ->
                    language.choose(
                            "Offentlige registre over algoritmer (ATRS)", "Public registers of algorithms (ATRS)");
                case "model-card" ->
                    language.choose(
                            "Følger med modellen og er underskrevet med den",
                            "Comes with the model and is signed with it");
                default -> "";
            };
        }
    }

    /** All documents. */
    @GET
    @Gated(action = Action.READ_DOCUMENTS, purpose = Purpose.SUPERVISION)
    public Response all() {
        Language language = shells.language();
        List<Row> rows = shelf.list().stream()
                .map(document -> Row.of(document, language))
                .toList();
        return shells.page(Templates.documents(shells.shell(), rows));
    }

    /** One document as a page. */
    @GET
    @Path("{document}")
    @Gated(action = Action.READ_DOCUMENTS, purpose = Purpose.SUPERVISION)
    public Response one(@PathParam("document") String id) {
        Document document = shelf.read(actor.get(), id);
        return shells.page(Templates.document(
                shells.shell(),
                Row.of(document, shells.language()),
                new RawString(MarkdownHtml.of(document.markdown()))));
    }

    /** One document as a file for people that needs nothing else. */
    @GET
    @Path("{document}/html")
    @Gated(action = Action.READ_DOCUMENTS, purpose = Purpose.SUPERVISION)
    public Response html(@PathParam("document") String id) {
        Document document = shelf.read(actor.get(), id);
        String file = Templates.documentFile(
                        Row.of(document, Language.DANISH), new RawString(MarkdownHtml.of(document.markdown())))
                .render();
        return attached(file, MediaType.TEXT_HTML_TYPE.withCharset("utf-8"), document.id() + ".html");
    }

    /** One document as it is made, byte by byte what its digest is of. */
    @GET
    @Path("{document}/markdown")
    @Produces("text/markdown")
    @Gated(action = Action.READ_DOCUMENTS, purpose = Purpose.SUPERVISION)
    public Response markdown(@PathParam("document") String id) {
        Document document = shelf.read(actor.get(), id);
        return attached(document.markdown(), new MediaType("text", "markdown", "utf-8"), document.id() + ".md");
    }

    private static Response attached(String text, MediaType type, String name) {
        return Response.ok(text, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .build();
    }

    @CheckedTemplate(basePath = "oversight")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance documents(Shell shell, List<Row> rows);

        static native TemplateInstance document(Shell shell, Row row, RawString text);

        static native TemplateInstance documentFile(Row row, RawString text);
    }
}
