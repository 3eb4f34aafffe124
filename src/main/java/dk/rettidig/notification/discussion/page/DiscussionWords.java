package dk.rettidig.notification.discussion.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about discussions in Danish; English stands in {@code messages/discussion_en.properties}. */
@MessageBundle("discussion")
public interface DiscussionWords {

    @Message("Drøftelser af tal")
    String title();

    @Message("Hvad vi ser i et offentliggjort tal, hvad vi gør ved det, og hvordan det samme tal er "
            + "i næste periode. Intet handler om et enkelt barn.")
    String text();

    @Message("Se tallene")
    String figures();

    @Message("Ingen drøftelser endnu")
    String emptyTitle();

    @Message("Vælg en udgave under Tal og åbn en drøftelse derfra.")
    String emptyText();

    @Message("Tal")
    String figure();

    @Message("Udgave")
    String edition();

    @Message("Åbnet")
    String opened();

    @Message("Åbne handlinger")
    String open();

    @Message("Efter fristen")
    String overdue();

    @Message("Åbn en drøftelse")
    String openTitle();

    @Message("Tallet skrives i loggen præcis, som det er vist, med sin usikkerhed.")
    String openText();

    @Message("Hvilket tal")
    String chooseFigure();

    @Message("Hvad ser vi")
    String seen();

    @Message("20 til 4.000 tegn. Skriv ikke om enkelte børn og ingen cpr-numre.")
    String seenHint();

    @Message("Åbn drøftelsen")
    String submitOpen();

    @Message("Før og efter")
    String before();

    @Message("Tallet, der startede drøftelsen")
    String started();

    @Message("Beskyttelse, højst")
    String margin();

    @Message("Interval (95 af 100)")
    String interval();

    @Message("Ændring")
    String change();

    @Message("Intervallet er beskyttelsen og den tilfældighed, der altid er i en optælling, lagt "
            + "sammen. Underretninger om samme barn kommer ofte sammen, så det virkelige interval er "
            + "snarere bredere. Overlapper to intervaller, kan tilfældighed forklare ændringen. Også "
            + "et klart fald eller en klar stigning siger ikke, at handlingen var årsagen.")
    String reading();

    @Message("Næste udgave er ikke offentliggjort endnu.")
    String noLater();

    @Message("Handlinger")
    String actions();

    @Message("Ingen handlinger endnu.")
    String noActions();

    @Message("Hvad")
    String kind();

    @Message("Over for hvem")
    String whom();

    @Message("Aftale")
    String note();

    @Message("Ansvarlig")
    String responsible();

    @Message("Frist")
    String due();

    @Message("Status")
    String state();

    @Message("I gang")
    String running();

    @Message("Skriv en handling")
    String plan();

    @Message("Gruppe af underrettere")
    String notifier();

    @Message("Skole, dagtilbud eller andet sted (kan være tomt)")
    String institution();

    @Message("Stedets navn, 2 til 200 tegn, ingen personer.")
    String institutionHint();

    @Message("Hvad er aftalt (skal udfyldes ved andet)")
    String noteLabel();

    @Message("En funktion i kommunen, ikke en person.")
    String responsibleHint();

    @Message("Frist (som 2026-11-23)")
    String dueLabel();

    @Message("Gem handlingen")
    String submitPlan();

    @Message("Afslut")
    String end();

    @Message("Udfald")
    String outcome();

    @Message("Gjort")
    String done();

    @Message("Opgivet")
    String givenUp();

    @Message("Dag")
    String day();

    @Message("Hvorfor (skal udfyldes, når den er opgivet)")
    String reason();

    @Message("Afslut handlingen")
    String submitEnd();

    @Message("Fejl:")
    String error();

    @Message("{count} efter fristen")
    String overdueCount(long count);
}
