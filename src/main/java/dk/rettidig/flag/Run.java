package dk.rettidig.flag;

import dk.rettidig.law.PolicyDigest;

/**
 * One scoring of a scope with one model as of one day.
 *
 * @param policy the policy set that permitted it
 */
public record Run(RunId id, RunRequest request, PolicyDigest policy, RunState state) {}
