/** The whole of what is answered over HTTP: every route by everybody, and the description that is promised to programs. */
package dk.rettidig.api;
