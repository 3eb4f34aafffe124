package dk.rettidig.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.rettidig.access.DemoPerson;
import dk.rettidig.pseudonym.OprfException;
import dk.rettidig.pseudonym.OprfKey;
import dk.rettidig.pseudonym.OprfMode;
import dk.rettidig.pseudonym.PseudonymDomain;
import dk.rettidig.seal.SealException;
import dk.rettidig.testing.DomainKeys;
import dk.rettidig.testing.LedgerSpy;
import dk.rettidig.testing.RealDatabase;
import dk.rettidig.testing.Session;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class ErasureIT {

    private static final PseudonymDomain DOMAIN = DomainKeys.ERASABLE;

    @Test
    void twoPeopleEraseAKeyForGood() throws OprfException, SQLException, IOException, SealException {
        Asker asker = new Asker().registered(100, DOMAIN);
        byte[] body = Asker.body("voprf", Asker.blinding(OprfMode.VOPRF, 1).blinded());
        LedgerSpy spy = LedgerSpy.now();
        assertThat(post(DemoPerson.TEAM_LEADER, DOMAIN.text(), "/approval").statusCode())
                .as("nobody proposed it")
                .isEqualTo(404);
        assertThat(post(DemoPerson.DATA_TEAM, DOMAIN.text(), "").jsonPath().getString("state"))
                .isEqualTo("proposed");
        assertThat(asker.ask(DOMAIN, body).statusCode())
                .as("a proposal changes nothing")
                .isEqualTo(200);
        assertThat(post(DemoPerson.DATA_TEAM, DOMAIN.text(), "/approval").statusCode())
                .as("not by the same person")
                .isEqualTo(403);
        age("8 days");
        assertThat(post(DemoPerson.TEAM_LEADER, DOMAIN.text(), "/approval").statusCode())
                .as("a proposal lapses after a week")
                .isEqualTo(409);
        assertThat(post(DemoPerson.DATA_TEAM, DOMAIN.text(), "").statusCode()).isEqualTo(200);

        Response erased = post(DemoPerson.TEAM_LEADER, DOMAIN.text(), "/approval");

        assertThat(erased.jsonPath().getString("state")).as(erased.asString()).isEqualTo("erased");
        assertThat(asker.ask(DOMAIN, body).jsonPath().getString("code")).isEqualTo("authority_domain_unknown");
        assertThat(RestAssured.get("/api/v1/authority/domains").asString())
                .doesNotContain(DOMAIN.text())
                .contains(DomainKeys.WHOLE.text());
        assertThat(post(DemoPerson.DATA_TEAM, DOMAIN.text(), "").statusCode()).isEqualTo(404);
        assertThat(new Asker().propose(10, DOMAIN).statusCode()).isEqualTo(422);
        assertThat(spy.entries("authority.domain_erasure_proposed")).hasSize(2);
        assertThat(spy.entries("authority.domain_erased"))
                .hasSize(1)
                .first()
                .asString()
                .contains(DOMAIN.text());
        assertThat(Files.exists(DomainKeys.store().resolve(DOMAIN.text() + ".0.key.json")))
                .isFalse();
        OprfKey fresh = OprfKey.generate();
        assertThatThrownBy(() -> DomainKeyFile.create(
                        DomainKeys.store(),
                        new DomainKey(DOMAIN, 0, fresh, fresh.publicKey()),
                        "a passphrase of tests"))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("was erased");
        assertThatThrownBy(() -> age("1 day")).as("not even by SQL").isInstanceOf(SQLException.class);
    }

    @Test
    void aKeyOfAnotherMunicipalityIsNotToBeErased() {
        assertThat(post(DemoPerson.DATA_TEAM, DomainKeys.FOREIGN.text(), "").statusCode())
                .isEqualTo(404);
        assertThat(post(DemoPerson.TEAM_LEADER, DomainKeys.FOREIGN.text(), "/approval")
                        .statusCode())
                .isEqualTo(404);
        assertThat(post(DemoPerson.TEAM_LEADER, DomainKeys.WHOLE.text(), "").statusCode())
                .as("the data team proposes")
                .isEqualTo(403);
    }

    @Test
    void aFileThatComesBackFromABackupGoesAgain(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("keys");
        PseudonymDomain other = DOMAIN.next();
        OprfKey key = OprfKey.generate();
        Path file =
                DomainKeyFile.create(store, new DomainKey(DOMAIN, 0, key, key.publicKey()), "a passphrase of tests");
        DomainKeyFile.create(store, new DomainKey(other, 0, key, key.publicKey()), "a passphrase of tests");
        Path backup = Files.copy(file, folder.resolve("backup"), StandardCopyOption.COPY_ATTRIBUTES);

        DomainKeyFile.erase(store, DOMAIN);
        assertThat(file).doesNotExist();
        Files.copy(backup, file, StandardCopyOption.COPY_ATTRIBUTES);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThat(DomainKeyFile.load(store, "a passphrase of tests"))
                .extracting(DomainKey::domain)
                .containsExactly(other);
        assertThat(file).doesNotExist();
    }

    private static Response post(DemoPerson person, String domain, String step) {
        return Session.of(person)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/authority/domains/" + domain + "/erasure" + step);
    }

    private static void age(String interval) throws SQLException {
        try (Connection connection = RealDatabase.database().superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("update authority_erasure set proposed_at = proposed_at - interval '" + interval
                    + "' where domain = '" + DOMAIN.text() + "'");
        }
    }
}
