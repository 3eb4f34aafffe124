package dk.rettidig.oversight.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the rights desk in Danish; English stands in {@code messages/rights_en.properties}. */
@MessageBundle("rights")
public interface RightsWords {

    @Message("Slettestop")
    String haltsTitle();

    @Message(
            "Et slettestop holder alt, der vedrører ét barn, tilbage fra planlagt sletning: oplysninger, markeringer, underretninger, opfølgning, fund og hvad der står bag protokollen. Sagen står i fagsystemet; her står kun dens nummer og hvor meget der holdes tilbage.")
    String haltsText();

    @Message("Holder tilbage i dag:")
    String haltKeeps();

    @Message("Registrér et slettestop")
    String haltNew();

    @Message("Barnets pseudonym")
    String pseudonym();

    @Message("43 tegn, som kommunens pseudonymarkiv viser dem. Aldrig et cpr-nummer.")
    String pseudonymHint();

    @Message("Hvorfor?")
    String haltKind();

    @Message("Sags- eller journalnummer")
    String caseReference();

    @Message("Nummeret i fagsystemet. Aldrig et cpr-nummer.")
    String caseReferenceHint();

    @Message("Sidste dag (kan udelades)")
    String until();

    @Message("Lad feltet stå tomt, hvis slettestoppet gælder, til nogen ophæver det.")
    String untilHint();

    @Message("Registrér")
    String register();

    @Message("Registrerede slettestop")
    String haltsList();

    @Message("Der er ingen slettestop.")
    String haltsNone();

    @Message("Slags")
    String kind();

    @Message("Registreret")
    String registered();

    @Message("Status")
    String status();

    @Message("Gælder, til det ophæves")
    String standsOpen();

    @Message("Gælder til og med {day}")
    String standsUntil(String day);

    @Message("Ophævet {at}")
    String lifted(String at);

    @Message("Udløbet {day}")
    String ended(String day);

    @Message("Ophæv")
    String lift();

    @Message("Hvorfor ophæves det?")
    String because();

    @Message("Mindst 20 tegn. Skriv ikke navne eller cpr-numre. Bagefter slettes, hvad der skulle have været slettet.")
    String becauseHint();

    @Message("Indsigt")
    String extractsTitle();

    @Message(
            "En udskrift viser en person, hvornår, til hvilket formål og på hvilken hjemmel barnets oplysninger blev set, leveret og beregnet, uden navne på medarbejdere. Intet forlader systemet, før du har taget stilling til hver indførsel.")
    String extractsText();

    @Message("Registrér først et slettestop, så intet slettes, mens du arbejder.")
    String extractsHalt();

    @Message("Forbered en udskrift")
    String extractNew();

    @Message("Forbered")
    String prepare();

    @Message("Udskrifter")
    String extractsList();

    @Message("Der er ingen udskrifter.")
    String extractsNone();

    @Message("Forberedt")
    String prepared();

    @Message("Venter på stillingtagen")
    String waiting();

    @Message("Frigivet {at}")
    String released(String at);

    @Message("Udskrift i sag {reference}")
    String extractTitle(String reference);

    @Message("Tag stilling til hver indførsel. {count} mangler. Gem så ofte, du vil.")
    String undecided(long count);

    @Message("Alle indførsler er afgjort. Se dem igennem, og frigiv udskriften.")
    String decidedAll();

    @Message("Der er intet om dette pseudonym i kommunen. Udskriften siger det, når den frigives.")
    String nothingKnown();

    @Message("Indførsel {number}")
    String entry(int number);

    @Message("Formål")
    String purpose();

    @Message("Hjemmel")
    String basis();

    @Message("Oplysninger")
    String facts();

    @Message("Beregning")
    String calculation();

    @Message("Forklaring til familien")
    String explanation();

    @Message("Skal den udleveres?")
    String choose();

    @Message("Gem valgene")
    String save();

    @Message("Frigiv udskriften")
    String release();

    @Message("Når udskriften er frigivet, kan den ikke ændres. Dens aftryk står i protokollen.")
    String releaseText();

    @Message("Hent som HTML")
    String downloadHtml();

    @Message("Hent som JSON")
    String downloadJson();

    @Message("Afgjort af {by}")
    String decidedBy(String by);

    @Message("Aftryk (SHA-256)")
    String digests();

    @Message("Dokumenter")
    String documentsTitle();

    @Message(
            "Lavet af det, der kører i denne installation: regelsættet, modellen med dens prøver, og rollerne. Ret ikke i dem, men i kilden. Det, kun kommunen eller udbyderen kan svare på, står som åbne spørgsmål.")
    String documentsText();

    @Message("Dokument")
    String document();

    @Message("Tjener")
    String serves();

    @Message("Åbne spørgsmål")
    String open();

    @Message("Hent")
    String take();

    @Message("Det står i protokollen, hvem der har læst eller hentet et dokument, og i hvilken udgave.")
    String documentsRecorded();

    @Message("Hent som Markdown")
    String downloadMarkdown();

    @Message("Aftryk (SHA-256) af teksten:")
    String digestOne();

    @Message("Fejl:")
    String error();

    @Message("Anmodninger om sletning")
    String erasuresTitle();

    @Message(
            "Når to personer er enige, slettes alt, som denne tjeneste har om ét barn: oplysninger, omfang, markeringer, vurderinger, underretninger, opfølgning, fund og hvad der står bag protokollens indførsler. Den ene registrerer anmodningen, den anden afgør den.")
    String erasuresText();

    @Message(
            "Fagsystemet og kildesystemerne slettes ikke herfra. Leverer en kilde barnet igen, kommer oplysningerne tilbage: stop leverancen ved kilden først. Gælder journaliseringspligten, afslås anmodningen.")
    String erasuresStays();

    @Message("Registrerede anmodninger")
    String erasuresList();

    @Message("Der er ingen anmodninger om sletning.")
    String erasuresNone();

    @Message("Registrér en anmodning om sletning")
    String erasureNew();

    @Message("Grund")
    String erasureGround();

    @Message("Venter. Du har selv registreret den: en anden skal afgøre den.")
    String erasureOwn();

    @Message("Venter på en afgørelse")
    String erasureWaits();

    @Message("Afgør")
    String erasureDecide();

    @Message("Hvad er afgørelsen?")
    String erasureDecision();

    @Message("Hvorfor?")
    String erasureWhy();

    @Message("Mindst 20 tegn. Skriv ikke navne eller cpr-numre.")
    String erasureWhyHint();
}
