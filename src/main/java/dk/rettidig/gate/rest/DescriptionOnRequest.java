package dk.rettidig.gate.rest;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;

/**
 * Changes nothing in the description of the API. That a filter for running time exists, together with
 * {@code always-run-filter}, lets the extension write the description out when somebody asks for it and not at every start (docs/adr/0007-start-from-a-cache.md).
 */
@OpenApiFilter(OpenApiFilter.RunStage.RUN)
public final class DescriptionOnRequest implements OASFilter {}
