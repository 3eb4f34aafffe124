package dk.rettidig.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who can read the child's sex: the count and the child's own extract (ADR 0150). */
class StatedSexTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dk.rettidig");

    /** The outermost classes that use one. */
    private static Set<String> users(String name) {
        return CLASSES.get("dk.rettidig.notification." + name).getDirectDependenciesToSelf().stream()
                .map(each -> outermost(each.getOriginClass()))
                .filter(user -> !name.endsWith(user))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String outermost(JavaClass type) {
        return type.getEnclosingClass().map(StatedSexTest::outermost).orElse(type.getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "StatedSexes, NotificationArrivals NotificationDesk SqlStatedSexes",
        "SexesOfChild, NotificationPassages SqlStatedSexes",
        "statistics.CountedSexes, Publication SqlCountedSexes",
        "ChildSex, ArrivalReader Categories CountedSexes NotificationCount NotificationDraft NotificationPage "
                + "NotificationPassages Publication SexesOfChild SqlCountedSexes SqlStatedSexes StatedSexes"
    })
    void isUsedByIntakeTheCountAndTheExtractAlone(String name, String users) {
        assertThat(users(name)).containsExactly(users.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "notification_sex, SqlStatedSexes.java",
        "sex_for_extract, SqlStatedSexes.java",
        "sex_for_counting, SqlCountedSexes.java"
    })
    void isNamedInTheStatementsOfOneClass(String word, String only) throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            Set<String> naming = new TreeSet<>();
            for (Path source :
                    sources.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (Files.readString(source).matches("(?s).*\\b" + word + "\\b.*")) {
                    naming.add(source.getFileName().toString());
                }
            }
            assertThat(naming).containsExactly(only);
        }
    }

    @Test
    void aNotificationHasNoneToShow() {
        assertThat(Stream.of(Notification.class, Notifications.Filed.class, Notifications.Listing.class)
                        .flatMap(type -> Stream.of(type.getRecordComponents()))
                        .map(part -> part.getName().toLowerCase(java.util.Locale.ROOT)))
                .isNotEmpty()
                .noneMatch(part -> part.contains("sex"));
    }
}
