package dk.rettidig.feed.rest;

import dk.rettidig.access.Action;
import dk.rettidig.access.Gated;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.RegistryKey;
import dk.rettidig.feed.intake.KeyDesk;
import dk.rettidig.law.Purpose;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Keys of registries, registered by two people. */
@Blocking
@Path("/api/v1/registries/{registry}/keys")
@Produces(MediaType.APPLICATION_JSON)
class KeyResource {

    private final KeyDesk desk;

    KeyResource(KeyDesk desk) {
        this.desk = desk;
    }

    /**
     * A proposal.
     *
     * @param publicKey Ed25519 public key as PEM, JWK text or base64url
     */
    record Proposal(@Nullable String publicKey) {}

    /** A key as JSON; {@code kid} is its RFC 7638 thumbprint. */
    record Key(String kid, String registry, String municipality, String publicKey, String state) {
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
    public Key propose(@PathParam("registry") String registry, @Nullable Proposal proposal) {
        String publicKey = proposal == null || proposal.publicKey() == null ? "" : proposal.publicKey();
        return Key.of(desk.propose(registry(registry), publicKey));
    }

    @POST
    @Path("/{kid}/approval")
    @Gated(action = Action.APPROVE_REGISTRY_KEY, purpose = Purpose.ADMINISTRATION, decided = Gated.Decided.IN_FEATURE)
    public Key approve(@PathParam("registry") String registry, @PathParam("kid") String kid) {
        return Key.of(desk.approve(registry(registry), kid));
    }

    @POST
    @Path("/{kid}/withdrawal")
    @Gated(action = Action.WITHDRAW_REGISTRY_KEY, purpose = Purpose.ADMINISTRATION)
    public Key withdraw(@PathParam("registry") String registry, @PathParam("kid") String kid) {
        return Key.of(desk.withdraw(registry(registry), kid));
    }

    @GET
    @Gated(action = Action.READ_FEEDS, purpose = Purpose.ADMINISTRATION)
    public List<Key> list(@PathParam("registry") String registry) {
        return desk.list(registry(registry)).stream().map(Key::of).toList();
    }

    private static RegistryId registry(String text) {
        if (!RegistryId.isValid(text)) {
            throw new FeedFault(FeedErrorCode.KEY_UNKNOWN);
        }
        return new RegistryId(text);
    }
}
