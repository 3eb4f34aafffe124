package dk.rettidig.review.reidentification;

import dk.rettidig.fault.ErrorCode;

/** What can go wrong on the way back from a pseudonym. */
public enum ReidentificationErrorCode implements ErrorCode {
    FLAG_NOT_OPENED(
            "reidentification_flag_not_opened",
            409,
            "Læs markeringens oplysninger først. Derefter kan du bede om genidentifikation.",
            "Read the flag's facts first. After that you can ask for re-identification."),
    OPEN_ALREADY(
            "reidentification_open_already",
            409,
            "Du har allerede en anmodning om denne markering. Brug den, eller træk den tilbage.",
            "You have a request about this flag already. Use it, or withdraw it."),
    SAME_PERSON(
            "reidentification_same_person",
            403,
            "Den, der beder om genidentifikation, kan ikke selv godkende den: bed en anden om det.",
            "Whoever asks for a re-identification cannot approve it: ask another person."),
    OUT_OF_TURN(
            "reidentification_out_of_turn",
            409,
            "Anmodningen er ikke længere der, hvor du tror. Se den igen.",
            "The request is no longer where you think it is. Look at it again."),
    LAPSED(
            "reidentification_lapsed",
            410,
            "Anmodningen er bortfaldet: den ventede i 7 dage, eller godkendelsen er mere end 24 timer gammel. Bed om en ny.",
            "The request has lapsed: it waited for 7 days, or its approval is more than 24 hours old. Ask anew."),
    REDEEMED(
            "reidentification_redeemed",
            409,
            "Billetten er indløst, og der udstedes ikke flere på denne anmodning. Bed om en ny genidentifikation, hvis du har brug for det.",
            "The ticket was redeemed, and no more are issued on this request. Ask for a new re-identification if you need one."),
    SUBSTITUTE_CHANGED(
            "reidentification_substitute_changed",
            409,
            "En anden navngav en stedfortræder samtidig. Se, hvem det er, og prøv igen.",
            "Somebody else named a substitute at the same time. See who it is, and try again."),
    SUBSTITUTE_NONE(
            "reidentification_substitute_none",
            409,
            "Der er ingen stedfortræder at afslutte.",
            "There is no substitute to end."),
    DAYS_MALFORMED(
            "reidentification_days_malformed",
            422,
            "Skriv from og to som datoer, den første før den sidste og højst 366 dage fra hinanden.",
            "Write from and to as dates, the first before the last and at most 366 days apart."),
    REQUEST_MISSING(
            "redemption_request_missing",
            401,
            "Send headeren Rettidig-Redemption-Request med pseudonymarkivets underskrift.",
            "Send the header Rettidig-Redemption-Request with the vault's signature."),
    REQUEST_UNVERIFIED(
            "redemption_request_unverified",
            401,
            "Underskriften kan ikke efterprøves: brug en nøgle, som to personer har registreret for kildesystemet vault.",
            "The signature cannot be verified: use a key that two people registered for the registry vault."),
    REQUEST_EXPIRED(
            "redemption_request_expired",
            401,
            "Anmodningens iat er mere end 15 minutter gammel eller ligger i fremtiden. Ret uret, og skriv under igen.",
            "The request's iat is more than 15 minutes old or in the future. Set the clock right and sign again."),
    REQUEST_MALFORMED(
            "redemption_request_malformed",
            422,
            "Anmodningens claims er ikke iss, jti, sha256 og iat i deres form.",
            "The request's claims are not iss, jti, sha256 and iat in their form."),
    REQUEST_MISMATCH(
            "redemption_request_mismatch",
            422,
            "Anmodningens iss er ikke nøglens kildesystem, eller sha256 er ikke over det sendte.",
            "The request's iss is not the key's registry, or its sha256 is not over what was sent."),
    TICKET_UNVERIFIED(
            "ticket_unverified",
            422,
            "Billetten er ikke udstedt af denne installation, eller den er ændret. Bed om en ny billet.",
            "The ticket was not issued by this installation, or was changed. Ask for a new ticket."),
    TICKET_EXPIRED(
            "ticket_expired",
            410,
            "Billetten er udløbet. Hent en ny, så længe godkendelsen står.",
            "The ticket has expired. Fetch a new one while the approval stands."),
    TICKET_SUPERSEDED(
            "ticket_superseded",
            409,
            "Der er udstedt en nyere billet på samme anmodning. Brug den.",
            "A newer ticket was issued on the same request. Use that one."),
    TICKET_WITHDRAWN(
            "ticket_withdrawn",
            409,
            "Anmodningen er trukket tilbage, og billetten gælder ikke mere.",
            "The request was withdrawn, and the ticket is worth nothing any more."),
    TICKET_USED(
            "ticket_used",
            409,
            "Billetten er indløst. Hver billet gælder én gang: bed om en ny genidentifikation.",
            "The ticket was redeemed. Each ticket counts once: ask for a new re-identification."),
    TICKET_DOMAIN_MISMATCH(
            "ticket_domain_mismatch",
            409,
            "Billetten er til et pseudonymdomæne, som ikke gælder mere. Hent en ny billet.",
            "The ticket is for a pseudonym domain that is not current any more. Fetch a new ticket."),
    TICKET_NOT_OF_THIS_VAULT(
            "ticket_not_of_this_vault",
            403,
            "Billetten hører til en anden kommunes pseudonymarkiv.",
            "The ticket belongs to the vault of another municipality."),
    TICKET_FLAG_GONE(
            "ticket_flag_gone",
            410,
            "Markeringen er udløbet eller trukket tilbage, siden billetten blev udstedt. Ingen bliver vist.",
            "The flag has expired or was withdrawn since the ticket was issued. Nobody is shown.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    ReidentificationErrorCode(String code, int status, String danish, String english) {
        this.code = code;
        this.status = status;
        this.danish = danish;
        this.english = english;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String danish() {
        return danish;
    }

    @Override
    public String english() {
        return english;
    }
}
