package dk.rettidig.access.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of sign-in and front page in Danish; English stands in {@code messages/access_en.properties}. */
@MessageBundle("access")
public interface AccessWords {

    @Message("Log ind")
    String signInTitle();

    @Message("Se i rette tid, at et barn kan have brug for hjælp")
    String promise();

    @Message(
            "Rettidig siger kun: nogen bør se på dette. Den, der ser på det, er et menneske, og det er et menneske, der konkluderer.")
    String promiseText();

    @Message("Vælg, hvem du vil være i demonstrationen")
    String demoTitle();

    @Message("Fem opdigtede personer i den opdigtede kommune 999. Ét klik, ingen adgangskode.")
    String demoText();

    @Message("Log ind som {name}")
    String signInAs(String name);

    @Message("Gennemgår markeringer, skriver sin egen faglige vurdering og konkluderer.")
    String doesCaseworker();

    @Message("Starter beregninger og følger, om markeringerne bliver læst.")
    String doesTeamLeader();

    @Message("Efterprøver protokollen. Ser, hvem der gjorde hvad, på hvilken hjemmel. Kan intet ændre.")
    String doesDpo();

    @Message("Følger leverancer og får rettet rækker, der er holdt tilbage.")
    String doesDataTeam();

    @Message("Log ind med din kommunes login")
    String oidcTitle();

    @Message(
            "Du logger ind samme sted som til kommunens øvrige systemer. Kommer du ikke videre derfra, så kontakt kommunens IT-support.")
    String oidcText();

    @Message("Fortsæt til kommunens login")
    String oidcLink();

    @Message("Der er et problem")
    String problemTitle();

    @Message("Du blev ikke logget ind. Vælg en person, og prøv igen.")
    String failed();

    @Message("I dag")
    String homeTitle();

    @Message("Goddag, {name}")
    String greeting(String name);

    @Message("Intet venter på dig lige nu")
    String nothingTitle();

    @Message("Alt, der kræver dig, er gjort. Kommer der noget, står det her.")
    String nothingText();
}
