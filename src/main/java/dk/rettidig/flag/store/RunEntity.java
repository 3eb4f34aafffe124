package dk.rettidig.flag.store;

import dk.rettidig.access.MunicipalityCode;
import dk.rettidig.flag.FlagErrorCode;
import dk.rettidig.flag.FlagFault;
import dk.rettidig.flag.Run;
import dk.rettidig.flag.RunCounts;
import dk.rettidig.flag.RunId;
import dk.rettidig.flag.RunRequest;
import dk.rettidig.flag.RunState;
import dk.rettidig.law.BasisId;
import dk.rettidig.law.Phase;
import dk.rettidig.law.PolicyDigest;
import dk.rettidig.law.ScopeKind;
import dk.rettidig.merkle.Hash;
import dk.rettidig.scoring.ModelRef;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code run}, to be read: how far one has come is changed by {@link SqlRuns}. */
@Entity
@Immutable
@Table(name = "run")
class RunEntity {

    @Id
    private UUID id;

    private short municipality;
    private String basis;
    private String phase;
    private String scope;
    private String modelName;
    private String modelVersion;
    private LocalDate asOf;

    @Column(length = 64)
    @JdbcTypeCode(SqlTypes.CHAR)
    private String policy;

    private String state;
    private Instant startedAt;
    private @Nullable Instant endedAt;
    private @Nullable String abortReason;
    private @Nullable Long membershipSize;
    private byte @Nullable [] membershipRoot;
    private @Nullable Long scored;
    private @Nullable Long abstained;
    private @Nullable Long above;
    private @Nullable Long flagged;

    Run run() {
        RunRequest request = new RunRequest(
                MunicipalityCode.of(municipality),
                new BasisId(basis),
                Phase.parse(phase).orElseThrow(),
                ScopeKind.parse(scope).orElseThrow(),
                new ModelRef(modelName, modelVersion),
                Set.of(),
                asOf);
        return new Run(new RunId(id), request, new PolicyDigest(policy), runState());
    }

    private RunState runState() {
        return switch (state) {
            case "started" -> new RunState.Started(startedAt);
            case "aborted" -> new RunState.Aborted(startedAt, there(endedAt), there(abortReason));
            case "finished" ->
                new RunState.Finished(startedAt, there(endedAt), counts(), Hash.of(there(membershipRoot)));
            default -> throw new FlagFault(FlagErrorCode.STORE_CORRUPT);
        };
    }

    private RunCounts counts() {
        return new RunCounts(there(membershipSize), there(scored), there(abstained), there(above), there(flagged));
    }

    /** The checks of the table say that it is, in this state. */
    private static <T> T there(@Nullable T column) {
        return Objects.requireNonNull(column);
    }
}
