package dk.rettidig.feed.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.RegistryKey;
import dk.rettidig.feed.intake.FeedReaders;
import dk.rettidig.feed.intake.KeyDesk;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Keys of registries, registered by two people. */
@Blocking
@Path("/api/v1/registries/{registry}/keys")
@Tag(
        name = "keys",
        description = "Keys of registries: proposed by one person, approved by another, withdrawn by either.")
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {

    private static final String REGISTRY = "The registry's id.";
    private static final String KID = "The key's id: its RFC 7638 thumbprint, 43 characters.";

    private final KeyDesk desk;
    private final FeedReaders readers;

    KeyResource(KeyDesk desk, FeedReaders readers) {
        this.desk = desk;
        this.readers = readers;
    }

    /**
     * A proposal.
     *
     * @param publicKey Ed25519 public key as PEM, JWK text or base64url
     */
    @Schema(name = "KeyProposal", requiredProperties = "public_key")
    record Proposal(
            @Schema(description = "Ed25519 public key as PEM, JWK text or base64url.") @Nullable
            String publicKey) {}

    /** A key as JSON; {@code kid} is its RFC 7638 thumbprint. */
    @Schema(name = "RegistryKey")
    record Key(
            @Schema(description = "The key's RFC 7638 thumbprint.")
            String kid,

            String registry,
            String municipality,
            String publicKey,

            @Schema(enumeration = {"proposed", "approved", "withdrawn"})
            String state) {
        static Key of(RegistryKey key) {
            return new Key(
                    key.id().value(),
                    key.registry().value(),
                    key.municipality().value(),
                    key.key().text(),
                    key.state().id());
        }
    }

    @POST
    @ResponseStatus(201)
    @Consumes(MediaType.APPLICATION_JSON)
    @Gated(action = Action.PROPOSE_REGISTRY_KEY, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "proposeKey", summary = "Proposes the public key of a registry")
    @APIResponse(
            responseCode = "201",
            description = "The key, proposed.",
            content = @Content(schema = @Schema(implementation = Key.class)))
    @APIResponse(responseCode = "404", description = "feed_key_unknown")
    @APIResponse(responseCode = "409", description = "feed_key_exists")
    @APIResponse(responseCode = "422", description = "feed_key_malformed")
    public Key propose(
            @Parameter(description = REGISTRY) @PathParam("registry") String registry, @Nullable Proposal proposal) {
        String publicKey = proposal == null || proposal.publicKey() == null ? "" : proposal.publicKey();
        return Key.of(desk.propose(registry(registry), publicKey));
    }

    @POST
    @Path("/{kid}/approval")
    @Gated(action = Action.APPROVE_REGISTRY_KEY, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "approveKey", summary = "Approves the key that somebody else proposed")
    @APIResponse(responseCode = "200", description = "The key, approved.")
    @APIResponse(responseCode = "404", description = "feed_key_unknown")
    @APIResponse(responseCode = "409", description = "feed_state_conflict, feed_same_person")
    public Key approve(
            @Parameter(description = REGISTRY) @PathParam("registry") String registry,
            @Parameter(description = KID) @PathParam("kid") String kid) {
        return Key.of(desk.approve(asked(registry), kid));
    }

    @POST
    @Path("/{kid}/withdrawal")
    @Gated(action = Action.WITHDRAW_REGISTRY_KEY, purpose = Purpose.ADMINISTRATION)
    @Operation(operationId = "withdrawKey", summary = "Withdraws a key for good")
    @APIResponse(responseCode = "200", description = "The key, withdrawn.")
    @APIResponse(responseCode = "404", description = "feed_key_unknown")
    @APIResponse(responseCode = "409", description = "feed_state_conflict")
    public Key withdraw(
            @Parameter(description = REGISTRY) @PathParam("registry") String registry,
            @Parameter(description = KID) @PathParam("kid") String kid) {
        return Key.of(desk.withdraw(registry(registry), kid));
    }

    @GET
    @Gated(action = Action.READ_FEEDS, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    @Operation(operationId = "listKeys", summary = "A registry's keys in all states")
    @APIResponse(responseCode = "200", description = "The keys.")
    @APIResponse(responseCode = "400", description = "feed_municipality_needed")
    @APIResponse(responseCode = "404", description = "feed_key_unknown")
    public List<Key> list(
            @Parameter(description = REGISTRY) @PathParam("registry") String registry,
            @Parameter(description = FeedResource.MUNICIPALITY) @QueryParam("municipality") @Nullable
                    String municipality) {
        MunicipalityCode about = readers.demand(Action.READ_FEEDS, municipality);
        return desk.list(about, registry(registry)).stream().map(Key::of).toList();
    }

    /** A name that none can have counts as one that nobody has, so that the gate is asked all the same. */
    private static RegistryId asked(String text) {
        return new RegistryId(RegistryId.isValid(text) ? text : "unknown");
    }

    private static RegistryId registry(String text) {
        if (!RegistryId.isValid(text)) {
            throw new FeedFault(FeedErrorCode.KEY_UNKNOWN);
        }
        return new RegistryId(text);
    }
}
