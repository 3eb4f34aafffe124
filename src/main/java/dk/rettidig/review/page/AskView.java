package dk.rettidig.review.page;

import dk.rettidig.review.reidentification.ReidentificationDraft;
import dk.rettidig.web.FormErrors;
import java.util.List;

/**
 * What a flag's page shows of re-identification: the reader's own requests, and the form to ask.
 *
 * @param requests latest first
 * @param alive whether the flag has neither expired nor been withdrawn
 * @param errors of the form; when there are any, what was written stands in it again
 */
public record AskView(
        List<RequestView> requests, boolean alive, String caseReference, String justification, FormErrors errors) {

    public AskView {
        requests = List.copyOf(requests);
    }

    /** Nothing written yet. */
    static final ReidentificationDraft UNWRITTEN = new ReidentificationDraft("", "", "");

    /** Whether the reader can ask now. */
    public boolean askable() {
        return alive && requests.stream().noneMatch(RequestView::open);
    }

    @Override
    public String toString() {
        return "AskView[" + requests.size() + "]";
    }
}
