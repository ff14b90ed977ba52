package firedrill.scoring.model;

import firedrill.scoring.feature.Feature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.ImmutableOutputInfo;
import org.tribuo.VariableInfo;
import org.tribuo.classification.Label;

/** From the numbers that Tribuo gives features and classes to ours. Tribuo sorts features by name. */
final class Domain {

    private static final Map<String, Feature> CATALOGUE = catalogue();

    private static Map<String, Feature> catalogue() {
        Map<String, Feature> catalogue = new HashMap<>();
        Stream.of(Feature.values()).forEach(feature -> catalogue.put(feature.label(), feature));
        return catalogue;
    }

    /** For each of Tribuo's feature numbers the catalogue's. */
    static int[] catalogueIds(ImmutableFeatureMap features) throws UncompilableException {
        int[] ids = new int[features.size()];
        Arrays.fill(ids, -1);
        for (VariableInfo info : features) {
            Feature feature = CATALOGUE.get(info.getName());
            if (feature == null) {
                throw new UncompilableException("reads a feature that the catalogue does not have: " + info.getName());
            }
            ids[features.getID(info.getName())] = feature.ordinal();
        }
        return ids;
    }

    /** The number of fraud, 0 or 1; the other is honest. */
    static int fraudId(ImmutableOutputInfo<Label> classes) throws UncompilableException {
        int fraud = classes.getID(FraudLabel.FRAUD);
        if (classes.size() != 2 || fraud < 0 || classes.getID(FraudLabel.HONEST) < 0) {
            throw new UncompilableException("tells apart " + classes.toReadableString() + ", not fraud and honest");
        }
        return fraud;
    }

    private Domain() {}
}
