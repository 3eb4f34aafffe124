package dk.rettidig.law;

import java.util.Optional;

/** The legal reviewers' signatures. */
@FunctionalInterface
public interface BasisSignatures {

    /**
     * The latest signature for the basis in the municipality, lapsed or not; empty when there is none or it was withdrawn.
     *
     * @param municipality the three-digit code
     */
    Optional<BasisSignature> latest(BasisId basis, String municipality);
}
