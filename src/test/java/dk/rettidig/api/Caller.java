package dk.rettidig.api;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.testing.Session;
import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.security.TestIdentityAssociation;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Somebody who asks over HTTP: one of the demonstration's people with a session, a person as an identity provider presents
 * them, a program, or nobody.
 *
 * @param kind the column of {@link PolicyTable}
 * @param cookies what every request of the caller carries
 * @param identity whom Quarkus takes the caller for, where no cookie says it
 */
record Caller(String name, String kind, Map<String, String> cookies, Optional<SecurityIdentity> identity) {

    /** Everybody who can ask. */
    static Stream<String> names() {
        return Stream.of(
                        Arrays.stream(DemoPerson.values()).map(DemoPerson::username),
                        Stream.of("legal_reviewer", "citizens_adviser", "model_owner", "operator", "verifier"),
                        // Who signs in as what never signs in, as two things, for no municipality or as nothing is
                        // nobody.
                        Stream.of("registry", "scheduler", "authority", "witness", "public", "admin"),
                        Stream.of("caseworker+data_protection_officer", "caseworker without a municipality", "nobody"))
                .flatMap(Function.identity());
    }

    static Caller named(String name) {
        Optional<DemoPerson> person = DemoPerson.named(name);
        if (person.isPresent()) {
            return new Caller(name, person.get().kind().id(), Session.cookies(person.get()), Optional.empty());
        }
        return switch (name) {
            case "nobody" -> new Caller(name, "public", Map.of(), Optional.empty());
            case "caseworker without a municipality" ->
                new Caller(name, "public", Map.of(), identity("caseworker", false));
            case "operator", "verifier" -> new Caller(name, name, Map.of(), identity(name, false));
            case "legal_reviewer", "citizens_adviser", "model_owner" ->
                new Caller(name, name, Map.of(), identity(name, true));
            default -> new Caller(name, "public", Map.of(), identity(name, true));
        };
    }

    private static Optional<SecurityIdentity> identity(String roles, boolean municipal) {
        QuarkusSecurityIdentity.Builder identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal("test-person"));
        Arrays.stream(roles.split("\\+")).forEach(identity::addRole);
        if (municipal) {
            identity.addAttribute("municipality", MunicipalityCode.SYNTHETIC.value());
        }
        return Optional.of(identity.build());
    }

    /** Whether the record names the caller's refusals one by one; nobody's are counted. */
    boolean known() {
        return !kind.equals("public");
    }

    /** Does something as the caller. */
    <T> T asking(Function<RequestSpecification, T> request) {
        TestIdentityAssociation association =
                Arc.container().instance(TestIdentityAssociation.class).get();
        identity.ifPresent(association::setTestIdentity);
        try {
            return request.apply(RestAssured.given().redirects().follow(false).cookies(cookies));
        } finally {
            association.setTestIdentity(null);
        }
    }
}
