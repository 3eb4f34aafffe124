package dk.rettidig.gate.rest;

import dk.rettidig.access.Gated;
import dk.rettidig.gate.GateFault;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Walks all resources when the service starts; one method without {@code @Gated} stops it. Reading the annotations of all
 * routes takes a while, so it is done beside what else starts, and waited for before the first port is open.
 */
@Singleton
class RouteWalk {

    private CompletableFuture<List<String>> walk = CompletableFuture.completedFuture(List.of());

    void start(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event, BeanManager beans) {
        walk = CompletableFuture.supplyAsync(() -> ungated(beans));
    }

    void finish(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent event) {
        List<String> ungated = walk.join();
        if (!ungated.isEmpty()) {
            throw GateFault.notGated(ungated);
        }
    }

    private static List<String> ungated(BeanManager beans) {
        List<String> ungated = new ArrayList<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            if (bean.getBeanClass().isAnnotationPresent(Path.class)) {
                ungated.addAll(ungated(bean.getBeanClass()));
            }
        }
        return ungated.stream().sorted().toList();
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
