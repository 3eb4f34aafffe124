/**
 * Keys, feeds, deliveries and observations in PostgreSQL. What two people agree on (keys, feeds) and what people read of
 * deliveries goes by Panache; leases and whatever comes in bulk is SQL. Bulk load copies binary rows into a municipality's
 * partition, on which the service may insert and do nothing else; everything else goes through parents under row-level
 * security.
 */
@NullMarked
package dk.rettidig.feed.store;

import org.jspecify.annotations.NullMarked;
