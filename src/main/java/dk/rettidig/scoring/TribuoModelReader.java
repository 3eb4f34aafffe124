package dk.rettidig.scoring;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import dk.rettidig.scoring.ModelIntegrityException.Reason;
import java.util.Map;
import java.util.Set;
import org.tribuo.Model;
import org.tribuo.classification.protos.ImmutableLabelInfoProto;
import org.tribuo.classification.protos.LabelProto;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.protos.core.CategoricalIDInfoProto;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.protos.core.RealIDInfoProto;

/**
 * Reads a Tribuo linear model from its protobuf form, never from Java serialisation. Tribuo finds classes by the names
 * that stand in the file, so the file is first walked as plain messages, and every class name in it must be one of the few
 * that a scorecard consists of; only then does Tribuo see it.
 */
final class TribuoModelReader {

    /** Classes that a scorecard consists of, and the provenance records that Tribuo's trainer writes. */
    private static final Set<String> CLASSES = Set.of(
            "org.tribuo.classification.sgd.linear.LinearSGDModel",
            "org.tribuo.ImmutableFeatureMap",
            "org.tribuo.CategoricalIDInfo",
            "org.tribuo.RealIDInfo",
            "org.tribuo.classification.ImmutableLabelInfo",
            "org.tribuo.classification.Label",
            "org.tribuo.classification.LabelFactory",
            "org.tribuo.classification.LabelFactory$LabelFactoryProvenance",
            "org.tribuo.DataSource",
            "org.tribuo.math.LinearParameters",
            "org.tribuo.math.la.DenseMatrix",
            "org.tribuo.math.util.ExpNormalizer",
            "org.tribuo.MutableDataset",
            "org.tribuo.classification.sgd.linear.LinearSGDTrainer",
            "org.tribuo.classification.sgd.objectives.LogMulticlass",
            "org.tribuo.math.optimisers.AdaGrad",
            "org.tribuo.math.optimisers.Adam",
            "org.tribuo.provenance.SimpleDataSourceProvenance",
            "org.tribuo.provenance.DatasetProvenance",
            "org.tribuo.provenance.ModelProvenance",
            "org.tribuo.provenance.impl.TrainerProvenanceImpl",
            "com.oracle.labs.mlrg.olcut.provenance.impl.ConfiguredObjectProvenanceImpl");

    private static final String PRIMITIVES = "com.oracle.labs.mlrg.olcut.provenance.primitives.";

    /** Message types that may hide in an {@code Any}. */
    private static final Map<String, Message> PACKED = Map.ofEntries(
            packed(ClassificationLinearSGDProto.getDefaultInstance()),
            packed(ImmutableFeatureMapProto.getDefaultInstance()),
            packed(CategoricalIDInfoProto.getDefaultInstance()),
            packed(RealIDInfoProto.getDefaultInstance()),
            packed(ImmutableLabelInfoProto.getDefaultInstance()),
            packed(LabelProto.getDefaultInstance()),
            packed(LinearParametersProto.getDefaultInstance()),
            packed(DenseTensorProto.getDefaultInstance()));

    /** Deeper than any model we write; a file that nests deeper is not one. */
    private static final int MAXIMUM_DEPTH = 16;

    private TribuoModelReader() {}

    static LinearSGDModel read(byte[] protobuf) throws ModelIntegrityException {
        try {
            ModelProto proto = ModelProto.parseFrom(protobuf);
            check(proto, 0);
            if (Model.deserialize(proto) instanceof LinearSGDModel model) {
                return model;
            }
            throw new ModelIntegrityException(Reason.CLASS_NOT_ALLOWED, "expected a linear model");
        } catch (InvalidProtocolBufferException | IllegalStateException | IllegalArgumentException e) {
            throw new ModelIntegrityException(Reason.MODEL_UNREADABLE, "expected a Tribuo model as protobuf", e);
        }
    }

    private static void check(Message message, int depth)
            throws ModelIntegrityException, InvalidProtocolBufferException {
        if (depth > MAXIMUM_DEPTH) {
            throw new ModelIntegrityException(Reason.MODEL_UNREADABLE, "nested deeper than a model");
        }
        if (message instanceof Any any) {
            check(unpack(any), depth + 1);
            return;
        }
        for (var field : message.getAllFields().entrySet()) {
            if (field.getKey().getName().endsWith("class_name")) {
                checkName(field.getValue().toString());
            }
            Iterable<?> values =
                    field.getValue() instanceof Iterable<?> many ? many : java.util.List.of(field.getValue());
            for (Object value : values) {
                if (value instanceof Message inner) {
                    check(inner, depth + 1);
                }
            }
        }
    }

    private static void checkName(String name) throws ModelIntegrityException {
        boolean primitive = name.startsWith(PRIMITIVES)
                && name.substring(PRIMITIVES.length()).matches("[A-Za-z]+");
        if (!name.isEmpty() && !primitive && !CLASSES.contains(name)) {
            throw new ModelIntegrityException(
                    Reason.CLASS_NOT_ALLOWED, "the model names a class that no scorecard needs");
        }
    }

    private static Message unpack(Any any) throws ModelIntegrityException, InvalidProtocolBufferException {
        String url = any.getTypeUrl();
        Message prototype = PACKED.get(url.substring(url.lastIndexOf('/') + 1));
        if (prototype == null) {
            throw new ModelIntegrityException(
                    Reason.CLASS_NOT_ALLOWED, "the model packs a message that no scorecard needs");
        }
        return prototype.getParserForType().parseFrom(any.getValue());
    }

    private static Map.Entry<String, Message> packed(Message message) {
        return Map.entry(message.getDescriptorForType().getFullName(), message);
    }
}
