package dk.rettidig.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dk.rettidig.checkpoint.TlogProof;
import dk.rettidig.verifier.LedgerVerifier.Trust;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherSourcesTest {

    private static final List<byte[]> ENTRIES = ExportFixture.entries(700);
    private static final Trust TRUST = new Trust(List.of(ExportFixture.LOG.verifier()), List.of(), Optional.empty());
    private static final List<Map.Entry<String, String>> TOKEN = List.of(Map.entry("Authorization", "Bearer t"));

    @TempDir
    Path root;

    private HttpServer server;

    @BeforeEach
    void serves() throws IOException {
        ExportFixture.write(root, ENTRIES);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/base/ledger/", exchange -> {
            String path = exchange.getRequestURI().getPath().substring("/base/ledger/".length());
            boolean guarded = path.startsWith("tile/entries/");
            Path file = root.resolve(path);
            if (guarded && !"Bearer t".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
            } else if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                try (GZIPOutputStream gzip = new GZIPOutputStream(body)) {
                    gzip.write(Files.readAllBytes(file));
                }
                exchange.getResponseHeaders().add("Content-Encoding", "gzip");
                exchange.sendResponseHeaders(200, body.size());
                exchange.getResponseBody().write(body.toByteArray());
            }
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stops() {
        server.stop(0);
    }

    private Report served(List<Map.Entry<String, String>> headers, boolean entriesToo)
            throws IOException, InterruptedException {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/base");
        return LedgerVerifier.verify(base, headers, TRUST, entriesToo, (at, of) -> {});
    }

    @Test
    void verifiesAServiceAndNamesWhatWasAltered() throws IOException, InterruptedException {
        assertThat(served(TOKEN, true).findings()).isEmpty();
        Path bundle = root.resolve("tile/entries/001");
        byte[] bytes = Files.readAllBytes(bundle);
        bytes[bytes.length - 40] ^= 1;
        Files.write(bundle, bytes);
        assertThat(served(TOKEN, true).firstBadIndex()).hasValue(511);
    }

    @Test
    void readsHashesWithoutATokenAndEntriesOnlyWithOne() throws IOException, InterruptedException {
        assertThat(served(List.of(), false).findings()).isEmpty();
        assertThatThrownBy(() -> served(List.of(), true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("401");
    }

    @Test
    void verifiesOneEntrysProofAlone() throws IOException {
        for (int index : new int[] {0, 255, 256, 699}) {
            TlogProof proof = ExportFixture.proof(ENTRIES, index, true);
            assertThat(verify(proof.encode(), Optional.empty()).findings()).isEmpty();
            Path entry = Files.write(root.resolve("entry"), ENTRIES.get(index));
            String bare = ExportFixture.proof(ENTRIES, index, false).encode();
            assertThat(verify(bare, Optional.of(entry)).findings()).isEmpty();
            assertThat(verify(bare, Optional.empty()).ok()).isFalse();
        }
    }

    @Test
    void refusesAProofOfAnotherEntryIndexPathOrKey() throws IOException {
        TlogProof proof = ExportFixture.proof(ENTRIES, 300, true);
        TlogProof.Extra other = new TlogProof.Extra(ENTRIES.get(301));
        TlogProof.Extra same = proof.extra();
        List<TlogProof> wrong = List.of(
                new TlogProof(other, 300, proof.path(), proof.checkpoint()),
                new TlogProof(same, 301, proof.path(), proof.checkpoint()),
                new TlogProof(same, 700, proof.path(), proof.checkpoint()),
                new TlogProof(same, 300, proof.path().reversed(), proof.checkpoint()),
                new TlogProof(same, 300, proof.path().subList(1, proof.path().size()), proof.checkpoint()));
        for (TlogProof each : wrong) {
            assertThat(verify(each.encode(), Optional.empty()).ok()).isFalse();
        }
        Path file = Files.writeString(root.resolve("p"), proof.encode());
        assertThat(ProofVerifier.verify(file, Optional.empty(), Trust.NOTHING).ok())
                .isFalse();
        assertThat(ProofVerifier.looksLikeProof(file)).isTrue();
    }

    private Report verify(String proof, Optional<Path> entry) throws IOException {
        return ProofVerifier.verify(Files.writeString(root.resolve("p.tlog-proof"), proof), entry, TRUST);
    }
}
