package dk.rettidig;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dk.rettidig.gate.GatedErasure;
import dk.rettidig.law.Retained;
import dk.rettidig.ledger.Ledger;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The plan of the house as rules: who may depend on whom, which library lives where, and what nobody does. */
class ArchitectureTest {

    private static final String ROOT = "dk.rettidig.";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dk.rettidig");

    private static final Set<String> CORE =
            Set.of("gate", "law", "indicator", "pseudonym", "access", "ledger", "merkle", "checkpoint", "seal");

    /** What each feature may depend on besides itself, {@code fault}, {@code store} and {@code web} (docs/architecture.md). */
    private static final Map<String, Set<String>> ARROWS = arrows();

    private static Map<String, Set<String>> arrows() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        arrows.put("fault", Set.of());
        arrows.put("law", Set.of());
        arrows.put("access", Set.of("law"));
        arrows.put("pseudonym", Set.of("seal"));
        arrows.put("seal", Set.of());
        arrows.put("merkle", Set.of());
        arrows.put("checkpoint", Set.of("merkle"));
        arrows.put("indicator", Set.of("pseudonym"));
        arrows.put("ledger", Set.of("merkle", "checkpoint", "seal", "access", "law"));
        arrows.put("gate", Set.of("law", "indicator", "pseudonym", "access", "ledger"));
        arrows.put("store", Set.of("access", "law"));
        arrows.put("web", Set.of());
        arrows.put("text", Set.of("pseudonym"));
        arrows.put("scope", CORE);
        arrows.put("authority", CORE);
        arrows.put("feed", and(CORE, "scope"));
        arrows.put("scoring", Set.of("indicator", "law", "seal"));
        arrows.put("modelling", and(CORE, "scoring", "synthetic"));
        arrows.put("conversion", and(CORE, "scope", "feed"));
        arrows.put("flag", and(CORE, "scope", "feed", "scoring"));
        arrows.put("review", and(CORE, "text", "flag", "scoring"));
        arrows.put(
                "monitoring",
                and(CORE, "statistics", "text", "scope", "flag", "review", "feed", "scoring", "modelling"));
        arrows.put("statistics", Set.of());
        arrows.put("casefile", and(CORE, "text", "scope", "feed", "notification", "followup", "statistics"));
        arrows.put("notification", and(CORE, "text", "scope", "feed", "statistics"));
        arrows.put("followup", and(CORE, "text", "notification", "handover", "statistics"));
        arrows.put("guideline", and(CORE, "text"));
        arrows.put("handover", and(CORE, "text", "feed", "conversion", "notification"));
        arrows.put("synthetic", Set.of("indicator", "pseudonym"));
        arrows.put("verifier", Set.of("merkle", "checkpoint"));
        arrows.put("witness", Set.of("merkle", "checkpoint", "seal"));
        arrows.put(
                "oversight",
                and(
                        CORE,
                        "text",
                        "scope",
                        "feed",
                        "scoring",
                        "modelling",
                        "flag",
                        "review",
                        "conversion",
                        "monitoring",
                        "casefile",
                        "notification",
                        "followup",
                        "guideline",
                        "handover"));
        return arrows;
    }

    private static Set<String> and(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Arrays.stream(more))
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    @TestFactory
    Stream<DynamicTest> eachFeatureDependsOnlyOnWhatThePlanAllows() {
        return ARROWS.entrySet().stream()
                .map(arrow -> DynamicTest.dynamicTest(
                        arrow.getKey(),
                        () -> onlyDependsOn(arrow.getKey(), arrow.getValue()).check(CLASSES)));
    }

    private static ArchRule onlyDependsOn(String feature, Set<String> allowed) {
        List<String> packages = new java.util.ArrayList<>();
        packages.add(ROOT + feature + "..");
        packages.add(ROOT + "fault..");
        if (!Set.of("fault", "merkle", "checkpoint", "verifier", "witness", "synthetic")
                .contains(feature)) {
            packages.add(ROOT + "web..");
            packages.add(ROOT + "store..");
        }
        allowed.forEach(name -> packages.add(ROOT + name + ".."));
        return noClasses()
                .that()
                .resideInAPackage(ROOT + feature + "..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dk.rettidig..").and(resideOutsideOfPackages(packages.toArray(String[]::new))))
                .allowEmptyShould(true);
    }

    @Test
    void thePlanNamesEveryFeature() {
        Set<String> features = CLASSES.stream()
                .map(type -> type.getPackageName().substring("dk.rettidig".length()))
                .filter(name -> !name.isEmpty())
                .map(name -> name.replaceFirst("^\\.([^.]+).*", "$1"))
                .collect(java.util.stream.Collectors.toSet());

        features.removeAll(ARROWS.keySet());

        assertThat(features).containsExactly("cli");
    }

    @Test
    void noPackageTakesPartInACycle() {
        slices().matching("dk.rettidig.(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching("dk.rettidig.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nobodyOutsideAFeatureTouchesItsStoreOrItsWebPart() {
        for (String feature : ARROWS.keySet()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + feature + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            ROOT + feature + ".store..", ROOT + feature + ".rest..", ROOT + feature + ".page..")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void storeAndWebPartsPointInward() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..store..", "..rest..", "..page..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dk.rettidig..store..", "dk.rettidig..rest..", "dk.rettidig..page..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void onlyStoresUseWhatStoresShare() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dk.rettidig..store..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dk.rettidig.store..")
                .check(CLASSES);
    }

    @Test
    void entitiesAndRepositoriesAreNeverSeenOutsideTheirStore() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .or()
                .areAssignableTo(PanacheRepositoryBase.class)
                .should()
                .resideInAPackage("dk.rettidig..store..")
                .andShould()
                .bePackagePrivate()
                .check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> librariesStayWhereThePlanPutsThem() {
        Map<String, List<String>> homes = new TreeMap<>(Map.of(
                "org.tribuo..", List.of("dk.rettidig.scoring..", "dk.rettidig.modelling.."),
                "de.focus_shift..", List.of("dk.rettidig.law.calendar.."),
                "org.bouncycastle..",
                        List.of("dk.rettidig.pseudonym..", "dk.rettidig.checkpoint..", "dk.rettidig.seal.."),
                "com.cedarpolicy..", List.of("dk.rettidig.gate.."),
                "jakarta.persistence..", List.of("dk.rettidig..store.."),
                "io.quarkus.hibernate..", List.of("dk.rettidig..store.."),
                "org.hibernate..", List.of("dk.rettidig..store.."),
                "jakarta.ws.rs..", List.of("dk.rettidig..rest..", "dk.rettidig..page..", "dk.rettidig.web.."),
                "io.quarkus.qute..",
                        List.of(
                                "dk.rettidig..page..",
                                "dk.rettidig.web..",
                                "dk.rettidig.cli.companion..",
                                "dk.rettidig.modelling.evaluation.."),
                "io.zonky..", List.of("dk.rettidig.cli..")));
        homes.put("org.apache.commons.statistics..", List.of("dk.rettidig.statistics.."));
        return homes.entrySet().stream()
                .map(home -> DynamicTest.dynamicTest(
                        home.getKey(),
                        () -> noClasses()
                                .that(resideOutsideOfPackages(home.getValue().toArray(String[]::new)))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(home.getKey())
                                .check(CLASSES)));
    }

    @Test
    void treeArithmeticNeedsNothingButTheJdk() {
        noClasses()
                .that()
                .resideInAPackage("dk.rettidig.merkle..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages("dk.rettidig.merkle..", "java..", "org.jspecify.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theVerifierSharesOnlyTreeAndCheckpointWithTheServer() {
        noClasses()
                .that()
                .resideInAPackage("dk.rettidig.verifier..")
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(
                        "dk.rettidig.verifier..",
                        "dk.rettidig.merkle..",
                        "dk.rettidig.checkpoint..",
                        "java..",
                        "com.fasterxml.jackson..",
                        "org.jspecify.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(java.time.ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(CLASSES);
    }

    @Test
    void nobodyPrintsOutsideTheCommands() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dk.rettidig.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(CLASSES);
    }

    @Test
    void chanceIsSeededOrSecure() {
        noClasses()
                .should()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(CLASSES);
    }

    @Test
    void nobodyThrowsABareException() {
        classes().should(new NoBareExceptions()).check(CLASSES);
    }

    @Test
    void everyRetentionOfAFeatureErasesThroughTheGate() {
        classes()
                .that()
                .implement(Retained.class)
                .and()
                .resideOutsideOfPackage("dk.rettidig.ledger..") // below the gate; asked by oversight.LedgerRetention
                .should()
                .dependOnClassesThat()
                .areAssignableTo(GatedErasure.class)
                .check(CLASSES);
    }

    @Test
    void onlyReviewConstructsAnOutcome() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dk.rettidig.review..")
                .should()
                .callConstructorWhere(
                        new com.tngtech.archunit.base.DescribedPredicate<JavaConstructorCall>(
                                "the target is an outcome of a review") {
                            @Override
                            public boolean test(JavaConstructorCall call) {
                                return call.getTargetOwner().getName().startsWith("dk.rettidig.review.Outcome");
                            }
                        })
                .check(CLASSES);
    }

    /** {@code Covered} comes from {@code Ledger.await}, or from a row in which what it returned was kept. */
    @Test
    void onlyTheLedgerSaysThatACheckpointCoversAnEntry() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dk.rettidig.ledger..", "dk.rettidig..store..")
                .should()
                .callConstructorWhere(
                        new com.tngtech.archunit.base.DescribedPredicate<JavaConstructorCall>(
                                "the target is Ledger.Covered") {
                            @Override
                            public boolean test(JavaConstructorCall call) {
                                return call.getTargetOwner().isEquivalentTo(Ledger.Covered.class);
                            }
                        })
                .check(CLASSES);
    }

    /** The records of the routes and of the commands that read an answer only write down or read what a desk gave. */
    @Test
    void aReceiptIsMadeOfTheCheckpointThatCoversItsEntry() {
        List<JavaClass> receipts = CLASSES.stream()
                .filter(type -> type.getSimpleName().endsWith("Receipt"))
                .filter(resideOutsideOfPackages("dk.rettidig..rest..", "dk.rettidig.cli.."))
                .toList();

        assertThat(receipts)
                .hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(type -> assertThat(type.getConstructors())
                        .allSatisfy(made -> assertThat(made.getRawParameterTypes())
                                .anyMatch(part -> part.isEquivalentTo(Ledger.Covered.class))));
    }

    @Test
    void onlyTheCommandsAndTheVaultKnowNumbers() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dk.rettidig.cli..", "dk.rettidig.pseudonym..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("dk\\.rettidig\\.pseudonym\\.(CprNumber.*|vault\\..*)")
                .check(CLASSES);
    }

    @Test
    void ofPseudonymsOnlyTheVaultUsesSeals() {
        noClasses()
                .that()
                .resideInAPackage("dk.rettidig.pseudonym")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dk.rettidig.seal..")
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        Set<String> without = CLASSES.stream()
                .map(JavaClass::getPackage)
                .filter(one -> one.getClasses().stream()
                        .anyMatch(type -> !type.getSimpleName().isEmpty()))
                .filter(one -> !one.tryGetPackageInfo().isPresent())
                .map(com.tngtech.archunit.core.domain.JavaPackage::getName)
                .filter(name -> !name.equals("dk.rettidig") && name.startsWith("dk.rettidig"))
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));

        assertThat(without).isEmpty();
    }

    private static final class NoBareExceptions extends ArchCondition<JavaClass> {

        private static final Set<String> BARE =
                Set.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Error", "java.lang.Throwable");

        NoBareExceptions() {
            super("construct no bare Exception, RuntimeException, Error or Throwable");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            for (JavaConstructorCall call : type.getConstructorCallsFromSelf()) {
                boolean superCall = call.getOrigin().isConstructor();
                if (!superCall && BARE.contains(call.getTargetOwner().getName())) {
                    events.add(SimpleConditionEvent.violated(type, call.getDescription()));
                }
            }
        }
    }
}
