/**
 * The record as pages for the data protection officer: newest entries in plain sentences, one entry with its inclusion
 * proof checked here and ready to be checked elsewhere. Shows nothing beyond the newest published checkpoint.
 */
@NullMarked
package dk.rettidig.oversight.page;

import org.jspecify.annotations.NullMarked;
