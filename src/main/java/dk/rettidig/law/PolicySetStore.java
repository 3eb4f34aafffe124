package dk.rettidig.law;

import java.util.Optional;

/** Keeps every policy set that ever decided, whole, under its digest. Sets are added and never changed. */
public interface PolicySetStore {

    /** Keeps the set; does nothing when it is kept already. */
    void keep(PolicySet set);

    /** The set with this digest. */
    Optional<PolicySet> find(PolicyDigest digest);
}
