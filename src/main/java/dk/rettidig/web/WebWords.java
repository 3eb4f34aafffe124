package dk.rettidig.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page shell and of error pages in Danish; English stands in {@code messages/web_en.properties}. */
@MessageBundle("web")
public interface WebWords {

    @Message("Gå til indhold")
    String skipLink();

    @Message("Der er et problem")
    String problemTitle();

    @Message("Hovedmenu")
    String navigation();

    @Message("Tilbage")
    String back();

    @Message("Log ud")
    String signOut();

    @Message("Log ind")
    String signIn();

    @Message("Du er logget ind som")
    String signedInAs();

    @Message("Syntetiske data")
    String syntheticTag();

    @Message("Demonstration i kommune 999. Ingen af børnene findes.")
    String syntheticText();

    @Message("Rettidig afgør intet. Hver konklusion er et menneskes.")
    String decidesNothing();

    @Message("Regelsæt")
    String policySet();

    @Message("Kontrolpunkt")
    String checkpoint();

    @Message("{count} indførsler")
    String checkpointSize(String count);

    @Message("Fejlnummer")
    String correlation();

    @Message("Nævn nummeret, hvis du beder om hjælp. Det siger intet om noget barn.")
    String correlationHint();

    @Message("Til forsiden")
    String toHome();

    @Message("Regel")
    String rule();

    @Message("Henvisning")
    String citation();

    @Message("Forsøget er indført i protokollen. Det bliver afslag altid, også når ingen har gjort noget forkert.")
    String refusalRecorded();

    @Message("Siden findes ikke, eller du må ikke se den")
    String notFoundTitle();

    @Message("Tjek adressen, eller gå til forsiden. Er siden noget, du skulle kunne se, så spørg din faglige leder.")
    String notFoundText();

    @Message("Du har ikke adgang til dette")
    String refusedTitle();

    @Message("En kollega nåede det først")
    String conflictTitle();

    @Message("Intet er gået tabt. Gå tilbage og se, hvad der er sket, før du gør mere.")
    String conflictText();

    @Message("Tjenesten svarer ikke lige nu")
    String unavailableTitle();

    @Message("Intet er sket, og intet er gemt halvt. Prøv igen om et øjeblik.")
    String unavailableText();

    @Message("Siden skal åbnes forfra")
    String badRequestTitle();

    @Message(
            "Formularen kunne ikke læses, ofte fordi siden har stået åben længe. Gå tilbage, opdater siden, og prøv igen.")
    String badRequestText();

    @Message("Noget gik galt hos os")
    String internalTitle();
}
