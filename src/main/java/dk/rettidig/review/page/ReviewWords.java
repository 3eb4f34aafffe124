package dk.rettidig.review.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the reader's way in Danish; English stands in {@code messages/review_en.properties}. */
@MessageBundle("review")
public interface ReviewWords {

    @Message("Markeringer")
    String listTitle();

    @Message(
            "En markering siger kun: en rådgiver bør se på dette barn. Listen følger fristen. Rækkefølgen siger intet om barnet.")
    String listText();

    @Message("Frist")
    String deadline();

    @Message("Markering")
    String flag();

    @Message("Status")
    String state();

    @Message("Åbn markering {brief}")
    String open(String brief);

    @Message("Kilden har ændret en oplysning")
    String valueChanged();

    @Message("Ingen markeringer venter")
    String listEmptyTitle();

    @Message("Der er intet, du skal læse nu. Kommer der en markering, står den her med sin frist.")
    String listEmptyText();

    @Message("Kun børne- og ungerådgivere åbner markeringer. Du ser her, om de bliver læst i tide.")
    String leaderText();

    @Message("Markering {brief}")
    String caption(String brief);

    @Message("Trin i gennemgangen")
    String steps();

    @Message("Oplysninger")
    String stepFacts();

    @Message("Egen vurdering")
    String stepView();

    @Message("Beregning")
    String stepWeights();

    @Message("Konklusion")
    String stepOutcome();

    @Message("Færdig:")
    String stepDone();

    @Message("Hvad ved vi om barnet?")
    String factsTitle();

    @Message(
            "Oplysningerne står efter dato, ikke efter betydning. Både det, der bekymrer, og det, der taler for, at barnet trives, står her. Alt er, som det var kendt {asOf}.")
    String factsText(String asOf);

    @Message("Oplysning")
    String fact();

    @Message("Værdi")
    String value();

    @Message("Periode")
    String period();

    @Message("Kilde")
    String source();

    @Message("Oplysninger, der ligger til grund for markeringen")
    String factsCaption();

    @Message("Der er noget, vi ikke ved")
    String gapsTitle();

    @Message("Mangler: ikke leveret")
    String missing();

    @Message("Trukket tilbage af kilden")
    String retracted();

    @Message("For gammelt til at blive brugt")
    String stale();

    @Message("Intet svar er ikke det samme som nej.")
    String gapsText();

    @Message("Sagen slår du op i fagsystemet")
    String caseTitle();

    @Message(
            "Rettidig kender hverken navn eller cpr-nummer. Kommunens eget følgeprogram finder barnets sag i fagsystemet. Læs den, før du skriver din vurdering.")
    String caseText();

    @Message("Din egen faglige vurdering")
    String viewTitle();

    @Message(
            "Skriv, hvad du selv mener, før du ser beregningen. Vurderingen låses, når du gemmer den, og kan ikke ændres. Kun du ser den her på siden.")
    String viewText();

    @Message("Hvad mener du nu?")
    String viewQuestion();

    @Message("Begrund din vurdering")
    String justification();

    @Message("Mindst 20 tegn. Skriv ikke navne eller cpr-numre.")
    String justificationHint();

    @Message("Lås min vurdering")
    String seal();

    @Message("Låst {at}")
    String sealedAt(String at);

    @Message("Gå videre til beregning og konklusion")
    String onward();

    @Message("Fejl:")
    String error();

    @Message("Hvad siger beregningen?")
    String weightsTitle();

    @Message(
            "Beregnet værdi i båndet {band} af 100. Tallet handler om en gruppe børn, ikke om dette barn: det kender ikke sagen, og det gør du.")
    String band(String band);

    @Message("Alle børn markeres ved samme tærskel: {threshold} af 100.")
    String threshold(String threshold);

    @Message("ikke oplyst")
    String unknown();

    @Message("Det trak op")
    String raised();

    @Message("Forklaring til familien")
    String familyTitle();

    @Message(
            "Teksterne er lavet af de samme tal, som du ser her. Åbn den, du skal bruge, og udskriv siden: kun den åbne tekst kommer med. Intet bliver sendt af sig selv.")
    String familyText();

    @Message("Det trak ned")
    String lowered();

    @Message("Intet trak ned.")
    String noneLowered();

    @Message("Grund")
    String reason();

    @Message("Bidrag")
    String contribution();

    @Message("Sådan lægges det sammen")
    String sumTitle();

    @Message(
            "Gennemsnittet for de børn, modellen er trænet på, er {average}. Lægges alle bidrag til, bliver det {sum}. Bidragene er logaritmer af odds; hyppigheden er den kalibrerede værdi af summen. Model {model}.")
    String sumText(String average, String sum, String model);

    @Message("Hvad konkluderer du?")
    String outcomeTitle();

    @Message("Det er din konklusion. Der er ikke noget rigtigt svar i forhold til beregningen.")
    String outcomeText();

    @Message("Journalnummer på den åbne sag")
    String openCase();

    @Message("Hvilken dag blev kommunen opmærksom på barnet?")
    String awareOn();

    @Message(
            "De fire måneder til en børnefaglig undersøgelse regnes herfra (barnets lov § 20, stk. 3). For eksempel 3 11 2026.")
    String awareHint();

    @Message("Dag")
    String day();

    @Message("Måned")
    String month();

    @Message("År")
    String year();

    @Message("Hvordan fik familien at vide, hvordan kommunen kom til dem?")
    String howTold();

    @Message("Hvilken oplysning er forkert?")
    String indicator();

    @Message("Vælg en oplysning")
    String chooseIndicator();

    @Message("Begrund din konklusion")
    String outcomeJustification();

    @Message("Gem konklusionen")
    String conclude();

    @Message("Markeringen er konkluderet")
    String concludedTitle();

    @Message("af dig, {at}")
    String byYou(String at);

    @Message("af en kollega, {at}")
    String byColleague(String at);

    @Message("Til listen over markeringer")
    String toList();

    @Message("Til oplysningerne")
    String toFacts();

    @Message("En kollega konkluderede, mens du skrev")
    String conflictTitle();

    @Message("Markeringen ændrede sig, mens du skrev")
    String changedTitle();

    @Message(
            "Din konklusion er ikke gemt. Intet andet er gået tabt. Din egen vurdering er stadig låst, som du skrev den.")
    String conflictText();

    @Message("Det skrev kollegaen")
    String colleagueWrote();

    @Message("Det skrev du – kopiér det, hvis du skal bruge det")
    String youWrote();

    @Message("En oplysning er rettet siden")
    String correctedTitle();

    @Message(
            "Kilden har rettet eller trukket noget tilbage, som markeringen bygger på. Det er mærket i tabellen, der stadig viser, hvad beregningen så. Når du har låst din egen vurdering, ser du, hvad modellen siger med de rettede oplysninger.")
    String correctedText();

    @Message("Samme model og samme dag som før, kun med de rettede oplysninger. Beregnet {at}.")
    String recalculatedAt(String at);

    @Message("Rettet efter afslutning")
    String lateTitle();

    @Message(
            "En kilde har rettet eller trukket en oplysning tilbage, efter at du læste markeringen, og den var afsluttet. Læs, hvad der er rettet. Konklusionen ændrer sig ikke af sig selv: om der skal ses på barnets sag igen, beslutter du.")
    String lateText();

    @Message(
            "Disse personer har læst en markering, hvor en kilde siden har rettet en oplysning, og har ikke kvitteret endnu. Kvittér kun for en, der ikke selv kan, og sørg for, at en anden ser på det.")
    String lateLeaderText();

    @Message("Rettet {at}")
    String lateAt(String at);

    @Message("Læst af {reader}")
    String lateReader(String reader);

    @Message("Jeg har set rettelsen: markering {brief}")
    String lateSeen(String brief);

    @Message("Hvorfor kvitterer du for {reader}, markering {brief}?")
    String lateBecause(String reader, String brief);

    @Message("Kvittér for {reader}, markering {brief}")
    String lateSeenFor(String reader, String brief);

    @Message(
            "Markeringen er afsluttet. En rettelse ændrer ikke konklusionen af sig selv: om der skal ses på barnets sag igen, beslutter du.")
    String lateEnded();

    @Message("Markeringen er afsluttet. Der er ikke mere at gøre.")
    String ended();
}
