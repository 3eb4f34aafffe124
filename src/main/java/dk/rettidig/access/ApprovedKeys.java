package dk.rettidig.access;

import java.util.Optional;

/**
 * The keys by which registries are known, approved by a second person and not withdrawn. Implemented where keys are registered,
 * for features that must know who calls and have nothing to do with deliveries.
 */
public interface ApprovedKeys {

    /**
     * The approved key.
     *
     * @param id its RFC 7638 thumbprint, 43 characters of base64url
     */
    Optional<ApprovedKey> approved(String id);

    /**
     * Whose key it is.
     *
     * @param registry as it was registered, for instance {@code vault}
     * @param publicKey Ed25519 in base64url, 43 characters
     */
    record ApprovedKey(ActorName registry, MunicipalityCode municipality, String publicKey) {}
}
