/**
 * The run from scope to flags, and the life of a flag until a person has concluded it or it has expired. A run keeps who
 * was in it as one root under an erasable salt and never what anybody scored; a flag keeps a copy of the values it rests
 * on, and its strength apart from them. Knows nothing of who reads a flag: {@code review} does, through
 * {@link dk.rettidig.flag.Flags}.
 */
@NullMarked
package dk.rettidig.flag;

import org.jspecify.annotations.NullMarked;
