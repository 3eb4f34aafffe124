/**
 * The gate in front of every route: the filter behind {@code @Gated}, and the walk over all routes at start-up. A route
 * that does not say what it asks for gets no answer.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Rettidig",
                        version = "1",
                        description = ApiDefinition.ABOUT,
                        license = @License(name = "EUPL-1.2", identifier = "EUPL-1.2")),
        components =
                @Components(
                        schemas = {
                            @Schema(name = "Problem", implementation = Problem.class),
                            @Schema(name = "RefusingRule", implementation = ApiDefinition.RefusingRule.class)
                        },
                        headers = {
                            @Header(
                                    name = "Link",
                                    description =
                                            "The next page with rel=\"next\" (RFC 8288); absent when there is none.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "ETag",
                                    description = "The version that was read (RFC 9110); send it back in If-Match.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "Location",
                                    description = "The address of what was made.",
                                    schema = @Schema(type = SchemaType.STRING, format = "uri-reference")),
                            @Header(
                                    name = "Retry-After",
                                    description = "Seconds to wait before the same request is sent again.",
                                    schema = @Schema(type = SchemaType.INTEGER)),
                            @Header(
                                    name = "WWW-Authenticate",
                                    description = "How to say who you are: the signed note, and its algorithm.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "Cache-Control",
                                    description =
                                            "How long the answer stays true: tiles for ever, checkpoints for a second.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "Content-Disposition",
                                    description = "A name for the file.",
                                    schema = @Schema(type = SchemaType.STRING)),
                            @Header(
                                    name = "Rettidig-Correlation-Id",
                                    description = "What to name when asking for help; logs and problems name it too.",
                                    schema = @Schema(type = SchemaType.STRING, format = "uuid"))
                        },
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = "oidc",
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "JWT",
                                    description =
                                            "A person who signed in with the municipality's identity provider, with "
                                                    + "exactly one role and, but for operators and verifiers, the claim "
                                                    + "municipality."),
                            @SecurityScheme(
                                    securitySchemeName = "session",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.COOKIE,
                                    apiKeyName = "rettidig-session",
                                    description = "The session of one of the demonstration's five people, from POST "
                                            + "/j_security_check with j_username and j_password."),
                            @SecurityScheme(
                                    securitySchemeName = "delivery_note",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.HEADER,
                                    apiKeyName = "Rettidig-Delivery-Note",
                                    description = "A registry is known by the key that signs the note of the delivery "
                                            + "(docs/feed.md section 2). It never signs in."),
                            @SecurityScheme(
                                    securitySchemeName = "conversion_note",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.HEADER,
                                    apiKeyName = "Rettidig-Conversion-Note",
                                    description = "The municipality's vault is known by the key that signs the note of "
                                            + "the conversion (docs/rotation.md). It never signs in."),
                            @SecurityScheme(
                                    securitySchemeName = "evaluation_request",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.HEADER,
                                    apiKeyName = "Rettidig-Evaluation-Request",
                                    description = "A client of the pseudonym authority is known by the key that signs "
                                            + "its request (docs/authority.md section 3)."),
                            @SecurityScheme(
                                    securitySchemeName = "redemption_request",
                                    type = SecuritySchemeType.APIKEY,
                                    in = SecuritySchemeIn.HEADER,
                                    apiKeyName = "Rettidig-Redemption-Request",
                                    description = "The municipality's vault is known by the key that signs its request "
                                            + "(docs/reidentification.md). It never signs in.")
                        }))
@NullMarked
package dk.rettidig.gate.rest;

import org.jspecify.annotations.NullMarked;
import dk.rettidig.web.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
