package firedrill.scoring.model.compile;

import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.UncompilableException;
import java.util.Arrays;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;

/** Maps Tribuo's feature and class ids to indexes of a schema. Tribuo numbers features by sorted name. */
final class TribuoDomain {

    /** Index in {@code schema} of each of Tribuo's feature ids. */
    static int[] featureIndexes(ImmutableFeatureMap features, FeatureSchema schema) throws UncompilableException {
        int[] ids = new int[features.size()];
        Arrays.fill(ids, -1);
        for (VariableInfo info : features) {
            int index = schema.indexOf(info.getName());
            if (index < 0) {
                throw new UncompilableException("reads a feature that the schema does not have: " + info.getName());
            }
            ids[features.getID(info.getName())] = index;
        }
        return ids;
    }

    /** Class id of fraud, 0 or 1; the other is honest. */
    static int fraudClassId(ImmutableOutputInfo<Label> classes) throws UncompilableException {
        int fraud = classes.getID(FraudLabel.FRAUD);
        if (classes.size() != 2 || fraud < 0 || classes.getID(FraudLabel.HONEST) < 0) {
            throw new UncompilableException("has the classes " + classes.toReadableString() + ", not fraud and honest");
        }
        return fraud;
    }

    private TribuoDomain() {}
}
