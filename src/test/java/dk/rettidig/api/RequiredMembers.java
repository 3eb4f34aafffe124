package dk.rettidig.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/** Says which members are always there: those of a record that are neither nullable nor optional. */
final class RequiredMembers {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);

    private final IndexView index;

    RequiredMembers(IndexView index) {
        this.index = index;
    }

    void complete(Components components) {
        Map<String, Schema> schemas = components.getSchemas();
        for (AnnotationInstance annotation : index.getAnnotations(SCHEMA)) {
            if (annotation.value("name") == null
                    || annotation.target().kind() != org.jboss.jandex.AnnotationTarget.Kind.CLASS) {
                continue;
            }
            Schema schema = schemas.get(annotation.value("name").asString());
            if (schema != null && schema.getRequired() == null) {
                List<String> required = required(annotation.target().asClass());
                schema.setRequired(required.isEmpty() ? null : required);
            }
        }
    }

    private static List<String> required(ClassInfo type) {
        return type.recordComponentsInDeclarationOrder().stream()
                .filter(RequiredMembers::always)
                .map(component -> snakeCase(component.name()))
                .toList();
    }

    private static boolean always(RecordComponentInfo component) {
        return !component.type().hasAnnotation(NULLABLE)
                && !component.hasAnnotation(NULLABLE)
                && !component.type().name().toString().startsWith("java.util.Optional");
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
