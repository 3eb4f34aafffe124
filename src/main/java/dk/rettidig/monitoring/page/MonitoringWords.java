package dk.rettidig.monitoring.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the monitoring pages in Danish; English stands in {@code messages/monitoring_en.properties}. */
@MessageBundle("monitoring")
public interface MonitoringWords {

    @Message("Overvågning")
    String title();

    @Message(
            "Hver beregning bliver målt, før den markerer nogen: ligner børnenes oplysninger og de beregnede værdier dem, modellen er lavet med? Går et tal ud over sin grænse, standser modellen af sig selv, til en navngiven person har set på det. Her står kun tal for hele beregninger, intet om et barn.")
    String text();

    @Message("Pauser")
    String pauses();

    @Message("Ingen model er sat på pause.")
    String noPauses();

    @Message("{model} markerer ingen")
    String pausedHeading(String model);

    @Message("{model} var sat på pause")
    String resumedHeading(String model);

    @Message("Hvad")
    String what();

    @Message("Målt")
    String measured();

    @Message("Grænse")
    String limit();

    @Message("grænse {limit}")
    String limitOf(String limit);

    @Message("Siden")
    String since();

    @Message("Ophævet")
    String resumed();

    @Message("{at} af {role}; hvem det var, står i protokollen")
    String resumedBy(String at, String role);

    @Message("Ophæv pausen")
    String resume();

    @Message("Hvorfor kan modellen markere igen?")
    String because();

    @Message(
            "20 til 4.000 tegn: hvad har I set på, og hvad viste det? Ingen navne og ingen CPR-numre. Dit navn bag et håndtag og teksten står i protokollen.")
    String becauseHint();

    @Message(
            "Det, du accepterer nu, sætter ikke modellen på pause igen i 30 dage, medmindre det bliver en femtedel værre.")
    String acceptance();

    @Message("Beregninger, der er målt")
    String runs();

    @Message("Ingen beregning er målt endnu.")
    String noRuns();

    @Message("Beregning {at}")
    String runHeading(String at);

    @Message("Model")
    String model();

    @Message("Over grænsen")
    String beyond();

    @Message("Indenfor")
    String within();

    @Message("Over, accepteret")
    String accepted();

    @Message("Holdt op mod grænsen")
    String standing();

    @Message(
            "Beregningen havde færre end {children} børn. Så få siger intet sikkert, og tallene er hverken bedømt eller gemt.")
    String tooFew(int children);

    @Message("Beregningen var over andre børn end dem, modellen er lavet med. Tallene er ikke bedømt.")
    String otherScope();

    @Message("Alt er inden for grænserne.")
    String allWithin();

    @Message("Vis alle tal")
    String showAll();

    @Message("Kilde")
    String source();

    @Message("Afsluttede screeninger")
    String concluded();

    @Message(
            "Siden {since}. Hvert barn med en underretning bliver screenet, uanset om modellen markerede det, og derfor kan det ses, hvor mange af børnene med behov den havde markeret. Et barn, som lodtrækningen gik forbi, tæller som ikke markeret. Hver andel står med sit 95-procents interval; hvad der er lavet af færre end 20 børn eller fem personer, vises ikke.")
    String concludedText(String since);

    @Message(
            "Ved siden af modellen står egne faglige vurderinger, låst før nogen så beregningen. Mennesker læser kun børn, der er markeret, så ingen kan vide, hvor mange af de andre de ville have fundet. En vurdering kan også have ført til den screening, den her holdes op imod. Tallene siger intet om en enkelt person, og de siger ikke, at nogen burde have fulgt modellen.")
    String concludedPeople();

    @Message(
            "Ikke med i tallene: {unplaced} børn, der ikke kan ses i nogen beregning, og {changed}, hvis afslutning blev ændret, efter den var talt.")
    String concludedAside(String unplaced, String changed);

    @Message(
            "Demonstration: Tjenestens ur gik tre døgn efter og blev stillet frem, mens den kørte. Screeningerne er syntetiske og sluttede i de døgn. På det ur har de stået i mere end et døgn, som reglen kræver. Hver gang uret blev stillet, står det i protokollen.")
    String madeUpDays();

    @Message("Ingen afsluttet screening er talt.")
    String noConcluded();

    @Message("Vises ikke, fordi der er for få: {groups}.")
    String without(String groups);

    @Message("Model og mennesker ved siden af hinanden")
    String sideBySide();

    @Message("Gruppe")
    String group();

    @Message("Tal")
    String figure();

    @Message("Modellen")
    String ofModel();

    @Message("Egne faglige vurderinger af markerede børn")
    String ofPeople();

    @Message("Holder den beregnede hyppighed?")
    String calibration();

    @Message("Beregnet hyppighed")
    String tenth();

    @Message("Beregnet i gennemsnit")
    String predicted();

    @Message("Behov fundet")
    String observed();

    @Message(
            "Af markerede børn, hvis beregning nogen havde set. Markeringer, som ingen læste, er ikke med: deres styrke kan ingen læse, heller ikke tjenesten selv.")
    String calibrationText();

    @Message("Tilbagetrukne modeller")
    String withdrawals();

    @Message("Ingen model er trukket tilbage.")
    String noWithdrawals();

    @Message("Se markeringerne fra {model}")
    String seeFlags(String model);

    @Message("Træk en model tilbage")
    String withdraw();

    @Message(
            "Det gælder for altid i jeres kommune: ingen beregning starter med modellen, og en, der er i gang, markerer ingen. Markeringer, den allerede har givet, bliver stående, og du får en liste over dem.")
    String withdrawText();

    @Message("Vælg model")
    String choose();

    @Message("Hvorfor trækkes den tilbage?")
    String withdrawBecause();

    @Message("Der er et problem")
    String problem();

    @Message("Fejl:")
    String error();

    @Message("Markeringer fra {model}")
    String flagsTitle(String model);

    @Message(
            "Alle markeringer, modellen gav, hvem der læste dem, og hvad der fulgte. Personer står med protokollens håndtag og opgave. Hvem barnet er, og hvad der stod i markeringen, vises ikke.")
    String flagsText();

    @Message("Modellen blev trukket tilbage {at}. Den gav {count} markeringer.")
    String flagsCount(String at, String count);

    @Message("Hent som CSV")
    String download();

    @Message("Markering")
    String flag();

    @Message("Givet")
    String raised();

    @Message("Status")
    String state();

    @Message("Hvad der er sket")
    String acts();

    @Message("Ingen har åbnet den.")
    String noActs();

    @Message("Modellen gav ingen markeringer.")
    String noFlags();

    @Message("Kun de første {shown} vises her; CSV-filen har alle.")
    String more(int shown);

    @Message("Til overvågning")
    String back();
}
