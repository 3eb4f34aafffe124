package dk.rettidig.handover;

import dk.rettidig.law.BasisId;
import dk.rettidig.law.BasisSignature;
import dk.rettidig.law.BasisSignatures;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Two municipalities whose lawyers have verified the basis of notifications and signed for it; nothing like it is shipped. */
public final class TwoMunicipalities implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("rettidig.policies.directory", verified().toString());
    }

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(Signed.class);
    }

    private static Path verified() {
        Path shipped = Path.of("policies");
        try (Stream<Path> files = Files.walk(shipped)) {
            Path directory = Files.createTempDirectory("verified-policies");
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = directory.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            Path bases = directory.resolve("legal-bases.yaml");
            String text = Files.readString(bases);
            int entry = text.indexOf("  - id: lb.notification\n");
            int end = text.indexOf("confidence:", entry);
            Files.writeString(
                    bases,
                    text.substring(0, end) + "verified_by: \"A. Lawyer\"\n    verified_on: 2026-11-01\n    "
                            + text.substring(end));
            return directory;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Legal reviewers of both have signed. */
    @Alternative
    @Priority(1)
    @Singleton
    static final class Signed implements BasisSignatures {

        private final Clock clock;

        Signed(Clock clock) {
            this.clock = clock;
        }

        @Override
        public Optional<BasisSignature> latest(BasisId basis, String municipality) {
            return List.of("101", "147", "151").contains(municipality)
                    ? Optional.of(new BasisSignature(
                            basis,
                            municipality,
                            clock.instant().minus(Duration.ofDays(1)),
                            "dpia-1",
                            "fria-1",
                            "notices-1",
                            "eu-1"))
                    : Optional.empty();
        }
    }
}
