package dk.rettidig.access.rest;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.ActorName;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Optional;

/**
 * The actor behind the identity that Quarkus established: exactly one of our roles, and for municipal roles the claim
 * {@code municipality}. None, several, or a municipal role without a municipality is nobody in particular: a person with
 * two tasks signs in for one of them at a time.
 */
@RequestScoped
class SignedInActor implements CurrentActor {

    private static final String MUNICIPALITY = "municipality";

    private final SecurityIdentity identity;

    SignedInActor(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Actor get() {
        if (identity.isAnonymous()) {
            return new Actor.Public();
        }
        List<ActorKind> kinds = identity.getRoles().stream()
                .flatMap(role -> ActorKind.parse(role).stream())
                .toList();
        if (kinds.size() != 1) {
            return new Actor.Public();
        }
        ActorName name = new ActorName(identity.getPrincipal().getName());
        return municipality()
                .flatMap(at -> municipal(kinds.getFirst(), name, at))
                .orElseGet(() -> central(kinds.getFirst(), name));
    }

    private Optional<MunicipalityCode> municipality() {
        Object claim = identity.getAttribute(MUNICIPALITY);
        return claim == null ? Optional.empty() : Optional.of(new MunicipalityCode(claim.toString()));
    }

    private static Optional<Actor> municipal(ActorKind kind, ActorName name, MunicipalityCode at) {
        return switch (kind) {
            case DATA_TEAM_PERSON -> Optional.of(new Actor.DataTeamPerson(name, at));
            case CASEWORKER -> Optional.of(new Actor.Caseworker(name, at));
            case TEAM_LEADER -> Optional.of(new Actor.TeamLeader(name, at));
            case LEGAL_REVIEWER -> Optional.of(new Actor.LegalReviewer(name, at));
            case DATA_PROTECTION_OFFICER -> Optional.of(new Actor.DataProtectionOfficer(name, at));
            case CITIZENS_ADVISER -> Optional.of(new Actor.CitizensAdviser(name, at));
            case MODEL_OWNER -> Optional.of(new Actor.ModelOwner(name, at));
            // A registry is known by the key that signs its deliveries, never by a sign-in.
            case REGISTRY, OPERATOR, VERIFIER, SCHEDULER, AUTHORITY, WITNESS, PUBLIC -> Optional.empty();
        };
    }

    private static Actor central(ActorKind kind, ActorName name) {
        return switch (kind) {
            case OPERATOR -> new Actor.Operator(name);
            case VERIFIER -> new Actor.Verifier(name);
            default -> new Actor.Public();
        };
    }
}
