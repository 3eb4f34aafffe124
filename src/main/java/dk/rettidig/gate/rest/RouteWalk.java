package dk.rettidig.gate.rest;

import dk.rettidig.access.Gated;
import dk.rettidig.gate.GateFault;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks all resources when the service starts; one method without {@code @Gated} stops it. */
@Singleton
class RouteWalk {

    void start(@Observes StartupEvent event, BeanManager beans) {
        List<String> ungated = new ArrayList<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
                ungated.addAll(ungated(bean.getBeanClass()));
            }
        }
        if (!ungated.isEmpty()) {
            throw GateFault.notGated(ungated.stream().sorted().toList());
        }
    }

    /** The class's routes that do not say what they ask the gate for. */
    static List<String> ungated(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .filter(RouteWalk::isRoute)
                .filter(method -> !method.isAnnotationPresent(Gated.class))
                .map(method -> resource.getSimpleName() + "." + method.getName())
                .toList();
    }

    private static boolean isRoute(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }
}
