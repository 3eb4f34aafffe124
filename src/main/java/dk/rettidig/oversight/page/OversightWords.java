package dk.rettidig.oversight.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the ledger's pages in Danish; English stands in {@code messages/oversight_en.properties}. */
@MessageBundle("oversight")
public interface OversightWords {

    @Message("Protokol")
    String title();

    @Message(
            "Alt, der sker, står her: hvert opslag, hver beregning, hver konklusion og hvert afslag. Nyeste først. Personer står under et håndtag, som skifter hvert år.")
    String text();

    @Message("Hvad skete der?")
    String filterType();

    @Message("Alt")
    String filterAll();

    @Message("Indsnævr søgningen")
    String narrow();

    @Message("Fra og med")
    String from();

    @Message("Til og med")
    String to();

    @Message("Hvad blev der spurgt om lov til?")
    String action();

    @Message("Formål, f.eks. child_support")
    String purpose();

    @Message("Hjemmel, f.eks. lb.notification")
    String basis();

    @Message("Kun afslag")
    String onlyRefused();

    @Message("Kun det, der er hentet ud eller sendt videre")
    String onlyExported();

    @Message("Søgningen kan ikke læses")
    String queryTitle();

    @Message("Dage skrives som 2026-11-22, og til ligger ikke før fra. Intet er vist.")
    String queryText();

    @Message("Hent det fundne som CSV med beviser")
    String findings();

    @Message("Håndtag")
    String handle();

    @Message("Vis")
    String show();

    @Message("Nr.")
    String number();

    @Message("Tid")
    String time();

    @Message("Indførsel")
    String entry();

    @Message("Hvem")
    String who();

    @Message("Ældre indførsler")
    String older();

    @Message("Ingen indførsler passer")
    String emptyTitle();

    @Message("Prøv et andet valg, eller se ældre indførsler.")
    String emptyText();

    @Message("Kontrolpunkt")
    String checkpoint();

    @Message("{size} indførsler, underskrevet {at}")
    String checkpointText(String size, String at);

    @Message("Sådan efterprøver du protokollen uden os")
    String verifyTitle();

    @Message(
            "Gem beviset eller hele protokollen, tag det med til en anden maskine, og kør kommandoen der. Den bruger kun den offentlige nøgle herunder.")
    String verifyText();

    @Message("Efterprøv protokollen")
    String verificationTitle();

    @Message(
            "En godkendt kontrollant læser protokollens indførsler, som de står, og beviserne for dem, og kan hente det hele. Personer står under håndtag, og børn står kun som saltede forseglinger: hvem de er, kan ingen se her. Intet kan ændres.")
    String verificationText();

    @Message("Hver læsning er selv en indførsel. Den ser databeskyttelsesrådgiveren og andre kontrollanter.")
    String verificationEntered();

    @Message("Fra din egen maskine")
    String verificationHow();

    @Message(
            "Første linje læser protokollen her og husker i en fil, hvad den så; næste gang kræver den, at intet er taget tilbage. Token er adgangsbeviset fra det sted, hvor du loggede ind. Anden linje efterprøver den hentede fil uden forbindelse.")
    String verificationHowText();

    @Message(
            "Få nøglen fra en anden end os, f.eks. i et brev fra kommunen eller fra en ret. Nøglen her viser kun, at delene passer sammen.")
    String verificationKey();

    @Message("Hent hele protokollen")
    String export();

    @Message("Nøgle")
    String key();

    @Message("Indførsel nr. {index}")
    String entryTitle(long index);

    @Message("Beviset holder")
    String holds();

    @Message(
            "Vi regnede roden ud på ny fra indførslens egne bytes i {steps} trin, og den er den samme som i kontrolpunktet. Indførslen står i protokollen, og den er ikke ændret.")
    String holdsText(int steps);

    @Message("Beviset holder ikke")
    String broken();

    @Message(
            "Roden, vi regnede ud fra indførslens bytes, er en anden end i kontrolpunktet. Indførslen eller protokollen er ændret. Gem en udskrift, og kontakt driften og din leder nu.")
    String brokenText();

    @Message("Hent beviset som fil")
    String download();

    @Message("Blad")
    String leaf();

    @Message("Rod")
    String root();

    @Message("Type")
    String type();

    @Message("Felter")
    String fields();

    @Message("Kun som saltede forseglinger")
    String commitments();

    @Message("Værdierne kan slettes; indførslen kan stadig efterprøves.")
    String commitmentsText();

    @Message("Indførslens bytes")
    String bytes();

    @Message("Til protokollen")
    String toLedger();
}
