package dk.rettidig.feed.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.feed.FeedErrorCode;
import dk.rettidig.feed.FeedFault;
import dk.rettidig.feed.RegistryId;
import dk.rettidig.feed.RegistryKey;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.VerifyingKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of {@code registry_key}. */
@Entity
@Table(name = "registry_key")
class RegistryKeyEntity {

    @Id
    private String kid;

    private short municipality;
    private String registry;
    private byte[] publicKey;
    private String state;
    private String proposedBy;
    private Instant proposedAt;
    private @Nullable String approvedBy;

    @Column
    private @Nullable Instant approvedAt;

    private @Nullable String withdrawnBy;

    @Column
    private @Nullable Instant withdrawnAt;

    RegistryKey key() {
        try {
            return new RegistryKey(
                    VerifyingKey.of(publicKey),
                    MunicipalityCode.of(municipality),
                    new RegistryId(registry),
                    RegistryKey.State.of(state),
                    new ActorName(proposedBy),
                    proposedAt,
                    Optional.ofNullable(approvedBy).map(ActorName::new),
                    Optional.ofNullable(withdrawnBy).map(ActorName::new));
        } catch (SealException damaged) {
            throw new FeedFault(FeedErrorCode.LOAD_FAILED, damaged);
        }
    }
}
