package dk.rettidig.oversight.page;

import dk.rettidig.oversight.EntryQuery;
import dk.rettidig.oversight.OversightErrorCode;
import dk.rettidig.oversight.OversightFault;
import dk.rettidig.oversight.QueryTexts;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The search form as it was filled in. */
public record SearchForm(
        @QueryParam("type") @DefaultValue("") String type,
        @QueryParam("handle") @DefaultValue("") String handle,
        @QueryParam("action") @DefaultValue("") String action,
        @QueryParam("purpose") @DefaultValue("") String purpose,
        @QueryParam("basis") @DefaultValue("") String basis,
        @QueryParam("from") @DefaultValue("") String from,
        @QueryParam("to") @DefaultValue("") String to,
        @QueryParam("refused") @DefaultValue("false") boolean refused,
        @QueryParam("exported") @DefaultValue("false") boolean exported) {

    /** The query; empty when it cannot be read, which the page says. */
    Optional<EntryQuery> query() {
        try {
            return Optional.of(
                    new QueryTexts(handle, type, action, purpose, basis, from, to, refused, exported).query());
        } catch (OversightFault malformed) {
            return Optional.empty();
        }
    }

    /** Whether more is asked than the two fields that are always shown. */
    public boolean isNarrowed() {
        return refused || exported || !(action + purpose + basis + from + to).isBlank();
    }

    /** The same search in an address. */
    public String address() {
        return "type=" + encoded(type) + "&handle=" + encoded(handle) + "&action=" + encoded(action) + "&purpose="
                + encoded(purpose) + "&basis=" + encoded(basis) + "&from=" + encoded(from) + "&to=" + encoded(to)
                + "&refused=" + refused + "&exported=" + exported;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static OversightFault malformed() {
        return new OversightFault(OversightErrorCode.QUERY_MALFORMED, "query");
    }
}
