package dk.rettidig.review.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of re-identification in Danish; English stands in {@code messages/reid_en.properties}. */
@MessageBundle("reid")
public interface ReidentificationWords {

    @Message("Genidentifikation")
    String askTitle();

    @Message(
            "Rettidig kender kun et pseudonym. Skal du vide, hvem barnet er, beder du om det her. En faglig leder eller stedfortræder godkender, og kommunens pseudonymarkiv viser ét barn, én gang. Alt står i protokollen.")
    String askText();

    @Message("Bed om genidentifikation")
    String askOpen();

    @Message("Sags- eller journalnummer")
    String caseReference();

    @Message("Nummeret på den sag eller journal, du arbejder i. Ikke et cpr-nummer.")
    String caseReferenceHint();

    @Message("Formål")
    String purpose();

    @Message("Hvorfor skal du vide, hvem barnet er?")
    String why();

    @Message("Mindst 20 tegn. Skriv ikke navne eller cpr-numre.")
    String whyHint();

    @Message("Send anmodningen")
    String ask();

    @Message("Din anmodning venter på en faglig leder eller stedfortræder. Sendt {at}. Den bortfalder efter 7 dage.")
    String waitingText(String at);

    @Message("Godkendt af {by}. Du kan hente en billet indtil {until}.")
    String approvedText(String by, String until);

    @Message("Billetten udløber {until}. Henter du en ny, gælder den gamle ikke mere.")
    String ticketedText(String until);

    @Message(
            "Hent billetten, når du sidder ved pseudonymarkivet: den gælder i 10 minutter. Giv filen til den, der passer arkivet, eller åbn den i følgeprogrammet. Den viser ét barn, og kun én gang.")
    String ticketNext();

    @Message("Hent billet")
    String fetch();

    @Message("Hent ny billet")
    String fetchAgain();

    @Message("Træk anmodningen tilbage")
    String withdraw();

    @Message("Afslået af {by} {at}:")
    String declinedText(String by, String at);

    @Message("Billetten blev indløst {at}. Der udstedes ikke flere på den anmodning.")
    String redeemedText(String at);

    @Message("Din seneste anmodning er {state}.")
    String lastText(String state);

    @Message("Genidentifikation")
    String listTitle();

    @Message(
            "En rådgiver beder om at få at vide, hvem et barn er. Du ser, hvorfor, og hvilken sag det hører til. Du ser hverken barnet eller beregningen.")
    String decideText();

    @Message("Her står dine anmodninger fra de sidste 30 dage. Du beder om en ny på markeringens side.")
    String ownText();

    @Message("Venter på dig")
    String waitingTitle();

    @Message("Ingen anmodninger venter")
    String noneTitle();

    @Message("Kommer der en, står den her og på din forside.")
    String noneText();

    @Message("Markering {brief}")
    String requestTitle(String brief);

    @Message("Bedt om af")
    String by();

    @Message("Sendt")
    String at();

    @Message("Oplysningerne er fra")
    String asOf();

    @Message("Hvorfor")
    String because();

    @Message("Godkend")
    String approve();

    @Message("Afslå")
    String declineOpen();

    @Message("Begrund afslaget")
    String declineBecause();

    @Message("Mindst 20 tegn. Rådgiveren ser begrundelsen. Skriv ikke navne eller cpr-numre.")
    String declineHint();

    @Message("Afslå anmodningen")
    String decline();

    @Message("De sidste 30 dage")
    String othersTitle();

    @Message("Der er ingen.")
    String othersNone();

    @Message("Markering")
    String flag();

    @Message("Status")
    String status();

    @Message("Afgjort af")
    String decided();

    @Message("Stedfortræder")
    String substituteTitle();

    @Message(
            "Er du væk, kan en navngiven kollega afgøre anmodninger i højst 30 dage. Den, der beder, kan aldrig selv godkende.")
    String substituteText();

    @Message("{name} afgør fra {from} til og med {to}.")
    String substituteStands(String name, String from, String to);

    @Message("Der er ingen stedfortræder.")
    String substituteNone();

    @Message("Afslut stedfortræderen")
    String substituteEnd();

    @Message("Navn, som kollegaen logger ind med")
    String substituteName();

    @Message("Første dag")
    String substituteFrom();

    @Message("Sidste dag")
    String substituteTo();

    @Message("Navngiv stedfortræder")
    String substituteSave();

    @Message("Genidentifikationer")
    String countsTitle();

    @Message(
            "Hvor mange gange hver person har bedt, afgjort og fået vist. Her står intet om børn. De enkelte skridt står i protokollen.")
    String countsText();

    @Message("Fra og med")
    String countsFrom();

    @Message("Til og med")
    String countsTo();

    @Message("Vis")
    String countsShow();

    @Message("Person")
    String person();

    @Message("Bedt om")
    String asked();

    @Message("Godkendt")
    String approved();

    @Message("Afslået")
    String declined();

    @Message("Indløst")
    String redeemed();

    @Message("Afviste forsøg")
    String refused();

    @Message("Ingen har bedt om genidentifikation i de dage.")
    String countsNone();

    @Message("Rækken vault er forsøg ved pseudonymarkivet med noget, der ikke var en billet herfra.")
    String countsVault();
}
