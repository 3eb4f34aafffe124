package dk.rettidig.api;

import dk.rettidig.access.Gated;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A route as the resource beans declare it.
 *
 * @param path the template, without the patterns of its parameters
 * @param produces the first media type of its answers
 * @param consumes the media type of its requests, where it names one
 * @param gated {@code action/purpose}
 */
record Route(String verb, String path, String produces, Optional<String> consumes, String gated) {

    /** All routes of the service, in order; routes that tests bring along are left out. */
    static List<Route> all(BeanManager beans) {
        return beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .distinct()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .filter(type -> !type.getName().matches(".*(IT|Test)(\\$.*)?"))
                .flatMap(Route::of)
                .sorted(java.util.Comparator.comparing(Route::toString))
                .toList();
    }

    private static Stream<Route> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .map(verb -> of(resource, method, verb.value())));
    }

    private static Route of(Class<?> resource, Method method, String verb) {
        String path = (resource.getAnnotation(Path.class).value() + "/"
                        + annotation(method, Path.class).map(Path::value).orElse(""))
                .replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}")
                .replaceAll("//+", "/")
                .replaceAll("(?<=.)/$", "");
        Gated gated = method.getAnnotation(Gated.class);
        return new Route(
                verb,
                path,
                first(resource, method, Produces.class)
                        .map(type -> type.value()[0])
                        .orElse("*/*"),
                first(resource, method, Consumes.class).map(type -> type.value()[0]),
                gated.action().id() + "/" + gated.purpose().id());
    }

    private static <A extends Annotation> Optional<A> first(Class<?> resource, Method method, Class<A> type) {
        return annotation(method, type).or(() -> Optional.ofNullable(resource.getAnnotation(type)));
    }

    private static <A extends Annotation> Optional<A> annotation(Method method, Class<A> type) {
        return Optional.ofNullable(method.getAnnotation(type));
    }

    /** Whether a person looks at it with a browser. */
    boolean page() {
        return produces.startsWith("text/html")
                || path.equals("/language/{tag}")
                || path.equals("/ledger/{index}/proof")
                || path.equals("/deliveries/{id}/quarantine/lines")
                || path.equals("/case-findings/export")
                || path.equals("/case-findings/figures/table")
                || path.equals("/monitoring/withdrawals/{withdrawal}/flags")
                || path.equals("/statistics/figures")
                || path.equals("/documents/{document}/markdown")
                || path.equals("/reidentifications/{id}/ticket")
                || path.equals("/ledger/export")
                || path.equals("/ledger/findings");
    }

    /** Whether it belongs to what is promised to programs. */
    boolean api() {
        return !page();
    }

    /** As the table of {@link PolicyTable} writes it. */
    @Override
    public String toString() {
        return verb + " " + path + " " + produces.replaceAll(";.*", "") + " " + gated;
    }
}
