package firedrill.scoring.model.compile;

import firedrill.scoring.model.FeatureSchema;
import firedrill.scoring.model.FraudLabel;
import firedrill.scoring.model.UncompilableException;
import java.util.Arrays;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;

/** From the numbers that Tribuo gives features and classes to ours. Tribuo sorts features by name. */
final class TribuoDomain {

    /** For each of Tribuo's feature numbers its place in {@code columns}. */
    static int[] featureIndexes(ImmutableFeatureMap features, FeatureSchema columns) throws UncompilableException {
        int[] ids = new int[features.size()];
        Arrays.fill(ids, -1);
        for (VariableInfo info : features) {
            int place = columns.indexOf(info.getName());
            if (place < 0) {
                throw new UncompilableException("reads a feature that the catalogue does not have: " + info.getName());
            }
            ids[features.getID(info.getName())] = place;
        }
        return ids;
    }

    /** The number of fraud, 0 or 1; the other is honest. */
    static int fraudClassId(ImmutableOutputInfo<Label> classes) throws UncompilableException {
        int fraud = classes.getID(FraudLabel.FRAUD);
        if (classes.size() != 2 || fraud < 0 || classes.getID(FraudLabel.HONEST) < 0) {
            throw new UncompilableException("tells apart " + classes.toReadableString() + ", not fraud and honest");
        }
        return fraud;
    }

    private TribuoDomain() {}
}
