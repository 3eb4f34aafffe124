package dk.rettidig.feed.rest;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One line of a delivery, for the description of the API only: bodies are read as they stream in. */
@Schema(name = "DeliveryRow", description = "One line of an NDJSON delivery; the columns of a CSV delivery.")
record DeliveryRow(
        @Schema(description = "The 32 bytes of RFC 9497 in base64url.", pattern = "^[A-Za-z0-9_-]{43}$")
        String pseudonym,

        @Schema(description = "An id of the catalogue that the note names.")
        String indicator,

        LocalDate periodFrom,
        LocalDate periodTo,

        @Schema(description = "May be left out of a retraction.") @Nullable
        BigDecimal value,

        @Schema(description = "The note's iat when left out.", format = "date-time") @Nullable
        String knownAt,

        @Schema(
                enumeration = {"assert", "retract"},
                defaultValue = "assert")
        @Nullable
        String op) {}
