package dk.rettidig.access;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of actor, by the word that policies, roles of the identity provider and entries use. */
public enum ActorKind {
    REGISTRY("registry", "kildesystem", "registry"),
    DATA_TEAM_PERSON("data_team_person", "datateam", "data team"),
    CASEWORKER("caseworker", "børne- og ungerådgiver", "caseworker"),
    TEAM_LEADER("team_leader", "faglig leder", "team leader"),
    LEGAL_REVIEWER("legal_reviewer", "juridisk gennemgang", "legal reviewer"),
    DATA_PROTECTION_OFFICER("data_protection_officer", "databeskyttelsesrådgiver (DPO)", "data protection officer"),
    CITIZENS_ADVISER("citizens_adviser", "borgerrådgiver", "citizens' adviser"),
    MODEL_OWNER("model_owner", "modelansvarlig", "model owner"),
    OPERATOR("operator", "drift", "operator"),
    VERIFIER("verifier", "godkendt kontrollant", "authorised verifier"),
    SCHEDULER("scheduler", "planlagt job", "scheduled job"),
    AUTHORITY("authority", "pseudonymmyndighed", "pseudonym authority"),
    WITNESS("witness", "medunderskriver", "witness"),
    PUBLIC("public", "offentligheden", "the public");

    private final String id;
    private final String danish;
    private final String english;

    ActorKind(String id, String danish, String english) {
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** The word in policies, roles and entries. */
    public String id() {
        return id;
    }

    /** The word on Danish pages. */
    public String danish() {
        return danish;
    }

    /** The word on English pages. */
    public String english() {
        return english;
    }

    /** Parses the word of a role. */
    public static Optional<ActorKind> parse(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id.equals(id)).findFirst();
    }
}
