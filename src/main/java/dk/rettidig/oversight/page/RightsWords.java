package dk.rettidig.oversight.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the rights desk in Danish; English stands in {@code messages/rights_en.properties}. */
@MessageBundle("rights")
public interface RightsWords {

    @Message("Slettestop")
    String haltsTitle();

    @Message(
            "Et slettestop holder alt, der vedrører ét barn, tilbage fra sletning: oplysninger, markeringer, vurderinger, konklusioner og hvad der står bag protokollen. Sagen står i fagsystemet; her står kun dens nummer.")
    String haltsText();

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

    @Message("Der er et problem")
    String problemTitle();

    @Message("Fejl:")
    String error();
}
