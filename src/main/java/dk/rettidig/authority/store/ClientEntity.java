package dk.rettidig.authority.store;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.authority.Client;
import dk.rettidig.authority.ClientId;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SealException;
import dk.rettidig.seal.VerifyingKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code authority_client}. */
@Entity
@Table(name = "authority_client")
class ClientEntity {

    @Id
    private String kid;

    private String client;
    private short municipality;
    private byte[] publicKey;
    private String[] domains;
    private String[] conversions;
    private int population;
    private String state;
    private String proposedBy;
    private Instant proposedAt;
    private @Nullable String approvedBy;

    @Column
    private @Nullable Instant approvedAt;

    private @Nullable String withdrawnBy;

    @Column
    private @Nullable Instant withdrawnAt;

    Client client() {
        try {
            return new Client(
                    new ClientId(client),
                    MunicipalityCode.of(municipality),
                    VerifyingKey.of(publicKey),
                    parsed(domains),
                    parsed(conversions),
                    population,
                    Client.State.of(state),
                    new ActorName(proposedBy),
                    proposedAt,
                    Optional.ofNullable(approvedBy).map(ActorName::new),
                    Optional.ofNullable(withdrawnBy).map(ActorName::new));
        } catch (SealException damaged) {
            throw new IllegalStateException("a stored key was checked when it was filed", damaged);
        }
    }

    private static Set<PseudonymDomain> parsed(String[] texts) {
        return Arrays.stream(texts).map(PseudonymDomain::parse).collect(Collectors.toSet());
    }
}
