package dk.rettidig;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.rettidig.ledger.LedgerEvent;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Everything that can become an entry is listed in one table, made from the code. */
class EventCatalogueTest {

    private static final Path TABLE = Path.of("docs/ledger-events.md");
    private static final Path MADE = Path.of("target/ledger-events.md");

    @Test
    void theTableListsExactlyTheEventsThatExist() throws IOException {
        String made = table(events());
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made, StandardCharsets.UTF_8);

        assertThat(Files.readString(TABLE, StandardCharsets.UTF_8))
                .as("docs/ledger-events.md differs; when the change is meant, copy " + MADE + " over it")
                .isEqualTo(made);
    }

    @Test
    void everyEventIsAValue() {
        assertThat(events())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.isRecord())
                        .as("%s is a record", type.getName())
                        .isTrue());
    }

    private static List<Class<?>> events() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dk.rettidig").stream()
                        .filter(type -> type.isAssignableTo(LedgerEvent.class) && !type.isInterface())
                        .filter(type -> !type.getPackageName().startsWith("dk.rettidig.cli")) // load of benchmarks
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    private static String table(List<Class<?>> events) {
        return "# What can stand in the ledger\n\nMade from the code by `EventCatalogueTest`; do not edit. Each feature"
                + " seals a family of its own; an entry's `type` names feature and event.\n\n"
                + "| feature | event | made of |\n|---|---|---|\n"
                + events.stream().map(EventCatalogueTest::row).collect(Collectors.joining());
    }

    private static String row(Class<?> event) {
        String feature = event.getPackageName().substring("dk.rettidig.".length());
        RecordComponent[] components = event.isRecord() ? event.getRecordComponents() : new RecordComponent[0];
        String fields = Arrays.stream(components)
                .map(component ->
                        "`" + component.getName() + "` " + component.getType().getSimpleName())
                .collect(Collectors.joining(", "));
        return "| " + feature + " | " + event.getSimpleName() + " | " + fields + " |\n";
    }
}
