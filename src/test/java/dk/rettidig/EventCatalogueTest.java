package dk.rettidig;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.rettidig.access.ActorKind;
import dk.rettidig.checkpoint.CheckpointException;
import dk.rettidig.checkpoint.KeyAlgorithm;
import dk.rettidig.checkpoint.KeyName;
import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.feed.Digest;
import dk.rettidig.flag.RunCounts;
import dk.rettidig.ledger.LedgerEvent;
import dk.rettidig.ledger.Recorded;
import dk.rettidig.merkle.Hash;
import dk.rettidig.pseudonym.Pseudonym;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.scoring.ModelRef;
import dk.rettidig.seal.SigningKey;
import dk.rettidig.seal.VerifyingKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everything that can become an entry is listed in one table, made from the code. */
class EventCatalogueTest {

    private static final Path TABLE = Path.of("docs/ledger-events.md");
    private static final Path MADE = Path.of("target/ledger-events.md");
    private static final EventSamples SAMPLES = new EventSamples()
            .with(
                    VerifyingKey.class,
                    () -> SigningKey.generate(new SecureRandom()).verifyingKey())
            .with(VerifierKey.class, EventCatalogueTest::logKey)
            .with(Hash.class, () -> Hash.of(new byte[Hash.LENGTH]))
            .with(Digest.class, () -> Digest.of(new byte[Hash.LENGTH]))
            .with(Pseudonym.class, () -> Pseudonym.of(new byte[Hash.LENGTH]))
            .with(PseudonymDomain.class, () -> PseudonymDomain.parse("999.child_support.1"))
            .with(ModelRef.class, () -> new ModelRef("scorecard", "1.0.0"))
            .with(RunCounts.class, () -> new RunCounts(1, 1, 0, 1, 1));

    private static VerifierKey logKey() {
        try {
            return VerifierKey.of(
                    new KeyName("log.example"),
                    KeyAlgorithm.ED25519,
                    SigningKey.generate(new SecureRandom()).verifyingKey().encoded());
        } catch (CheckpointException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

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

    @Test
    void everyEventSaysWhoseItIsAndWhyItIsOnTheRecord() {
        assertThat(events())
                .allSatisfy(type -> assertThat(type.getAnnotation(Recorded.class))
                        .as("%s needs @Recorded", type.getName())
                        .isNotNull())
                .allSatisfy(
                        type -> assertThat(type.getAnnotation(Recorded.class).ground())
                                .as("%s: a citation", type.getName())
                                .matches(".*(GDPR|AI Act|BL|RSL|FVL).*\\d.*"));
    }

    private static String table(List<Class<?>> events) throws IOException {
        StringBuilder table = new StringBuilder("""
                # What can stand in the ledger

                Made from the code by `EventCatalogueTest`; do not edit. Each feature seals a family of its own; an entry's `type` names
                feature and event. `docs/ledger.md` says what every entry has; the fields here are the event's own, those in *italics* as
                commitments, whose values are erased when their time is over. "Who" is the kind of actor, "ground" why it is on the
                record, beside GDPR 5(2) for all of them. Purpose and legal basis of what was done stand in the gate's decision
                before it, which is an entry as well.

                """);
        String feature = "";
        for (Class<?> event : events) {
            String next = event.getPackageName().substring("dk.rettidig.".length());
            if (!next.equals(feature)) {
                feature = next;
                table.append("\n## ")
                        .append(feature)
                        .append("\n\n| type | when | who | result | ground | fields |\n|---|---|---|---|---|---|\n");
            }
            Set<String> rows = new LinkedHashSet<>();
            for (LedgerEvent sample : SAMPLES.of(event)) {
                rows.add(row(event, sample));
            }
            rows.forEach(table::append);
        }
        return table.toString();
    }

    private static String row(Class<?> event, LedgerEvent sample) throws IOException {
        Recorded recorded = event.getAnnotation(Recorded.class);
        String who = recorded.by().length == 0
                ? "anybody"
                : Arrays.stream(recorded.by()).map(ActorKind::english).collect(Collectors.joining(", "));
        String fields = Stream.concat(
                        sample.fields().open().keySet().stream().map(name -> "`" + name + "`"),
                        sample.fields().committed().keySet().stream().map(name -> "*`" + name + "`*"))
                .collect(Collectors.joining(", "));
        return "| `" + sample.type() + "` | " + meaning(event) + " | " + who + " | "
                + recorded.result().word() + " | " + recorded.ground() + " | " + fields + " |\n";
    }

    /** The first sentence of the event's own description. */
    private static String meaning(Class<?> event) throws IOException {
        Class<?> outer = event.getEnclosingClass() == null ? event : event.getEnclosingClass();
        String source =
                Files.readString(Path.of("src/main/java/" + outer.getName().replace('.', '/') + ".java"));
        Matcher about = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@Recorded\\((?:[^()]|\\([^()]*\\))*\\)\\s*)?(?:public )?record "
                                + event.getSimpleName() + "\\b",
                        Pattern.DOTALL)
                .matcher(source);
        assertThat(about.find()).as("%s has a description", event.getName()).isTrue();
        String text = about.group(1)
                .replaceAll("\\s*\\n\\s*\\*?\\s*", " ")
                .replaceAll("\\s*\\*?\\s*@param.*", "")
                .replaceAll("\\{@(?:code|link) ([^}]*)\\}", "$1")
                .replace("|", "/")
                .strip()
                .replaceAll("^[a-z_.]+: ", "");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
