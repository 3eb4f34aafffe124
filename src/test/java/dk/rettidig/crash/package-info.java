/**
 * Nothing lost and nothing leaked when things fail: the packaged service and its PostgreSQL as processes of their own, which
 * are killed, starved of their database, refused their ledger, doubled and searched. Run after packaging ({@code ./mvnw
 * verify}); every test here ends only processes that it started.
 */
@NullMarked
package dk.rettidig.crash;

import org.jspecify.annotations.NullMarked;
