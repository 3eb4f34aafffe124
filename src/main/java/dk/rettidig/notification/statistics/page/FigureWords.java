package dk.rettidig.notification.statistics.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the page about figures in Danish; English stands in {@code messages/figures_en.properties}. */
@MessageBundle("figures")
public interface FigureWords {

    @Message("Tal om underretninger")
    String title();

    @Message(
            "Tallene er talt én gang for hver periode og beskyttet, før nogen ser dem. De siger intet om det enkelte barn.")
    String text();

    @Message("Sammenlign kommuner")
    String compare();

    @Message("Drøftelser af tal")
    String discussions();

    @Message("Åbn en drøftelse af et af tallene")
    String discuss();

    @Message("Periode")
    String period();

    @Message("Fordelt på")
    String by();

    @Message("Udgave")
    String edition();

    @Message("Vis")
    String show();

    @Message("Udgave {name}")
    String heading(String name);

    @Message(
            "Talt den {day}. Hvert tal ligger i 95 af 100 tilfælde højst {margin} fra det, der blev talt, og summer går derfor ikke op.")
    String counted(String day, String margin);

    @Message("Kommunen begyndte at registrere her i løbet af perioden. Tallene er ikke hele perioden.")
    String partial();

    @Message("Udgaven blev talt, før der var tal fordelt på dette. Den tælles ikke igen.")
    String notCounted();

    @Message(
            "Andele vises kun, hvor tallene er store nok til, at de siger noget. En, der underretter ofte, gør det rigtige; et lavt tal kan være et lavt tal.")
    String reading();

    @Message("Underretninger gennem tiden")
    String overTime();

    @Message("Hent tallene som CSV")
    String download();

    @Message("Ingen tal endnu")
    String emptyTitle();

    @Message("En måned tælles 30 dage efter, at den er slut, et år 60 dage efter. Så kommer tallene her.")
    String emptyText();
}
