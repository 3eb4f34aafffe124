package dk.rettidig.law;

import java.util.Arrays;
import java.util.Optional;

/** What data may be used for; a request names exactly one. The register is {@code policies/purposes} in {@code legal-bases.yaml}. */
public enum Purpose {
    CHILD_SUPPORT("child_support", "støtte til barnet", "support for the child"),
    SUPERVISION("supervision", "tilsyn", "supervision by the data protection officer or legal reviewer"),
    MODEL_DEVELOPMENT("model_development", "udvikling af model", "development of a model"),
    ADMINISTRATION("administration", "drift og administration", "running the service"),
    PUBLIC_ACCOUNT("public_account", "offentlig kontrol", "public accountability");

    private final String id;
    private final String danish;
    private final String english;

    Purpose(String id, String danish, String english) {
        this.id = id;
        this.danish = danish;
        this.english = english;
    }

    /** The word in policies, columns and entries. */
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

    /** Parses the word of policies and requests. */
    public static Optional<Purpose> parse(String id) {
        return Arrays.stream(values()).filter(value -> value.id.equals(id)).findFirst();
    }
}
