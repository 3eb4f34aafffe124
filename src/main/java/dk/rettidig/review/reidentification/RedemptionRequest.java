package dk.rettidig.review.reidentification;

import dk.rettidig.access.Actor;

/**
 * A request for a redemption whose signature an approved key made.
 *
 * @param vault whose key it is
 * @param digest SHA-256 of its id: the same request again gets the same receipt
 * @param body as sent; {@code toString} hides it
 */
public record RedemptionRequest(Actor.Registry vault, String digest, String body) {

    /** The header that carries it. */
    public static final String HEADER = "Rettidig-Redemption-Request";

    /** The {@code typ} of the header. */
    public static final String TYPE = "rettidig-redemption-request+jwt";

    @Override
    public String toString() {
        return "RedemptionRequest[hidden]";
    }
}
