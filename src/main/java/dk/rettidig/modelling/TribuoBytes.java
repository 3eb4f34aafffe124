package dk.rettidig.modelling;

import com.google.protobuf.Any;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.oracle.labs.mlrg.olcut.config.protobuf.ProtoProvenanceSerialization;
import com.oracle.labs.mlrg.olcut.provenance.ProvenanceUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.ModelProvenance;

/**
 * A model as protobuf bytes that depend on nothing but what was trained: Tribuo's moment of training is replaced by the
 * settings' (it stores the clock's), and maps are written in a fixed order.
 */
final class TribuoBytes {

    private TribuoBytes() {}

    static byte[] of(LinearSGDModel model, Instant trainedAt) {
        try {
            ModelProto proto = model.serialize();
            ClassificationLinearSGDProto linear = proto.getSerializedData().unpack(ClassificationLinearSGDProto.class);
            ModelProvenance normal = new ModelProvenance(
                    model.getProvenance().getClassName(),
                    trainedAt.atOffset(ZoneOffset.UTC),
                    model.getProvenance().getDatasetProvenance(),
                    model.getProvenance().getTrainerProvenance());
            var provenance =
                    new ProtoProvenanceSerialization(false).serializeToProto(ProvenanceUtil.marshalProvenance(normal));
            ClassificationLinearSGDProto normalised = linear.toBuilder()
                    .setMetadata(linear.getMetadata().toBuilder().setProvenance(provenance))
                    .build();
            Any packed = Any.newBuilder()
                    .setTypeUrl(proto.getSerializedData().getTypeUrl())
                    .setValue(com.google.protobuf.ByteString.copyFrom(bytes(normalised)))
                    .build();
            return bytes(proto.toBuilder().setSerializedData(packed).build());
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Tribuo packs a linear model as one", e);
        }
    }

    private static byte[] bytes(Message message) {
        try (ByteArrayOutputStream stream = new ByteArrayOutputStream()) {
            CodedOutputStream output = CodedOutputStream.newInstance(stream);
            output.useDeterministicSerialization();
            message.writeTo(output);
            output.flush();
            return stream.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
