package dk.rettidig.access.rest;

import dk.rettidig.access.Actor;
import dk.rettidig.access.ActorKind;
import dk.rettidig.access.CurrentActor;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.web.Visitor;
import dk.rettidig.web.Visitors;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import java.util.Optional;

/** Shows the page shell who signed in. */
@RequestScoped
class SignedInVisitor implements Visitors {

    private static final String DISPLAY_NAME = "display_name";

    private final CurrentActor actor;
    private final SecurityIdentity identity;

    SignedInVisitor(CurrentActor actor, SecurityIdentity identity) {
        this.actor = actor;
        this.identity = identity;
    }

    @Override
    public Optional<Visitor> current() {
        Actor current = actor.get();
        ActorKind kind = current.kind();
        if (kind == ActorKind.PUBLIC) {
            return Optional.empty();
        }
        boolean synthetic =
                current.municipality().map(MunicipalityCode.SYNTHETIC::equals).orElse(false);
        String name = Objects.toString(
                identity.getAttribute(DISPLAY_NAME), identity.getPrincipal().getName());
        return Optional.of(new Visitor(name, kind.id(), kind.danish(), kind.english(), synthetic));
    }
}
