package dk.rettidig.authority;

import dk.rettidig.access.ActorName;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.KeyId;
import dk.rettidig.seal.VerifyingKey;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whoever may ask for evaluations, by its key. It counts from its approval by a second person until it is withdrawn; a
 * withdrawn one never comes back.
 *
 * @param domains the domains it may ask about, all of its own municipality
 * @param conversions the domains that it may convert to, named one by one; of most clients none
 * @param population how many people it has, 1 to {@value #LARGEST_POPULATION}
 */
public record Client(
        ClientId id,
        MunicipalityCode municipality,
        VerifyingKey key,
        Set<PseudonymDomain> domains,
        Set<PseudonymDomain> conversions,
        int population,
        State state,
        ActorName proposedBy,
        Instant proposedAt,
        Optional<ActorName> approvedBy,
        Optional<ActorName> withdrawnBy) {

    /** The whole country has fewer. */
    public static final int LARGEST_POPULATION = 10_000_000;

    /** A margin of a tenth: corrections, births and newcomers of the day. */
    private static final int MARGIN_SHARE = 10;

    /** Small registries need more than a tenth of almost nothing: a file is checked by a sample before it is released. */
    private static final int LEAST_MARGIN = 40;

    public Client {
        domains = Set.copyOf(domains);
        conversions = Set.copyOf(conversions);
        if (population < 1 || population > LARGEST_POPULATION) {
            throw new IllegalArgumentException("a population has 1 to " + LARGEST_POPULATION + " people");
        }
    }

    /** The RFC 7638 thumbprint that requests name. */
    public KeyId keyId() {
        return key.id();
    }

    /** Elements it may ask for in a domain on one UTC day. */
    public int quota() {
        return population + Math.max(LEAST_MARGIN, population / MARGIN_SHARE);
    }

    /** Whether two people let it convert from the one domain to the other. */
    public boolean mayConvert(PseudonymDomain from, PseudonymDomain to) {
        return domains.contains(from) && conversions.contains(to) && convertible(from, to);
    }

    /**
     * Whether a conversion has a meaning: from a domain that is no source's to its next epoch, to the same use of another
     * municipality, or to a source of the same. Never from a source's: no registry links with others.
     */
    static boolean convertible(PseudonymDomain from, PseudonymDomain to) {
        boolean moves = !from.municipality().equals(to.municipality())
                && from.use().equals(to.use())
                && to.source().isEmpty();
        return from.source().isEmpty() && (moves || from.next().equals(to) || to.isOfSourceUnder(from));
    }

    /** How far a client has come. */
    public enum State {
        PROPOSED("proposed"),
        APPROVED("approved"),
        WITHDRAWN("withdrawn");

        private final String id;

        State(String id) {
            this.id = id;
        }

        /** The word in columns and answers. */
        public String id() {
            return id;
        }

        /** The state of a column's word. */
        public static State of(String id) {
            for (State state : values()) {
                if (state.id.equals(id)) {
                    return state;
                }
            }
            throw new IllegalArgumentException("no state of a client has this word");
        }
    }
}
