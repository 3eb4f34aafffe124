package dk.rettidig.feed;

import dk.rettidig.fault.ErrorCode;

/** Why a delivery, a key or a feed agreement is not accepted. */
public enum FeedErrorCode implements ErrorCode {
    NOTE_MISSING(
            "feed_note_missing",
            401,
            "Leverancen har ingen følgeseddel. Send den i headeren Rettidig-Delivery-Note, underskrevet med"
                    + " kildesystemets nøgle.",
            "The delivery has no note. Send it in the header Rettidig-Delivery-Note, signed with the registry's key."),
    NOTE_UNVERIFIED(
            "feed_note_unverified",
            401,
            "Følgesedlen er ikke underskrevet med en nøgle, som er registreret og godkendt.",
            "The delivery note is not signed with a key that is registered and approved."),
    NOTE_EXPIRED(
            "feed_note_expired",
            401,
            "Følgesedlens tidspunkt (iat) ligger i fremtiden eller er ældre end et døgn. Stil uret, og underskriv"
                    + " igen.",
            "The delivery note's time (iat) lies in the future or is older than a day. Set the clock and sign again."),
    NOTE_MALFORMED(
            "feed_note_malformed",
            422,
            "Følgesedlen mangler en oplysning, har en for meget eller kan ikke læses.",
            "The delivery note lacks a claim, has one too many or cannot be read."),
    NOTE_MISMATCH(
            "feed_note_mismatch",
            422,
            "Følgesedlen og leveringsaftalen siger ikke det samme.",
            "The delivery note and the feed agreement do not say the same."),
    FEED_UNKNOWN(
            "feed_unknown",
            404,
            "Leveringsaftalen findes ikke, er ikke godkendt eller er ikke jeres.",
            "The feed does not exist, is not approved or is not yours."),
    INDICATOR_NOT_AGREED(
            "feed_indicator_not_agreed",
            422,
            "Følgesedlen nævner en indikator, som leveringsaftalen ikke har med.",
            "The delivery note names an indicator that the feed agreement does not cover."),
    DIGEST_CONFLICT(
            "delivery_digest_conflict",
            409,
            "Samme leveranceid er brugt med et andet indhold. Giv leverancen et nyt id (jti).",
            "The same delivery id was used with another body. Give the delivery a new id (jti)."),
    IN_PROGRESS(
            "delivery_in_progress",
            409,
            "Leverancen er stadig i gang. Gentag kaldet om lidt for at få kvitteringen.",
            "The delivery is still running. Repeat the call in a little while to get the receipt."),
    DOMAIN_NOT_CURRENT(
            "pseudonym_domain_not_current",
            409,
            "Pseudonymerne hører til et andet domæne end kommunens nuværende (current): nøglen er skiftet. Pseudonymisér"
                    + " igen i det nuværende domæne, og send på ny.",
            "The pseudonyms belong to another domain than the municipality's current one (current): the key was rotated."
                    + " Pseudonymise again in the current domain and send anew."),
    MEDIA_TYPE(
            "feed_media_type_unsupported",
            415,
            "Send application/x-ndjson eller text/csv i UTF-8.",
            "Send application/x-ndjson or text/csv in UTF-8."),
    CONTENT_ENCODING(
            "feed_content_encoding_unsupported",
            415,
            "Content-Encoding er gzip eller udeladt.",
            "Content-Encoding is gzip or left out."),
    TOO_LARGE(
            "feed_body_too_large", 413, "Leverancen er for stor. Del den op.", "The delivery is too large. Split it."),
    GZIP_BOMB(
            "feed_gzip_ratio_too_high",
            413,
            "Leverancen fylder udpakket langt mere, end rækker kan.",
            "Unpacked, the delivery is far larger than rows can be."),
    GZIP_BROKEN(
            "feed_gzip_broken",
            422,
            "Gzip-indholdet er afbrudt eller beskadiget.",
            "The gzip content is cut off or damaged."),
    DIGEST_MISMATCH(
            "feed_digest_mismatch",
            422,
            "Indholdet er ikke det, følgesedlen er underskrevet for (sha256 over de sendte byte).",
            "The body is not the one that the note was signed for (sha256 over the bytes on the wire)."),
    ROW_COUNT_MISMATCH(
            "feed_row_count_mismatch",
            422,
            "Antallet af rækker er ikke det, følgesedlen siger.",
            "The number of rows is not what the delivery note says."),
    NOT_UTF8(
            "feed_not_utf8",
            422,
            "Linjen er ikke UTF-8. Er filen gemt som Windows-1252, så omsæt den: iconv -f WINDOWS-1252 -t UTF-8"
                    + " ind.csv > ud.csv, og send igen.",
            "The line is not UTF-8. If the file was saved as Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8"
                    + " in.csv > out.csv, and send again."),
    CSV_HEADER(
            "feed_csv_header_wrong",
            422,
            "Overskriften er forkert. Kolonnerne er pseudonym, indicator, period_from, period_to, value og eventuelt"
                    + " known_at og op, adskilt af leveringsaftalens skilletegn.",
            "The header is wrong. The columns are pseudonym, indicator, period_from, period_to, value and optionally"
                    + " known_at and op, separated by the agreed delimiter."),
    CSV_BROKEN(
            "feed_csv_broken",
            422,
            "CSV-filen kan ikke læses videre fra denne linje: et anførselstegn mangler formentlig.",
            "The CSV file cannot be read on from this line: a quote is probably missing."),
    CPR_NUMBER_FOUND(
            "feed_cpr_number_found",
            422,
            "Leverancen indeholder noget, der kan være et CPR-nummer. Hele leverancen er afvist, og intet af den er"
                    + " gemt. Pseudonymisér før afsendelse.",
            "The delivery holds something that could be a CPR number. The whole delivery is rejected and nothing of it"
                    + " is stored. Pseudonymise before sending."),
    CONNECTION_CUT(
            "feed_connection_cut",
            400,
            "Forbindelsen blev afbrudt, før alt var modtaget. Intet af leverancen gælder. Send den igen med samme id.",
            "The connection was cut before everything had arrived. Nothing of the delivery counts. Send it again with"
                    + " the same id."),
    LEASE_LOST(
            "feed_delivery_lease_lost",
            503,
            "Leverancen tog for lang tid og blev afbrudt. Intet af den gælder. Send den igen med samme id.",
            "The delivery took too long and was aborted. Nothing of it counts. Send it again with the same id."),
    BUSY(
            "feed_busy",
            503,
            "Der læses allerede så mange leverancer, som der er plads til. Send igen om lidt.",
            "As many deliveries are being read as there is room for. Send again in a little while."),
    LOAD_FAILED(
            "feed_load_failed",
            503,
            "Leverancen kunne ikke gemmes lige nu. Intet af den gælder. Send den igen med samme id.",
            "The delivery could not be stored at the moment. Nothing of it counts. Send it again with the same id."),
    KEY_MALFORMED(
            "feed_key_malformed",
            422,
            "Nøglen er ikke en offentlig Ed25519-nøgle som PEM, JWK eller base64url.",
            "The key is not an Ed25519 public key as PEM, JWK or base64url."),
    KEY_EXISTS(
            "feed_key_exists",
            409,
            "Nøglen er registreret i forvejen. En tilbagekaldt nøgle kan ikke bruges igen.",
            "The key is registered already. A withdrawn key cannot be used again."),
    KEY_UNKNOWN("feed_key_unknown", 404, "Nøglen findes ikke.", "The key does not exist."),
    SAME_PERSON(
            "feed_same_person",
            409,
            "Den, der har foreslået, kan ikke selv godkende. Det kræver to personer.",
            "Whoever proposed cannot approve. It takes two people."),
    STATE(
            "feed_state_conflict",
            409,
            "Det kan ikke gøres i den tilstand, som nøglen eller leveringsaftalen er i.",
            "That cannot be done in the state that the key or the feed is in."),
    FEED_EXISTS("feed_exists", 409, "Leveringsaftalen findes i forvejen.", "The feed exists already."),
    SOURCE_TAKEN(
            "feed_source_taken",
            409,
            "Kilden (pseudonym_source) er et andet kildesystems. Giv kildesystemet sit eget navn: to, der deler et domæne, kan"
                    + " sammenholde deres pseudonymer.",
            "The source (pseudonym_source) is another registry's. Give the registry a name of its own: two that share a domain"
                    + " can link their pseudonyms."),
    FEED_MALFORMED(
            "feed_agreement_malformed",
            422,
            "Leveringsaftalen mangler en oplysning, eller en oplysning findes ikke i regelsættet.",
            "The feed agreement lacks something, or names something that the policy set does not know."),
    MUNICIPALITY_NEEDED(
            "feed_municipality_needed",
            400,
            "Sig hvilken kommune: ?municipality= og tre cifre. Den, der selv hører til en kommune, kan udelade det.",
            "Say which municipality: ?municipality= and three digits. Whoever belongs to a municipality can leave it out."),
    DELIVERY_UNKNOWN(
            "feed_delivery_unknown",
            404,
            "Leverancen findes ikke, eller må ikke ses.",
            "The delivery does not exist, or may not be seen.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    FeedErrorCode(String code, int status, String danish, String english) {
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
