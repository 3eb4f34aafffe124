package dk.rettidig.gate.store;

import dk.rettidig.law.PolicyFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code policy_set}: one file of a set, never changed. */
@Entity
@Immutable
@Table(name = "policy_set")
@IdClass(PolicyFileEntity.Key.class)
class PolicyFileEntity {

    /** One a set and path. */
    record Key(String digest, String path) {}

    @Id
    @Column(length = 64)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String digest;

    @Id
    private String path;

    private byte[] bytes;

    PolicyFile file() {
        return PolicyFile.of(path, bytes);
    }
}
