/**
 * The arithmetic of who was in a run: salted leaves under one RFC 6962 root, and the lot that fills a team's capacity. Pure
 * functions of bytes; knows neither values nor scores, so nothing of them can enter a leaf or a draw.
 */
@NullMarked
package dk.rettidig.flag.member;

import org.jspecify.annotations.NullMarked;
