package dk.rettidig.authority;

import dk.rettidig.fault.ErrorCode;

/** Why the pseudonym authority does not do what it was asked. */
public enum AuthorityErrorCode implements ErrorCode {
    REQUEST_MISSING(
            "authority_request_missing",
            401,
            "Forespørgslen er ikke underskrevet. Send den i headeren Rettidig-Evaluation-Request, underskrevet med jeres nøgle.",
            "The request is not signed. Send the header Rettidig-Evaluation-Request, signed with your key."),
    REQUEST_UNVERIFIED(
            "authority_request_unverified",
            401,
            "Forespørgslen er ikke underskrevet med en nøgle, som er registreret og godkendt.",
            "The request is not signed with a key that is registered and approved."),
    REQUEST_EXPIRED(
            "authority_request_expired",
            401,
            "Forespørgslens tidspunkt (iat) ligger i fremtiden eller er ældre end et kvarter. Stil uret, og underskriv igen.",
            "The request's time (iat) lies in the future or is older than a quarter of an hour. Set the clock and sign again."),
    REQUEST_MALFORMED(
            "authority_request_malformed",
            422,
            "Forespørgslen mangler en oplysning, har en for meget eller kan ikke læses.",
            "The request lacks a claim, has one too many or cannot be read."),
    REQUEST_MISMATCH(
            "authority_request_mismatch",
            422,
            "Underskriften gælder en anden afsender, et andet domæne eller et andet indhold.",
            "The signature is for another sender, domain or body."),
    DOMAIN_UNKNOWN(
            "authority_domain_unknown",
            404,
            "Domænet findes ikke her, eller I må ikke spørge om det.",
            "There is no such domain here, or you may not ask about it."),
    BATCH_REPLAYED(
            "authority_batch_replayed",
            409,
            "Forespørgslens id (jti) er brugt. Underskriv en ny.",
            "The request's id (jti) was used. Sign a new one."),
    BATCH_TOO_LARGE(
            "authority_batch_too_large",
            413,
            "En portion har højst 1.000 elementer og 256 KiB. Del den.",
            "A batch has at most 1,000 elements and 256 KiB. Split it."),
    MEDIA_TYPE(
            "authority_media_type_unsupported",
            415,
            "Send application/json i UTF-8.",
            "Send application/json in UTF-8."),
    SUITE(
            "authority_suite_unsupported",
            422,
            "Kun P256-SHA256 i tilstanden voprf eller oprf (nøgleandele: kun voprf).",
            "Only P256-SHA256 in mode voprf or oprf (shares of a key: only voprf)."),
    BODY_MALFORMED(
            "authority_body_malformed",
            422,
            "Indholdet er ikke et JSON-objekt med suite, mode og elements (1 til 1.000 tekster i base64).",
            "The body is not a JSON object with suite, mode and elements (1 to 1,000 texts in base64)."),
    ELEMENT(
            "authority_element_invalid",
            422,
            "Et element er ikke et punkt på kurven P-256 i komprimeret form (33 bytes), eller det er det neutrale element.",
            "An element is not a point of P-256 in compressed form (33 bytes), or it is the identity."),
    QUOTA(
            "authority_quota_exceeded",
            429,
            "Dagens kvote er brugt. Den fornys ved midnat (UTC); en større kræver, at to personer registrerer en større befolkning.",
            "The day's quota is used up. It is renewed at midnight UTC; a larger one takes two persons who register a larger population."),
    CLIENT_UNKNOWN(
            "authority_client_unknown",
            404,
            "Klienten findes ikke, eller er ikke jeres.",
            "The client does not exist, or is not yours."),
    CLIENT_EXISTS(
            "authority_client_exists", 409, "Nøglen er registreret i forvejen.", "The key is registered already."),
    CLIENT_MALFORMED(
            "authority_client_malformed",
            422,
            "Klienten mangler en oplysning: id, kommune, offentlig nøgle (Ed25519), domæner i egen kommune, som findes her, og befolkning (1 til 10.000.000).",
            "The client lacks something: id, municipality, public key (Ed25519), domains of its own municipality that exist here, and population (1 to 10,000,000)."),
    SAME_PERSON(
            "authority_same_person",
            409,
            "Den, der foreslog, kan ikke godkende. Der skal to personer til.",
            "Whoever proposed cannot approve. It takes two people."),
    STATE(
            "authority_state_conflict",
            409,
            "Det kan ikke gøres i den tilstand, som klienten er i.",
            "That cannot be done in the state that the client is in.");

    private final String code;
    private final int status;
    private final String danish;
    private final String english;

    AuthorityErrorCode(String code, int status, String danish, String english) {
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
