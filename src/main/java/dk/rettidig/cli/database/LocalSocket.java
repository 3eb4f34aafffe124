package dk.rettidig.cli.database;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketFactory;

/**
 * A socket (AF_UNIX) in the directory of a PostgreSQL: only who may enter the directory reaches it, and a statement costs
 * the kernel about a third less than over the loopback interface (docs/adr/0138-a-socket-in-the-database-directory.md).
 *
 * @param directory where PostgreSQL makes the socket; absolute
 */
record LocalSocket(Path directory) {

    /** Longest path that every platform's {@code sockaddr_un} holds, with the zero at its end: 104 bytes on macOS. */
    private static final int LONGEST = 103;

    /** What PostgreSQL and a JDBC address take as it is. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/._-]+");

    private static final int HIGHEST_PORT = 65_535;

    /** A socket there, or nothing where the platform has none or the path is too long or needs quoting. */
    static Optional<LocalSocket> in(Path directory) {
        LocalSocket socket = new LocalSocket(directory);
        String longest = socket.path(HIGHEST_PORT);
        boolean possible =
                longest.length() <= LONGEST && PLAIN.matcher(longest).matches() && AFUNIXSocket.isSupported();
        return possible ? Optional.of(socket) : Optional.empty();
    }

    /** PostgreSQL's own name for the socket of a server that listens on this port. */
    private String path(int port) {
        return directory.resolve(".s.PGSQL." + port).toString();
    }

    /** The JDBC address; the host's name must be localhost, else the factory does not feel meant. */
    String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?sslmode=disable&socketFactory="
                + AFUNIXSocketFactory.FactoryArg.class.getName() + "&socketFactoryArg=" + path(port);
    }
}
