package dk.rettidig.gate.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Words and shapes that the description of the API (docs/openapi.yaml) has once for all routes; the package declares it. */
final class ApiDefinition {

    static final String ABOUT = """
            Helps a municipality see in due time that a child may need help. Every route asks the gate (`x-gate-action`, \
            `x-gate-purpose`) and leaves its entry in the ledger; docs/architecture.md says how.

            JSON in snake_case; moments in UTC (RFC 3339), days as ISO 8601 dates. Every error is a `Problem` \
            (RFC 9457) with a stable `code`; docs/errors.md lists them all. Lists are read page by page through the `Link` \
            header. Clients must ignore members that they do not know.
            """;

    private ApiDefinition() {}

    /** A rule that refused, as problems carry it. */
    @Schema(
            name = "RefusingRule",
            description = "A rule that refused, what would be needed, and the provision behind it.")
    record RefusingRule(String rule, String danish, String english, String citation) {}
}
