package dk.rettidig.cli.companion;

import java.io.IOException;

/** What answers one method of one address. */
@FunctionalInterface
interface Route {

    Answer answer(Visit visit) throws CompanionException, IOException, InterruptedException;
}
