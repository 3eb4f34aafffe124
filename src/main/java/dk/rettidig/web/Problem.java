package dk.rettidig.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dk.rettidig.fault.ErrorCode;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An RFC 9457 problem. {@code code} is stable; {@code title} is in the caller's language, and both languages are given.
 *
 * @param type a reference to the code's row in the error table
 * @param correlationId what to name when asking for help
 */
@Schema(
        name = "Problem",
        description =
                "What went wrong (RFC 9457), in the caller's language and in both. Some codes add members of their own.",
        requiredProperties = {"type", "title", "status", "code", "title_da", "title_en", "correlation_id"})
@JsonPropertyOrder({"type", "title", "status", "code", "title_da", "title_en", "correlation_id"})
public record Problem(
        String type,
        String title,
        int status,

        @Schema(description = "Stable; never changes meaning.")
        String code,

        @com.fasterxml.jackson.annotation.JsonProperty("title_da")
        String danish,

        @com.fasterxml.jackson.annotation.JsonProperty("title_en")
        String english,

        @com.fasterxml.jackson.annotation.JsonProperty("correlation_id")
        String correlationId,

        @Schema(hidden = true) @JsonAnyGetter Map<String, Object> details) {

    /** The media type of a problem (RFC 9457 section 3). */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        details = Map.copyOf(details);
    }

    /** The problem of a code. */
    public static Problem of(ErrorCode code, Language language, String correlationId, Map<String, Object> details) {
        return new Problem(
                "/errors#" + code.code(),
                language.choose(code.danish(), code.english()),
                code.status(),
                code.code(),
                code.danish(),
                code.english(),
                correlationId,
                details);
    }
}
