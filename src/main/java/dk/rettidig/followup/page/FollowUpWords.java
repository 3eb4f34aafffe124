package dk.rettidig.followup.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the pages about follow-up in Danish; English stands in {@code messages/followup_en.properties}. */
@MessageBundle("followup")
public interface FollowUpWords {

    @Message("Opfølgning")
    String title();

    @Message("Børn med gentagne eller grove underretninger, som ingen støttende indsats er registreret for.")
    String lead();

    @Message("Den, der har ventet længst, står øverst; rækkefølgen siger intet andet.")
    String order();

    @Message("Ingen børn her")
    String emptyTitle();

    @Message(
            "Listen kender kun de underretninger, der er registreret her, og de indsatser, som fagsystemet har leveret.")
    String emptyText();

    @Message("Vis")
    String show();

    @Message("Hvor langt")
    String state();

    @Message("Hvorfor")
    String reason();

    @Message("Alle")
    String all();

    @Message("Siden")
    String since();

    @Message("Barn")
    String child();

    @Message("Ansvarlig")
    String responsible();

    @Message("Den faglige leder har fået det at vide")
    String leaderTold();

    @Message("Se opfølgningen")
    String see();

    @Message("Hændelser, der tæller med: {count}. Seneste underretning {at}")
    String counted(int count, String at);

    @Message("På listen siden {at}")
    String listed(String at);

    @Message("Fejl:")
    String error();

    @Message("Afslut opfølgningen")
    String close();

    @Message("Hvad er der sket?")
    String code();

    @Message("Begrundelse")
    String because();

    @Message("Mindst 20 tegn, ingen navne, intet cpr-nummer. En ny underretning åbner opfølgningen igen.")
    String becauseHint();

    @Message("Afslut")
    String save();

    @Message(
            "Er der sat en støttende indsats i gang, så skriv den på underretningen i stedet: så forlader barnet listen.")
    String measureHint();

    @Message("Hvem der har fået det at vide")
    String tellings();

    @Message("{who}, {at}")
    String told(String who, String at);

    @Message("Faglig leder")
    String leader();

    @Message("Ingen endnu. Først ses der efter, om en indsats er registreret.")
    String toldNobody();

    @Message("Underretninger om barnet")
    String notifications();

    @Message("Indsatser, der er registreret")
    String measures();

    @Message("Ingen.")
    String measuresNone();

    @Message("Hvordan det er blevet afsluttet")
    String closings();

    @Message("af {who}, {at}")
    String by(String who, String at);

    @Message("Hvor flytter barnet hen?")
    String movedTo();

    @Message("Vælg")
    String choose();

    @Message("Hvilken dag flytter barnet?")
    String movedOn();

    @Message("Hvad er sendt til den nye kommune?")
    String materials();

    @Message(
            "Bruger den nye kommune dette system, overdrages barnet med det samme (barnets lov § 132). Ellers skal I selv underrette den.")
    String materialsHint();

    @Message("Overdragelsen")
    String handover();

    @Message("Overdragelsen er slettet, fordi dens tid er gået.")
    String handoverErased();

    @Message(
            "Den kommune kan ikke få barnet overdraget her. Underret den på anden måde (barnets lov § 132), og skriv det i fagsystemet.")
    String outside();

    @Message("Søskende og andre børn i husstanden")
    String household();

    @Message(
            "Tilsammen {children} børn på listen og {count} hændelser, der tæller med. Børnene er sat sammen af en person eller af det sted, der tager imod underretninger.")
    String householdText(int children, int count);

    @Message("Kommer tilbage {at}")
    String back(String at);

    @Message("Tilbage til listen")
    String toList();

    @Message("To opgørelser, hver for sig")
    String figures();

    @Message("De to tæller ikke det samme. De må ikke lægges sammen, trækkes fra hinanden eller blandes.")
    String figuresText();

    @Message("Definition")
    String definition();

    @Message("Børn, den tæller")
    String children();

    @Message("Uden registreret indsats")
    String without();

    @Message("Indsats registreret, men ikke hvilken")
    String unclear();

    @Message("Andel, 95 % sikkerhed")
    String share();

    @Message("Skjult: færre end fem børn i en gruppe")
    String hidden();

    @Message("Foreløbig: en indsats kan stadig nå at tælle.")
    String preliminary();

    @Message("År")
    String year();
}
