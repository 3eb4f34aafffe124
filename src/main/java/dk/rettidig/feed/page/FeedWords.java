package dk.rettidig.feed.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the delivery pages in Danish; English stands in {@code messages/feed_en.properties}. */
@MessageBundle("feed")
public interface FeedWords {

    @Message("Leverancer")
    String title();

    @Message("De seneste leverancer fra kommunens kildesystemer, nyeste først.")
    String text();

    @Message("Leverance")
    String delivery();

    @Message("Begyndt")
    String started();

    @Message("Sluttet")
    String ended();

    @Message("Leveringsaftale")
    String agreement();

    @Message("Kildesystem")
    String registry();

    @Message("Status")
    String state();

    @Message("Gyldige rækker")
    String valid();

    @Message("Tilbageholdte rækker")
    String quarantined();

    @Message("Gentagne rækker")
    String repeated();

    @Message("Grund")
    String reason();

    @Message("Følgeseddel")
    String note();

    @Message("SHA-256 af indholdet")
    String digest();

    @Message("Ingen leverancer endnu")
    String emptyTitle();

    @Message("Når et kildesystem leverer, står leverancen her, også hvis den bliver afvist.")
    String emptyText();

    @Message("Se de tilbageholdte linjer")
    String seeLines();

    @Message(
            "Leverancen er afvist som helhed. Intet af den er brugt eller gemt. Ret filen, og send den igen med en ny følgeseddel.")
    String rejected();

    @Message("Leverancen er ved at blive læst. Intet af den gælder endnu.")
    String running();

    @Message("Tilbageholdte linjer")
    String linesTitle();

    @Message(
            "Vi gemmer linjens nummer og grunden, aldrig hvad der stod. Find linjen i din egen fil, ret den, og lever perioden igen.")
    String linesText();

    @Message("Linje")
    String line();

    @Message("Hvad skal rettes")
    String what();

    @Message("Kode")
    String code();

    @Message("Hent alle linjer som fil (CSV)")
    String download();

    @Message("Flere linjer")
    String more();

    @Message("Ingen linjer er holdt tilbage.")
    String noLines();

    @Message("Til leverancerne")
    String toList();

    @Message("Til leverancen")
    String toDelivery();
}
