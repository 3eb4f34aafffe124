package dk.rettidig.notification.discussion.page;

import dk.rettidig.notification.discussion.DiscussionDesk;
import jakarta.ws.rs.DefaultValue;
import org.jboss.resteasy.reactive.RestForm;

/** The form for something to do. */
public class PlanFields {

    @RestForm
    @DefaultValue("")
    String kind = "";

    @RestForm
    @DefaultValue("")
    String notifier = "";

    @RestForm
    @DefaultValue("")
    String institution = "";

    @RestForm
    @DefaultValue("")
    String note = "";

    @RestForm
    @DefaultValue("")
    String responsible = "";

    @RestForm
    @DefaultValue("")
    String due = "";

    DiscussionDesk.Plan plan() {
        return new DiscussionDesk.Plan(kind, notifier, institution, note, responsible, due);
    }
}
