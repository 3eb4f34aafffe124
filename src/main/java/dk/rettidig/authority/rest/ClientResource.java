package dk.rettidig.authority.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.authority.Client;
import dk.rettidig.authority.ClientDesk;
import dk.rettidig.authority.ClientProposal;
import dk.rettidig.law.Purpose;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.web.ServedBy;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Clients of the authority, registered by two people. */
@Blocking
@Path("/api/v1/authority/clients")
@ServedBy(ServedBy.Role.AUTHORITY)
@Tag(name = "authority")
@Produces(MediaType.APPLICATION_JSON)
class ClientResource {

    private static final String KID = "The key's id: its RFC 7638 thumbprint, 43 characters.";

    private final ClientDesk desk;

    ClientResource(ClientDesk desk) {
        this.desk = desk;
    }

    /** A proposal. */
    @Schema(
            name = "AuthorityClientProposal",
            requiredProperties = {"client", "public_key", "domains", "population"})
    record Proposal(
            @Nullable String client,

            @Schema(description = "Ed25519 public key as PEM, JWK text or base64url.") @Nullable
            String publicKey,

            @Nullable List<@Nullable String> domains,

            @Schema(
                    description =
                            "Domains that it may convert to: the next epoch of one of its own, or the same use of "
                                    + "another municipality. Without it, none.")
            @Nullable
            List<@Nullable String> conversions,

            @Schema(description = "How many people it has; its quota a day and domain is a tenth more.") @Nullable
            Integer population) {
        ClientProposal proposal() {
            return new ClientProposal(
                    client == null ? "" : client,
                    publicKey == null ? "" : publicKey,
                    texts(domains),
                    texts(conversions),
                    population == null ? 0 : population);
        }

        private static List<String> texts(@Nullable List<@Nullable String> given) {
            return given == null
                    ? List.of()
                    : given.stream()
                            .map(each -> Objects.requireNonNullElse(each, ""))
                            .toList();
        }
    }

    /** A client as JSON; {@code kid} is its key's RFC 7638 thumbprint. */
    @Schema(name = "AuthorityClient")
    record Answer(
            String kid,
            String client,
            String municipality,
            List<String> domains,
            List<String> conversions,
            int population,

            @Schema(description = "Elements it may ask for a UTC day and domain.")
            int quota,

            @Schema(nullable = true, description = "Elements asked for today; in lists only.") @Nullable
            Long usedToday,

            @Schema(enumeration = {"proposed", "approved", "withdrawn"})
            String state) {
        static Answer of(Client client, @Nullable Long usedToday) {
            return new Answer(
                    client.keyId().value(),
                    client.id().value(),
                    client.municipality().value(),
                    texts(client.domains()),
                    texts(client.conversions()),
                    client.population(),
                    client.quota(),
                    usedToday,
                    client.state().id());
        }

        private static List<String> texts(Set<PseudonymDomain> domains) {
            return domains.stream().map(PseudonymDomain::text).sorted().toList();
        }
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Gated(action = Action.PROPOSE_AUTHORITY_CLIENT, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "proposeAuthorityClient", summary = "Proposes a client of the authority")
    @APIResponse(
            responseCode = "201",
            description = "The client, proposed.",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "404", description = "authority_client_unknown")
    @APIResponse(responseCode = "409", description = "authority_client_exists")
    @APIResponse(responseCode = "422", description = "authority_client_malformed")
    public Answer propose(@Nullable Proposal proposal) {
        Proposal given = proposal == null ? new Proposal(null, null, null, null, null) : proposal;
        return Answer.of(desk.propose(given.proposal()), null);
    }

    @POST
    @Path("/{kid}/approval")
    @Gated(
            action = Action.APPROVE_AUTHORITY_CLIENT,
            purpose = Purpose.ADMINISTRATION,
            decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "approveAuthorityClient", summary = "Approves the client that somebody else proposed")
    @APIResponse(responseCode = "200", description = "The client, approved.")
    @APIResponse(responseCode = "404", description = "authority_client_unknown")
    @APIResponse(responseCode = "409", description = "authority_state_conflict, authority_same_person")
    public Answer approve(@Parameter(description = KID) @PathParam("kid") String kid) {
        return Answer.of(desk.approve(kid), null);
    }

    @POST
    @Path("/{kid}/withdrawal")
    @Gated(action = Action.WITHDRAW_AUTHORITY_CLIENT, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "withdrawAuthorityClient", summary = "Withdraws a client for good")
    @APIResponse(responseCode = "200", description = "The client, withdrawn.")
    @APIResponse(responseCode = "404", description = "authority_client_unknown")
    @APIResponse(responseCode = "409", description = "authority_state_conflict")
    public Answer withdraw(@Parameter(description = KID) @PathParam("kid") String kid) {
        return Answer.of(desk.withdraw(kid), null);
    }

    @GET
    @Gated(action = Action.READ_AUTHORITY_CLIENTS, purpose = Purpose.ADMINISTRATION)
    @Operation(
            operationId = "listAuthorityClients",
            summary = "The municipality's clients in all states, with today's use")
    @APIResponse(responseCode = "200", description = "The clients.")
    @APIResponse(responseCode = "404", description = "authority_client_unknown")
    public List<Answer> list() {
        return desk.list().stream()
                .map(used -> Answer.of(used.client(), used.today()))
                .toList();
    }
}
