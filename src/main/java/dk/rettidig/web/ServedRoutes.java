package dk.rettidig.web;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which routes this process has, by {@code rettidig.process}. Only tests give it two roles; the commands give one each. */
@Singleton
public final class ServedRoutes {

    private final Set<ServedBy.Role> roles;

    ServedRoutes(@ConfigProperty(name = "rettidig.process", defaultValue = "service") Set<ServedBy.Role> roles) {
        this.roles = Set.copyOf(roles);
    }

    /** Whether a class of routes, or a section of the site, exists in this process. */
    public boolean has(Class<?> part) {
        @Nullable ServedBy named = part.getAnnotation(ServedBy.class);
        return named == null
                ? roles.contains(ServedBy.Role.SERVICE)
                : Arrays.stream(named.value()).anyMatch(roles::contains);
    }
}
