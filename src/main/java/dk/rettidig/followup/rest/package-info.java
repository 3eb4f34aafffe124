@NullMarked
package dk.rettidig.followup.rest;

import org.jspecify.annotations.NullMarked;
