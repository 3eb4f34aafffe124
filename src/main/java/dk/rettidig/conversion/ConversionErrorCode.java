package dk.rettidig.conversion;

import dk.rettidig.fault.ErrorCode;

/** Why a conversion of pseudonyms is not taken. */
public enum ConversionErrorCode implements ErrorCode {
    NOTE_MISSING(
            "conversion_note_missing",
            401,
            "Omsætningen har ingen følgeseddel. Send den i headeren Rettidig-Conversion-Note, underskrevet med"
                    + " pseudonymarkivets nøgle.",
            "The conversion has no note. Send it in the header Rettidig-Conversion-Note, signed with the vault's key."),
    NOTE_UNVERIFIED(
            "conversion_note_unverified",
            401,
            "Følgesedlen er ikke underskrevet med en nøgle, som er registreret og godkendt.",
            "The note is not signed with a key that is registered and approved."),
    NOTE_EXPIRED(
            "conversion_note_expired",
            401,
            "Følgesedlens tidspunkt (iat) ligger i fremtiden eller er ældre end et døgn. Stil uret, og underskriv igen.",
            "The note's time (iat) lies in the future or is older than a day. Set the clock and sign again."),
    NOTE_MALFORMED(
            "conversion_note_malformed",
            422,
            "Følgesedlen mangler en oplysning, har en for meget eller kan ikke læses.",
            "The note lacks a claim, has one too many or cannot be read."),
    NOTE_MISMATCH(
            "conversion_note_mismatch",
            422,
            "Følgesedlens oplysninger passer ikke sammen: en rotation går til samme domænes næste epoke, en sammenlægning"
                    + " bliver i domænet, en flytning går til en anden kommune, en kildes navne går til kommunens domæne; afsender og"
                    + " kommune er nøglens.",
            "The note's claims do not fit together: a rotation leads to the same domain's next epoch, a merge stays in its"
                    + " domain, a move leads to another municipality, a source's names lead to the municipality's domain; sender"
                    + " and municipality are the key's."),
    DIGEST_CONFLICT(
            "conversion_digest_conflict",
            409,
            "Samme id (jti) er brugt til en anden omsætning. Giv denne et nyt id.",
            "The same id (jti) was used for another conversion. Give this one a new id."),
    UNDER_WAY(
            "conversion_must_wait",
            409,
            "En leverance, en beregning eller en anden omsætning er i gang for kommunen. Send igen om lidt med samme id.",
            "A delivery, a run or another conversion of the municipality is under way. Send again in a little while with the"
                    + " same id."),
    INCOMPLETE(
            "conversion_incomplete",
            409,
            "Et eller flere børn i omfang mangler i omsætningen, så intet er ændret. Læg børnene i pseudonymarkivet (vault"
                    + " add), og kør vault rotate eller vault source igen.",
            "One or more children in scope are missing from the conversion, so nothing was changed. Add the children to the"
                    + " vault (vault add) and run vault rotate or vault source again."),
    SOURCE_UNKNOWN(
            "conversion_source_unknown",
            409,
            "Ingen godkendt leveringsaftale i kommunen har denne kilde. Lad to personer godkende aftalen (pseudonym_source)"
                    + " først, og send igen.",
            "No approved feed of the municipality has this source. Let two people approve the agreement (pseudonym_source)"
                    + " first, and send again."),
    MEDIA_TYPE(
            "conversion_media_type_unsupported",
            415,
            "Send application/x-ndjson i UTF-8 uden Content-Encoding.",
            "Send application/x-ndjson in UTF-8 without Content-Encoding."),
    TOO_LARGE(
            "conversion_body_too_large",
            413,
            "En omsætning har højst 250.000 par og 32 MiB.",
            "A conversion has at most 250,000 pairs and 32 MiB."),
    LINE_MALFORMED(
            "conversion_line_malformed",
            422,
            "Linjen er ikke to pseudonymer: {\"from\":\"...\",\"to\":\"...\"}, hver på 43 tegn base64url. Intet er ændret.",
            "The line is not two pseudonyms: {\"from\":\"...\",\"to\":\"...\"}, each 43 characters of base64url. Nothing was"
                    + " changed."),
    PSEUDONYM_REPEATED(
            "conversion_pseudonym_repeated",
            422,
            "Et pseudonym på linjen står også et andet sted i omsætningen, eller de to er ens. Intet er ændret.",
            "A pseudonym of the line stands elsewhere in the conversion too, or the two are equal. Nothing was changed."),
    CPR_NUMBER_FOUND(
            "conversion_cpr_number_found",
            422,
            "Omsætningen indeholder noget, der kan være et CPR-nummer. Den er afvist, og intet af den er gemt.",
            "The conversion holds something that could be a CPR number. It is rejected and nothing of it is stored."),
    PAIR_COUNT_MISMATCH(
            "conversion_pair_count_mismatch",
            422,
            "Antallet af par er ikke det, følgesedlen siger.",
            "The number of pairs is not what the note says."),
    DIGEST_MISMATCH(
            "conversion_digest_mismatch",
            422,
            "Indholdet er ikke det, følgesedlen er underskrevet for (sha256 over de sendte byte).",
            "The body is not the one that the note was signed for (sha256 over the bytes on the wire)."),
    CONNECTION_CUT(
            "conversion_connection_cut",
            400,
            "Forbindelsen blev afbrudt, før alt var modtaget. Intet er ændret. Send igen med samme id.",
            "The connection was cut before everything had arrived. Nothing was changed. Send again with the same id."),
    BUSY(
            "conversion_busy",
            503,
            "Der omsættes allerede så meget, som der er plads til. Send igen om lidt.",
            "As many conversions are being read as there is room for. Send again in a little while."),
    STORE_UNAVAILABLE(
            "conversion_store_unavailable",
            503,
            "Omsætningen kunne ikke gemmes lige nu. Intet er ændret. Send igen med samme id.",
            "The conversion could not be stored at the moment. Nothing was changed. Send again with the same id.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    ConversionErrorCode(String code, int status, String danish, String english) {
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
