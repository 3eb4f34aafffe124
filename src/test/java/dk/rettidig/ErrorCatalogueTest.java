package dk.rettidig;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.rettidig.fault.ErrorCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Error codes are stable for ever: all are listed in one table, and the table lists nothing else. */
class ErrorCatalogueTest {

    private static final Path TABLE = Path.of("docs/errors.md");
    private static final Path MADE = Path.of("target/errors.md");

    @Test
    void theTableListsExactlyTheCodesThatExist() throws IOException {
        String made = table(codes());
        Files.createDirectories(MADE.getParent());
        Files.writeString(MADE, made, StandardCharsets.UTF_8);

        assertThat(Files.readString(TABLE, StandardCharsets.UTF_8))
                .as("docs/errors.md differs; when the change is meant, copy " + MADE + " over it")
                .isEqualTo(made);
    }

    @Test
    void noTwoErrorsShareACode() throws IOException {
        assertThat(codes().stream().map(ErrorCode::code).toList()).doesNotHaveDuplicates();
    }

    @Test
    void everyCodeIsSnakeCaseAndSaysWhatToDoInTwoLanguages() throws IOException {
        assertThat(codes()).allSatisfy(code -> {
            assertThat(code.code()).matches("[a-z][a-z0-9_]+");
            assertThat(code.status()).isBetween(400, 599);
            assertThat(code.danish()).isNotBlank().endsWith(".");
            assertThat(code.english()).isNotBlank().endsWith(".");
        });
    }

    private static List<ErrorCode> codes() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("dk.rettidig").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(ErrorCode.class::cast)
                        .sorted(Comparator.comparing(ErrorCode::code))
                        .toList();
    }

    private static String table(List<ErrorCode> codes) {
        return codes.stream()
                .map(code -> "| <a id=\"%s\"></a>`%s` | %d | %s | %s |"
                        .formatted(code.code(), code.code(), code.status(), code.danish(), code.english()))
                .collect(Collectors.joining(
                        "\n",
                        "# Error codes\n\nEvery problem (RFC 9457) carries one of these in `code`. Codes never change meaning. "
                                + "Refusals of the gate have the code `gate_refused` (403) and name the rule and its citation "
                                + "in `rules`.\n\n| code | status | dansk | English |\n|---|---|---|---|\n",
                        "\n"));
    }
}
