/**
 * What all answers share: RFC 9457 problems, correlation id, security headers, language, the clock. Knows faults and no\n * feature.
 */
@NullMarked
package dk.rettidig.web;

import org.jspecify.annotations.NullMarked;
