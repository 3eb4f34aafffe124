package dk.rettidig.guideline.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about guidelines in Danish; English stands in {@code messages/guideline_en.properties}. */
@MessageBundle("guideline")
public interface GuidelineWords {

    @Message("Retningslinjer")
    String title();

    @Message(
            "Kommunens retningslinjer fra den første bekymring til afgørelsen om en undersøgelse, og hvad der mangler i dem.")
    String lead();

    @Message("Registret siger, hvor teksten ligger, og aldrig hvad der står. Det handler ikke om nogen person.")
    String nobody();

    @Message("Den {day}")
    String asOf(String day);

    @Message("{inForce} gældende, {draft} kladder, {retired} udgåede")
    String counts(int inForce, int draft, int retired);

    @Message("{covered} af {points} opmærksomhedspunkter er dækket af en gældende retningslinje")
    String coveredCount(int covered, int points);

    @Message("Selvtjek: ja {yes}, delvist {partly}, nej {no}, ikke relevant {notRelevant}, aldrig besvaret {never}")
    String answerCount(int yes, int partly, int no, int notRelevant, int never);

    @Message("Hvad der mangler ({count})")
    String missing(int count);

    @Message("Intet mangler i dag.")
    String missingNone();

    @Message("Registret")
    String register();

    @Message("Ingen retningslinjer er registreret endnu.")
    String registerNone();

    @Message("Registrér en retningslinje")
    String add();

    @Message("Retningslinje")
    String guideline();

    @Message("Status")
    String state();

    @Message("Ejer")
    String owner();

    @Message("Ingen ejer")
    String ownerNone();

    @Message("Revisionsdag")
    String review();

    @Message("Ingen revisionsdag")
    String reviewNone();

    @Message("Passeret")
    String overdue();

    @Message("Udgave {edition}")
    String editionOf(String edition);

    @Message("Opmærksomhedspunkter og selvtjek")
    String points();

    @Message("Punkt")
    String point();

    @Message("Dækkes af")
    String covering();

    @Message("Ingen gældende")
    String coveringNone();

    @Message("Selvtjek")
    String selfCheck();

    @Message("Aldrig besvaret")
    String never();

    @Message("For gammelt")
    String old();

    @Message("Hvad en retningslinje skal svare på")
    String asks();

    @Message("Kilde")
    String source();

    @Message("Svar")
    String answers();

    @Message("Givet {at}. Hvem der svarede, står kun i protokollen.")
    String givenAt(String at);

    @Message("Viser hen til")
    String refersTo();

    @Message("Skal være bedre senest")
    String improveUntil();

    @Message("Ingen dag for forbedring")
    String improveNone();

    @Message("Svar på punktet")
    String answerNow();

    @Message("Er punktet besvaret i kommunens retningslinjer?")
    String answer();

    @Message("Bemærkning")
    String remark();

    @Message(
            "Hvad der mangler, eller hvorfor punktet ikke er relevant: mindst 20 tegn, undtagen ved ja. Ingen navne, intet cpr-nummer.")
    String remarkHint();

    @Message("Retningslinje, som svaret viser hen til")
    String reference();

    @Message("Et ja viser altid hen til en. Kun dem, der dækker punktet og ikke er udgået, kan vælges.")
    String referenceHint();

    @Message("Ingen")
    String referenceNone();

    @Message("Skal være bedre senest (kun ved delvist og nej)")
    String improveBy();

    @Message("Gem svaret")
    String saveAnswer();

    @Message("Fejl:")
    String error();

    @Message("Titel")
    String titleField();

    @Message("Ejer (en funktion, aldrig en person)")
    String ownerField();

    @Message("For eksempel: leder af modtagelsen. Tomt, hvis ingen ejer den: det vises som en mangel.")
    String ownerHint();

    @Message("Udgave")
    String editionField();

    @Message("Hvad retningslinjen selv kalder sin udgave.")
    String editionHint();

    @Message("Hvor den ligger")
    String keptField();

    @Message("En adresse eller en henvisning, aldrig selve teksten.")
    String keptHint();

    @Message("Gælder fra")
    String fromField();

    @Message("Revisionsdag")
    String reviewField();

    @Message("Senest den dag ser ejeren den efter. Tomt vises som en mangel.")
    String reviewHint();

    @Message("Status")
    String stateField();

    @Message("Opmærksomhedspunkter, den dækker")
    String pointsField();

    @Message("Begrundelse")
    String becauseField();

    @Message("Hvorfor den registreres eller ændres: mindst 20 tegn, ingen navne, intet cpr-nummer.")
    String becauseHint();

    @Message("Gem")
    String save();

    @Message("Ret retningslinjen")
    String change();

    @Message("En rettelse er en ny version. De tidligere bliver stående.")
    String changeText();

    @Message("Versioner")
    String versions();

    @Message("Version {number}, {at}")
    String versionAt(int number, String at);

    @Message("Hvem der rettede, står kun i protokollen.")
    String whoText();

    @Message("Tilbage til retningslinjerne")
    String back();
}
