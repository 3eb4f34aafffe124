package dk.rettidig.oversight.page;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.law.Purpose;
import dk.rettidig.ledger.LedgerReader;
import dk.rettidig.oversight.page.LedgerPage.CheckpointText;
import dk.rettidig.web.ServedBy;
import dk.rettidig.web.Shell;
import dk.rettidig.web.Shells;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What an authorised verifier may read, and how it is checked without us. No entry is shown here. */
@ServedBy({ServedBy.Role.SERVICE, ServedBy.Role.AUTHORITY})
@Path("/ledger/verification")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class VerificationPage {

    private final LedgerReader reader;
    private final Shells shells;

    VerificationPage(LedgerReader reader, Shells shells) {
        this.reader = reader;
        this.shells = shells;
    }

    /** The page, with the newest checkpoint and the address to give to {@code ./rettidig verify}. */
    @GET
    @Gated(action = Action.READ_ENTRIES, purpose = Purpose.SUPERVISION)
    public Response page(@Context UriInfo asked) {
        return shells.page(Templates.verification(
                shells.shell(),
                asked.getBaseUri().toString(),
                CheckpointText.of(reader.checkpoint(), reader.verifierKey(), shells.language())));
    }

    @CheckedTemplate(basePath = "oversight")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance verification(Shell shell, String address, CheckpointText checkpoint);
    }
}
