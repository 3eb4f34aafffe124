package dk.rettidig.guideline.page;

import dk.rettidig.guideline.GuidelineDraft;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;

/** The fields of the form about a guideline as a browser sends them; what was left out is empty. */
public class GuidelineFields {

    @RestForm
    @DefaultValue("")
    String title = "";

    @RestForm
    List<String> points = List.of();

    @RestForm
    @DefaultValue("")
    String owner = "";

    @RestForm
    @DefaultValue("")
    String edition = "";

    @RestForm
    @DefaultValue("")
    String kept = "";

    @RestForm("in_force_from")
    @DefaultValue("")
    String inForceFrom = "";

    @RestForm("review_by")
    @DefaultValue("")
    String reviewBy = "";

    @RestForm
    @DefaultValue("")
    String state = "";

    @RestForm
    @DefaultValue("")
    String because = "";

    @RestForm
    @DefaultValue("")
    String version = "";

    /** Made for each request by the server. */
    public GuidelineFields() {}

    GuidelineDraft draft() {
        return new GuidelineDraft(title, points, owner, edition, kept, inForceFrom, reviewBy, state, because);
    }
}
