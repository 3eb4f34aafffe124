package dk.rettidig.review.reidentification;

import dk.rettidig.access.ActorName;

/**
 * How often one person did what within some days. A redemption counts for who asked; a refused one for who asked where the
 * ticket was one of ours, and for the vault otherwise.
 */
public record PersonCount(ActorName person, long asked, long approved, long declined, long redeemed, long refused) {}
