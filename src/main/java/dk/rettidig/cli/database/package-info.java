/**
 * The PostgreSQL that comes along: started beside the service when no database is given, with everything that makes\n * commits survive a crash switched on. Knows nothing of what is stored.
 */
@NullMarked
package dk.rettidig.cli.database;

import org.jspecify.annotations.NullMarked;
