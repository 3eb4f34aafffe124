package dk.rettidig.cli.reidentify;

import dk.rettidig.checkpoint.VerifierKey;
import dk.rettidig.seal.VerifyingKey;

/**
 * The keys of an installation as its people handed them over on another way than the network.
 *
 * @param service signs tickets
 * @param log signs checkpoints; its name is the installation's in tickets
 */
public record Pins(VerifyingKey service, VerifierKey log) {}
