package dk.rettidig.gate.rest;

import dk.rettidig.access.ServedBy;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.util.Arrays;
import java.util.Set;

/** What this process is there for. Only tests give it two roles; the commands give one each. */
@ConfigMapping(prefix = "rettidig.process")
interface ProcessSettings {

    @WithParentName
    @WithDefault("service")
    Set<ServedBy.Role> roles();

    /** Whether a class of routes exists in this process. */
    default boolean serves(Class<?> routes) {
        ServedBy named = routes.getAnnotation(ServedBy.class);
        return named == null
                ? roles().contains(ServedBy.Role.SERVICE)
                : Arrays.stream(named.value()).anyMatch(roles()::contains);
    }
}
