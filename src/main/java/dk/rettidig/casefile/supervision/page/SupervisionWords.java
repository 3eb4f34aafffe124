package dk.rettidig.casefile.supervision.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of legal supervision in Danish; English stands in {@code messages/supervision_en.properties}. */
@MessageBundle("supervision")
public interface SupervisionWords {

    @Message("Juridisk tilsyn")
    String title();

    @Message(
            "Sager trukket ved lod, som ingen har kunnet vælge. To gennemgår hver sag uden at se hinandens svar. En runde kan ikke ændres eller tages tilbage.")
    String lead();

    @Message("Runder")
    String rounds();

    @Message("Der er ingen runder endnu.")
    String none();

    @Message("Runde")
    String round();

    @Message("Trukket fra")
    String drawnFrom();

    @Message("Sager i rammen")
    String cases();

    @Message("Stikprøve")
    String sample();

    @Message("Lodtrækning")
    String draw();

    @Message("tidligst {at}")
    String opens(String at);

    @Message("Hvad runden viser")
    String reportTitle();

    @Message("{reviewed} af {sample} sager er gennemgået af to.")
    String reviewed(String reviewed, String sample);

    @Message("Sager med mindst én fejl")
    String any();

    @Message("Enighed mellem de to")
    String agreement();

    @Message("Regel for regel")
    String rules();

    @Message("Regel")
    String rule();

    @Message("Fejl i stikprøven")
    String faults();

    @Message("Ikke afklaret")
    String open();

    @Message("I hele rammen")
    String interval();

    @Message("Siden sidst")
    String change();

    @Message("Plan")
    String plan();

    @Message("Behov for undervisning")
    String training();

    @Message("Hent filen, som enhver kan trække lod igen med")
    String file();

    @Message("Alle runder")
    String back();

    @Message("Fejl:")
    String error();

    @Message("Hvor mange sager skal der trækkes?")
    String sizeTitle();

    @Message(
            "En stikprøve er et valg mellem arbejde og nøjagtighed. Regnestykket siger også, hvad stikprøven ikke kan vise.")
    String sizeLead();

    @Message("Sager i alt")
    String population();

    @Message("Så mange sager, som der trækkes fra, for eksempel alle anbringelser.")
    String populationHint();

    @Message("Ønsket nøjagtighed i procentpoint")
    String halfWidth();

    @Message("Så langt må sandheden højst ligge fra det, der findes.")
    String halfWidthHint();

    @Message("Ventet andel sager med fejl i procent")
    String expected();

    @Message("50, når ingen ved det: det kræver flest sager.")
    String expectedHint();

    @Message("Sikkerhed")
    String confidence();

    @Message("Beregn")
    String calculate();

    @Message("Træk {size} sager")
    String sizeAnswer(String size);

    @Message(
            "Den gængse formel (Cochran, rettet for få sager) siger {size}. Tallet ovenfor er rettet, til det eksakte interval er så smalt som ønsket.")
    String cochran(String size);

    @Message("Bind en ramme med denne stikprøve")
    String bindWith();

    @Message("Bind en ramme")
    String frameTitle();

    @Message(
            "Rammen er alle de sager, der kan trækkes. Når den er bundet, kan ingen lægge sager til, tage sager ud eller vælge, hvilke der trækkes.")
    String frameLead();

    @Message("Hvilke sager er det?")
    String drawnFromAsk();

    @Message("Fil med sagerne")
    String frameFile();

    @Message(
            "CSV i UTF-8 med overskriften case_reference og eventuelt handler: brugernavnet på den, der har sagen og derfor ikke gennemgår den. Sagssystemets egne numre, aldrig CPR-numre.")
    String frameHint();

    @Message("Hvor mange skal trækkes?")
    String sampleAsk();

    @Message("Højst så mange, som der er i rammen.")
    String sampleHint();

    @Message("Hvornår trækkes der tidligst?")
    String opensAsk();

    @Message("Mindst en time frem, så andre kan nå at se rammen, før nogen kan kende lodtrækningen. Dansk tid.")
    String opensHint();

    @Message("En ramme kan ikke ændres eller tages tilbage. En fejl koster en runde, og alle kan se den.")
    String frameFinal();

    @Message("Bind rammen")
    String bind();

    @Message("Sager at gennemgå")
    String casesTitle();

    @Message("To gennemgår hver sag og ser ikke hinandens svar. Den, der har sagen, gennemgår den ikke.")
    String casesLead();

    @Message("{open} venter på dig")
    String casesOpen(int open);

    @Message("Nummer i lodtrækningen")
    String number();

    @Message("Sag")
    String reference();

    @Message("Gennemgang")
    String state();

    @Message("Runden")
    String toReport();

    @Message("Gennemgang af sag {number}")
    String reviewTitle(int number);

    @Message(
            "Svar på hvert spørgsmål ud fra sagen, som den ligger. \"Nej\" er en fejl. Viser sagen det ikke, så svar det.")
    String reviewLead();

    @Message(
            "Du kan ikke gennemgå sagen: du har svaret, to andre har, eller du har selv sagen. Her er dine egne svar, hvis der er nogen.")
    String reviewClosed();

    @Message("Sådan kan du se, at det er den sag, der blev trukket")
    String opening();

    @Message("SHA-256 af nøglen og sagens nummer er lodsedlen, som stod i rammen, før der blev trukket.")
    String openingText();

    @Message("Lodseddel")
    String ticket();

    @Message("Nøgle")
    String key();

    @Message("Vælg")
    String choose();

    @Message("Hvad svaret hviler på")
    String remark();

    @Message("Bemærkninger kan udelades. Skriv mindst 20 tegn, ingen navne og ingen CPR-numre.")
    String remarkHint();

    @Message("Svarene låses, når de afgives. Ingen kan ændre dem, og ingen anden, der gennemgår sagen, får dem at se.")
    String sealHint();

    @Message("Afgiv svarene")
    String seal();

    @Message("Plan for forbedring")
    String planTitle();

    @Message("Hvad gøres der ved fejlene, af hvem og hvornår? Næste runde fra samme slags ramme viser, om det hjalp.")
    String planLead();

    @Message("Hvad gøres der?")
    String what();

    @Message("Mindst 20 tegn. Ingen navne, ingen CPR-numre.")
    String whatHint();

    @Message("Hvem gør det?")
    String by();

    @Message("En funktion, ikke et navn: for eksempel faglig leder.")
    String byHint();

    @Message("Hvornår er det gjort?")
    String due();

    @Message("En plan kan ikke ændres bagefter. Hver regel kan få én i hver runde.")
    String planFinal();

    @Message("Gem planen")
    String planSave();

    @Message("Skriv en plan for en regel")
    String planMake();

    @Message(
            "Rammen er bundet, og der er ikke trukket endnu. Ingen trykker på en knap: tjenesten trækker selv efter tidspunktet. Hent siden igen til den tid.")
    String waiting();

    @Message("Rammens rod")
    String root();

    @Message("Frø")
    String seed();

    @Message("Kontrollér lodtrækningen uden nettet")
    String command();

    @Message("Protokollens nøgle ligger på /ledger/log-key. Filen har ingen sagsnumre.")
    String keyText();

    @Message("Planer, og hvad der kom af dem")
    String plans();

    @Message("Der er ingen planer.")
    String plansNone();

    @Message("Hvad næste runde viser")
    String came();

    @Message("I tidligere runder")
    String earlier();

    @Message("Tilsyn med sagerne: rapport til udvalget")
    String committeeTitle();

    @Message("Trukket fra {from} den {drawn}.")
    String committeeLead(String from, String drawn);

    @Message("Hvad stikprøven viser, og hvad den ikke kan vise")
    String committeeShows();

    @Message("Rapport til udvalget, til at skrive ud")
    String committeeLink();

    @Message("Hent tallene som JSON")
    String json();

    @Message("Hent pakken til Ankestyrelsens Task Force")
    String pack();

    @Message(
            "Tal i beskyttet form, lodtrækningen og beviser, uden sager og personer. At den hentes, bliver en indførsel.")
    String packageText();

    @Message("Rammen er lavet af")
    String madeBy();

    @Message("Hvem laver rammen?")
    String sourceAsk();

    @Message(
            "Laver tjenesten den, kan ingen udelade en sag; sagen nævnes da ved barnets pseudonym, som sagssystemet selv kan finde sagen ved. En fil er til sager, der ikke leveres hertil.")
    String sourceHint();

    @Message(
            "Barnets pseudonym er fornyet siden lodtrækningen. Lodsedlen er lavet af det tidligere og kan ikke åbnes mere.")
    String openingRenewed();
}
