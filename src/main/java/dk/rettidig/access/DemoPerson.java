package dk.rettidig.access;

import java.util.Arrays;
import java.util.Optional;

/**
 * The five people of the demonstration, visibly invented, all of the synthetic municipality 999. They exist only while
 * {@code rettidig.demo.people} is set; people of a real municipality sign in by OIDC.
 */
public enum DemoPerson {
    CASEWORKER_ONE("demo-raadgiver-1", "Demo-rådgiver Et", ActorKind.CASEWORKER),
    CASEWORKER_TWO("demo-raadgiver-2", "Demo-rådgiver To", ActorKind.CASEWORKER),
    TEAM_LEADER("demo-leder", "Demo-leder", ActorKind.TEAM_LEADER),
    DATA_PROTECTION_OFFICER("demo-dpo", "Demo-DPO", ActorKind.DATA_PROTECTION_OFFICER),
    DATA_TEAM("demo-data", "Demo-datateam", ActorKind.DATA_TEAM_PERSON);

    private final String username;
    private final String displayName;
    private final ActorKind kind;

    DemoPerson(String username, String displayName, ActorKind kind) {
        this.username = username;
        this.displayName = displayName;
        this.kind = kind;
    }

    /** The name to sign in with. */
    public String username() {
        return username;
    }

    /** The name on pages. */
    public String displayName() {
        return displayName;
    }

    /** What the person does. */
    public ActorKind kind() {
        return kind;
    }

    /** The person with this name to sign in with. */
    public static Optional<DemoPerson> named(String username) {
        return Arrays.stream(values())
                .filter(person -> person.username.equals(username))
                .findFirst();
    }
}
