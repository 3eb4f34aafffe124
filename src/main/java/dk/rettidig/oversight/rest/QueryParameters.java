package dk.rettidig.oversight.rest;

import dk.rettidig.oversight.EntryQuery;
import dk.rettidig.oversight.QueryTexts;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What to look for, in the address; each part may be left out. */
record QueryParameters(
        @Parameter(description = "The actor's handle.") @QueryParam("handle") @DefaultValue("")
        String handle,

        @Parameter(description = "The start of the type, for instance review.") @QueryParam("type") @DefaultValue("")
        String type,

        @Parameter(description = "The action of a gate's decision.") @QueryParam("action") @DefaultValue("")
        String action,

        @Parameter(description = "The purpose of a request.") @QueryParam("purpose") @DefaultValue("")
        String purpose,

        @Parameter(description = "The legal basis that a request claimed.") @QueryParam("basis") @DefaultValue("")
        String basis,

        @Parameter(description = "First day, UTC.") @QueryParam("from") @DefaultValue("")
        String from,

        @Parameter(description = "Last day, UTC.") @QueryParam("to") @DefaultValue("")
        String to,

        @Parameter(description = "Only what was refused.") @QueryParam("refused") @DefaultValue("false")
        boolean refused,

        @Parameter(description = "Only what left the service: exports, releases, handovers.")
        @QueryParam("exported")
        @DefaultValue("false")
        boolean exported) {

    EntryQuery query() {
        return new QueryTexts(handle, type, action, purpose, basis, from, to, refused, exported).query();
    }
}
