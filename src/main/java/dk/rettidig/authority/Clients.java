package dk.rettidig.authority;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.seal.KeyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The clients on file. Called inside a transaction. */
public interface Clients {

    /** The client with the key, in any state. */
    Optional<Client> find(KeyId key);

    /** A municipality's clients in all states, oldest first. */
    List<Client> of(MunicipalityCode municipality);

    /** Files a proposal; false when the key is known already. */
    boolean propose(Client client);

    /** Approves what another person proposed; false when the state is not {@code proposed} or it is the same person. */
    boolean approve(KeyId key, ActorName by, Instant at);

    /** Withdraws for good; false when it was withdrawn. */
    boolean withdraw(KeyId key, ActorName by, Instant at);
}
